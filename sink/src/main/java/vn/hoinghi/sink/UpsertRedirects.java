package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Points dead ids to where their event stands now. */
final class UpsertRedirects {
  private static final String SQL =
      """
      INSERT INTO event_redirect (old_id, new_id, cause) VALUES (?, ?, ?)
      ON CONFLICT (old_id) DO UPDATE SET new_id = excluded.new_id, cause = excluded.cause,
        stored_at = now()""";

  private UpsertRedirects() {}

  static void execute(Connection connection, List<Change> deaths) throws SQLException {
    try (var rows = new RowBatch(connection, SQL)) {
      for (Change change : deaths) {
        if (change.redirect() != null) {
          rows.text(change.eventId()).text(change.redirect()).text(change.cause()).endRow();
        }
      }
      rows.send();
    }
  }
}
