package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/** Forgets the deaths of ids that live again. */
final class DeleteDead {
  private static final String SQL = "DELETE FROM event_dead WHERE event_id = ANY (?)";

  private DeleteDead() {}

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
