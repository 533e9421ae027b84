package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Notes what is to be told once the transaction stands. */
final class InsertOutbox {
  private static final String TABLE = "outbox (event_id, revision, retracted, record_time)";

  private InsertOutbox() {}

  static void execute(Connection connection, List<Change> changes) throws SQLException {
    try (var rows = new CopyRows(connection, TABLE)) {
      for (Change change : changes) {
        rows.text(change.eventId()).big(change.revision()).truth(change.isTombstone());
        rows.time(change.recordTime()).endRow();
      }
      rows.send();
    }
  }
}
