package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Asks which of these ids the full read has met. */
final class SelectSeen {
  private static final String SQL = "SELECT event_id FROM sink_seen WHERE event_id = ANY (?)";

  private SelectSeen() {}

  static Set<String> execute(Connection connection, Collection<String> eventIds)
      throws SQLException {
    var met = new HashSet<String>();
    try (PreparedStatement statement = connection.prepareStatement(SQL)) {
      statement.setArray(1, connection.createArrayOf("text", eventIds.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          met.add(rows.getString(1));
        }
      }
    }
    return met;
  }
}
