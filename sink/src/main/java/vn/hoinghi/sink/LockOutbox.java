package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Lets one sink of the database tell what stands in the outbox, until its transaction ends; the
 * others need not wait.
 */
final class LockOutbox {
  /** Any number that nobody else locks; the letters "hn outbx". */
  private static final long KEY = 0x686e206f75746278L;

  private LockOutbox() {}

  /** Whether it is this one. */
  static boolean execute(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT pg_try_advisory_xact_lock(?)")) {
      statement.setLong(1, KEY);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }
}
