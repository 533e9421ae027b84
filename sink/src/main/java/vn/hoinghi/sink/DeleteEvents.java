package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/** Takes events away with everything that belongs to them. */
final class DeleteEvents {
  private static final String SQL = "DELETE FROM event WHERE event_id = ANY (?)";

  private DeleteEvents() {}

  static void execute(Connection connection, Collection<String> eventIds) throws SQLException {
    if (eventIds.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(SQL)) {
      statement.setArray(1, connection.createArrayOf("text", eventIds.toArray()));
      statement.executeUpdate();
    }
  }
}
