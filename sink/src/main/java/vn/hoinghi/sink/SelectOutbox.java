package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import vn.hoinghi.avro.EventStored;

/** Reads the oldest confirmations, in the order of telling. */
final class SelectOutbox {
  private static final String SQL =
      """
      SELECT id, event_id, revision, retracted, record_time, stored_at
      FROM outbox ORDER BY id LIMIT ?""";

  private SelectOutbox() {}

  static List<Confirmation> execute(Connection connection, int most) throws SQLException {
    var found = new ArrayList<Confirmation>();
    try (PreparedStatement statement = connection.prepareStatement(SQL)) {
      statement.setInt(1, most);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          var stored =
              new EventStored(
                  rows.getString(2),
                  rows.getLong(3),
                  rows.getBoolean(4),
                  instant(rows, 5),
                  instant(rows, 6));
          found.add(new Confirmation(rows.getLong(1), stored));
        }
      }
    }
    return found;
  }

  private static Instant instant(ResultSet rows, int column) throws SQLException {
    return rows.getObject(column, OffsetDateTime.class).toInstant();
  }
}
