package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Ends sessions of this group whose sink was frozen amid a batch. PostgreSQL's own limit for silent
 * clients, {@code idle_in_transaction_session_timeout}, counts between statements only: a batch is
 * sent as one, and to whoever stops in the middle of it the server listens for ever, with all
 * positions held. So whoever wants the positions applies the same limit to that silence.
 */
final class EndSilentSessions {
  private static final String SQL =
      """
      SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
      WHERE datname = current_database() AND usename = current_user
        AND application_name = current_setting('application_name') AND pid <> pg_backend_pid()
        AND state = 'active' AND wait_event = 'ClientRead'
        AND current_setting('idle_in_transaction_session_timeout') <> '0'
        AND state_change < clock_timestamp()
          - current_setting('idle_in_transaction_session_timeout')::interval""";

  private EndSilentSessions() {}

  /** Tells how many there were. */
  static int execute(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SQL);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }
}
