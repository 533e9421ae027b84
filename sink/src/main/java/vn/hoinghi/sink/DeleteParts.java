package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/** Takes away what belongs to earlier revisions of events that stay live. */
final class DeleteParts {
  private static final String SQL =
      """
      WITH gone AS (SELECT unnest(?::text[]) AS event_id),
        sources AS (DELETE FROM event_source p USING gone g WHERE p.event_id = g.event_id),
        persons AS (DELETE FROM event_person p USING gone g WHERE p.event_id = g.event_id),
        coverage AS (DELETE FROM event_coverage p USING gone g WHERE p.event_id = g.event_id),
        documents AS (DELETE FROM event_document p USING gone g WHERE p.event_id = g.event_id)
      DELETE FROM event_support p USING gone g WHERE p.event_id = g.event_id""";

  private DeleteParts() {}

  static void execute(Connection connection, Collection<String> eventIds) throws SQLException {
    if (eventIds.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(SQL)) {
      statement.setArray(1, connection.createArrayOf("text", eventIds.toArray()));
      statement.executeUpdate();
    }
  }
}
