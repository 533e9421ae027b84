package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Every row is one that the topic knows: nothing has to be remembered any more. */
final class EndFullRead {
  private static final String END = "UPDATE sink_position SET rebuild_until = NULL WHERE topic = ?";
  private static final String FORGET = "DELETE FROM sink_seen";

  private EndFullRead() {}

  static void execute(Connection connection, String topic) throws SQLException {
    try (PreparedStatement end = connection.prepareStatement(END);
        PreparedStatement forget = connection.prepareStatement(FORGET)) {
      end.setString(1, topic);
      end.executeUpdate();
      forget.executeUpdate();
    }
  }
}
