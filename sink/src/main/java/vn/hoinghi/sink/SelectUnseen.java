package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** Finds live events, with their revision, that the full read has not met. */
final class SelectUnseen {
  private static final String SQL =
      """
      SELECT event_id, revision FROM event e
      WHERE NOT EXISTS (SELECT 1 FROM sink_seen s WHERE s.event_id = e.event_id) LIMIT ?""";

  private SelectUnseen() {}

  static Map<String, Long> execute(Connection connection, int atMost) throws SQLException {
    var unseen = new TreeMap<String, Long>();
    try (PreparedStatement statement = connection.prepareStatement(SQL)) {
      statement.setInt(1, atMost);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          unseen.put(rows.getString(1), rows.getLong(2));
        }
      }
    }
    return unseen;
  }
}
