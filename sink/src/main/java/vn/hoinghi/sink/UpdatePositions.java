package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.NavigableMap;

/** Moves the positions of partitions whose rows this transaction holds. */
final class UpdatePositions {
  private static final String SQL =
      """
      UPDATE sink_position SET position = ?, record_time = coalesce(?, record_time),
        stored_at = now(), complete_at = CASE WHEN ? THEN now() ELSE complete_at END
      WHERE topic = ? AND partition = ?""";

  private UpdatePositions() {}

  static void execute(Connection connection, String topic, NavigableMap<Integer, Move> moves)
      throws SQLException {
    try (var rows = new RowBatch(connection, SQL)) {
      for (Map.Entry<Integer, Move> entry : moves.entrySet()) {
        Move move = entry.getValue();
        rows.big(move.to()).time(move.recordTime()).truth(move.atEnd());
        rows.text(topic).number(entry.getKey()).endRow();
      }
      rows.send();
    }
  }
}
