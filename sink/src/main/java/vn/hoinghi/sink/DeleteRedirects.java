package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/** Takes away the redirects of ids that live again, or that died without an heir. */
final class DeleteRedirects {
  private static final String SQL = "DELETE FROM event_redirect WHERE old_id = ANY (?)";

  private DeleteRedirects() {}

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
