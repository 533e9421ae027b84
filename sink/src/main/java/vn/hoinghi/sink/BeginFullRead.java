package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;

/** Notes how far each partition is to be read; a topic with nothing in it needs no reading. */
final class BeginFullRead {
  private static final String FORGET = "DELETE FROM sink_seen";
  private static final String BEGIN =
      "UPDATE sink_position SET rebuild_until = ?, keys_moved = ? WHERE topic = ? AND partition = ?";

  private BeginFullRead() {}

  static void execute(
      Connection connection, String topic, Map<Integer, LogBounds> logs, boolean keysMoved)
      throws SQLException {
    boolean anything = logs.values().stream().anyMatch(log -> log.end() > log.start());
    try (PreparedStatement forget = connection.prepareStatement(FORGET);
        var rows = new RowBatch(connection, BEGIN)) {
      forget.executeUpdate();
      for (Map.Entry<Integer, LogBounds> log : logs.entrySet()) {
        rows.big(anything ? log.getValue().end() : null).truth(keysMoved);
        rows.text(topic).number(log.getKey()).endRow();
      }
      rows.send();
    }
  }
}
