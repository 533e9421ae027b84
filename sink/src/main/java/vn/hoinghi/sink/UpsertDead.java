package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Remembers the revision with which an id died. */
final class UpsertDead {
  private static final String SQL =
      """
      INSERT INTO event_dead (event_id, revision, cause, record_time) VALUES (?, ?, ?, ?)
      ON CONFLICT (event_id) DO UPDATE SET revision = excluded.revision, cause = excluded.cause,
        record_time = excluded.record_time, stored_at = now()""";

  private UpsertDead() {}

  static void execute(Connection connection, List<Change> deaths) throws SQLException {
    try (var rows = new RowBatch(connection, SQL)) {
      for (Change change : deaths) {
        rows.text(change.eventId()).big(change.revision()).text(change.cause());
        rows.time(change.recordTime()).endRow();
      }
      rows.send();
    }
  }
}
