package vn.hoinghi.sink;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * All live events as ordered text, so that two runs can be compared byte by byte: one line a row,
 * {@code <event id> <table> <ordinal> <row as JSON>}, without revisions and our own processing
 * times, which depend on how the articles arrived, and without words for search, which only repeat.
 */
public final class CanonicalDump {
  private static final int ROWS_AT_ONCE = 1000;

  private static final String SQL =
      """
      SELECT line FROM (
        SELECT event_id, 0 AS part, 0 AS ordinal, event_id || ' event 0 '
          || (to_jsonb(t) - 'event_id' - 'revision' - 'record_time' - 'stored_at' - 'words')::text AS line
        FROM event t
        UNION ALL
        SELECT event_id, 1, ordinal, event_id || ' source ' || ordinal || ' '
          || (to_jsonb(t) - 'event_id' - 'ordinal')::text FROM event_source t
        UNION ALL
        SELECT event_id, 2, ordinal, event_id || ' person ' || ordinal || ' '
          || (to_jsonb(t) - 'event_id' - 'ordinal')::text FROM event_person t
        UNION ALL
        SELECT event_id, 3, ordinal, event_id || ' document ' || ordinal || ' '
          || (to_jsonb(t) - 'event_id' - 'ordinal')::text FROM event_document t
        UNION ALL
        SELECT event_id, 4, ordinal, event_id || ' support ' || ordinal || ' '
          || (to_jsonb(t) - 'event_id' - 'ordinal')::text FROM event_support t
        UNION ALL
        SELECT event_id, 5, ordinal, event_id || ' coverage ' || ordinal || ' '
          || (to_jsonb(t) - 'event_id' - 'ordinal')::text FROM event_coverage t
      ) AS lines ORDER BY event_id COLLATE "C", part, ordinal""";

  private CanonicalDump() {}

  /** Writes one consistent state of the tables; every line ends with a line feed. */
  public static void write(DataSource database, Appendable out) throws SQLException, IOException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      inUtc(connection);
      try (PreparedStatement statement = connection.prepareStatement(SQL)) {
        statement.setFetchSize(ROWS_AT_ONCE);
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            out.append(rows.getString(1)).append('\n');
          }
        }
      }
      connection.rollback();
    }
  }

  /** A timestamp's text depends on the session's zone. */
  private static void inUtc(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("SET LOCAL TIME ZONE 'UTC'");
    }
  }
}
