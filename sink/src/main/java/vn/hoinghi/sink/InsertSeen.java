package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** Remembers the ids that a full read has met. */
final class InsertSeen {
  private static final String SQL =
      "INSERT INTO sink_seen (event_id) VALUES (?) ON CONFLICT (event_id) DO NOTHING";

  private InsertSeen() {}

  static void execute(Connection connection, BatchPlan plan) throws SQLException {
    List<Change> met = Stream.concat(plan.births().stream(), plan.deaths().stream()).toList();
    try (var rows = new RowBatch(connection, SQL)) {
      for (Change change : met) {
        rows.text(change.eventId()).endRow();
      }
      rows.send();
    }
  }
}
