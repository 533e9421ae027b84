package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Forgets all positions of a topic, also of partitions that it has no more. */
final class DeletePositions {
  private static final String SQL = "DELETE FROM sink_position WHERE topic = ?";

  private DeletePositions() {}

  static void execute(Connection connection, String topic) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SQL)) {
      statement.setString(1, topic);
      statement.executeUpdate();
    }
  }
}
