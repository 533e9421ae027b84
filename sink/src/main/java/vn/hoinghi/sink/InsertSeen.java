package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.stream.Stream;

/** Remembers the ids that a full read has met. */
final class InsertSeen {
  private static final String SQL =
      "INSERT INTO sink_seen (event_id) SELECT unnest(?::text[]) ON CONFLICT (event_id) DO NOTHING";

  private InsertSeen() {}

  static void execute(Connection connection, BatchPlan plan) throws SQLException {
    Object[] met =
        Stream.concat(plan.births().stream(), plan.deaths().stream())
            .map(change -> StorableText.of(change.eventId()))
            .toArray();
    try (PreparedStatement statement = connection.prepareStatement(SQL)) {
      statement.setArray(1, connection.createArrayOf("text", met));
      statement.executeUpdate();
    }
  }
}
