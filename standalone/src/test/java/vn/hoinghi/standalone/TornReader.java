package vn.hoinghi.standalone;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A reader beside the sinks that asks in REPEATABLE READ, in two questions, whether each event has
 * the sources of its revision and no others. While the server is away it waits.
 */
final class TornReader implements AutoCloseable {
  private static final String EVENTS =
      "SELECT event_id || ' ' || title || ' ' || source_count FROM event WHERE source_count > 0";
  private static final String SOURCES =
      "SELECT event_id || ' ' || title || ' ' || count(*) FROM event_source GROUP BY event_id, title";

  private final SinkTables tables;
  private final AtomicLong seen = new AtomicLong();
  private final Set<String> torn = new HashSet<>();
  private final Thread thread = new Thread(this::run, "torn-reader");
  private volatile boolean closed;

  TornReader(SinkTables tables) {
    this.tables = tables;
    thread.start();
  }

  /** How many events it has looked at. */
  long seen() {
    return seen.get();
  }

  /** Events that did not fit their sources; only when closed. */
  Set<String> torn() {
    return torn;
  }

  private void run() {
    while (!closed) {
      try (Connection connection = tables.database().getConnection()) {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        while (!closed) {
          look(connection);
        }
      } catch (SQLException e) {
        Thread.onSpinWait(); // the server is away, or the tables are not made yet
      }
    }
  }

  private void look(Connection connection) throws SQLException {
    Set<String> events = lines(connection, EVENTS);
    Set<String> sources = lines(connection, SOURCES);
    connection.rollback();
    seen.addAndGet(events.size());
    events.stream().filter(line -> !sources.contains(line)).forEach(torn::add);
    sources.stream().filter(line -> !events.contains(line)).forEach(torn::add);
  }

  private static Set<String> lines(Connection connection, String sql) throws SQLException {
    var lines = new HashSet<String>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
    }
    return lines;
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
