package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Asks which of these revisions the history holds already. */
final class SelectRevisions {
  private static final String SQL =
      """
      SELECT event_id, revision
      FROM unnest(?::text[], ?::bigint[]) AS wanted (event_id, revision)
        JOIN event_revision USING (event_id, revision)""";

  /** One step in the life of an id. */
  record Step(String eventId, long revision) {
    static Step of(Change change) {
      return new Step(change.eventId(), change.revision());
    }
  }

  private SelectRevisions() {}

  static Set<Step> execute(Connection connection, List<Change> changes) throws SQLException {
    var held = new HashSet<Step>();
    try (PreparedStatement statement = connection.prepareStatement(SQL)) {
      Object[] ids = changes.stream().map(Change::eventId).toArray();
      Object[] revisions = changes.stream().map(Change::revision).toArray();
      statement.setArray(1, connection.createArrayOf("text", ids));
      statement.setArray(2, connection.createArrayOf("bigint", revisions));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          held.add(new Step(rows.getString(1), rows.getLong(2)));
        }
      }
    }
    return held;
  }
}
