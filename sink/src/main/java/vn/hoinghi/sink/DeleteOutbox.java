package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Takes away what was told. */
final class DeleteOutbox {
  private static final String SQL = "DELETE FROM outbox WHERE id = ANY (?)";

  private DeleteOutbox() {}

  static void execute(Connection connection, List<Confirmation> told) throws SQLException {
    Object[] ids = told.stream().map(Confirmation::id).toArray();
    try (PreparedStatement statement = connection.prepareStatement(SQL)) {
      statement.setArray(1, connection.createArrayOf("bigint", ids));
      statement.executeUpdate();
    }
  }
}
