package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * Keeps every revision that comes, those too that a later one in the batch overtakes. One that is
 * kept already stays as it is; nobody else adds any of these ids meanwhile, since the positions of
 * their partitions are held.
 */
final class InsertRevisions {
  private static final String TABLE =
      "event_revision (event_id, revision, record, redirect, cause, record_time)";

  private InsertRevisions() {}

  static void execute(Connection connection, List<Change> changes) throws SQLException {
    if (changes.isEmpty()) {
      return;
    }
    Set<SelectRevisions.Step> held = SelectRevisions.execute(connection, changes);
    try (var rows = new CopyRows(connection, TABLE)) {
      for (Change change : changes) {
        if (held.add(SelectRevisions.Step.of(change))) {
          rows.text(change.eventId())
              .big(change.revision())
              .json(change.isTombstone() ? null : StorableText.ofJson(change.json().utf8()))
              .text(change.redirect())
              .text(change.cause())
              .time(change.recordTime())
              .endRow();
        }
      }
      rows.send();
    }
  }
}
