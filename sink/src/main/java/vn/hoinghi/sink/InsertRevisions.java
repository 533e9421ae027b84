package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Keeps every revision that comes, those too that a later one in the batch overtakes. One that is
 * kept already stays as it is.
 */
final class InsertRevisions {
  private static final String SQL =
      """
      INSERT INTO event_revision (event_id, revision, record, redirect, cause, record_time)
      VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";

  private InsertRevisions() {}

  static void execute(Connection connection, List<Change> changes) throws SQLException {
    try (var rows = new RowBatch(connection, SQL)) {
      for (Change change : changes) {
        rows.text(change.eventId())
            .big(change.revision())
            .untyped(StorableText.ofJson(change.record()))
            .text(change.redirect())
            .text(change.cause())
            .time(change.recordTime())
            .endRow();
      }
      rows.send();
    }
  }
}
