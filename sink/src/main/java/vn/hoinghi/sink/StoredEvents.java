package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.schemas.JsonEvent;

/**
 * Events as the tables have them, all of one moment. What else may be asked (how many, where, who)
 * is SQL; this is for who wants one event whole.
 */
public final class StoredEvents {
  private static final String RECORD =
      """
      SELECT r.record FROM event e JOIN event_revision r
        ON r.event_id = e.event_id AND r.revision = e.revision
      WHERE e.event_id = ?""";

  private final Connection connection;

  private StoredEvents(Connection connection) {
    this.connection = connection;
  }

  /**
   * Begins to read.
   *
   * @param connection to be used for nothing else meanwhile; a transaction is left open on it
   */
  public static StoredEvents on(Connection connection) throws SQLException {
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setAutoCommit(false);
    return new StoredEvents(connection);
  }

  /** The live event that an id leads to, itself where it is live; empty where it leads nowhere. */
  public Optional<String> live(String eventId) throws SQLException {
    return text("SELECT event_now(?)", eventId);
  }

  /** Whether there was an event of this id that is no more. */
  public boolean ended(String eventId) throws SQLException {
    return text("SELECT event_id FROM event_dead WHERE event_id = ?", eventId).isPresent();
  }

  /** The live event that names an article among its sources: the first 200 that report it. */
  public Optional<String> naming(String articleId) throws SQLException {
    return text("SELECT event_id FROM event_source WHERE article_id = ? LIMIT 1", articleId);
  }

  /** A live event as it was published; empty where none is live, or its history was deleted. */
  public Optional<ConferenceEvent> event(String eventId) throws SQLException {
    return text(RECORD, eventId).map(JsonEvent::read);
  }

  private Optional<String> text(String query, String argument) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, argument);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
      }
    }
  }
}
