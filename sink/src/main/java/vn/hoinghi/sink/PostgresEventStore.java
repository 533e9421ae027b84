package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * Events in PostgreSQL. Two sinks may believe that a partition is theirs (one was frozen past its
 * session): each batch therefore names the position it starts from, the position's row is locked
 * first, and who finds another position there stores nothing.
 */
final class PostgresEventStore implements EventStore {
  private final DataSource database;
  private final Runnable stored;

  PostgresEventStore(DataSource database) {
    this(database, () -> {});
  }

  /**
   * @param stored told after each batch that stands
   */
  PostgresEventStore(DataSource database, Runnable stored) {
    this.database = database;
    this.stored = stored;
  }

  /** What is done within one transaction. */
  private interface Work<T> {
    T in(Connection connection) throws SQLException, StoreException;
  }

  @Override
  public Map<Integer, Long> positions(TopicIdentity topic, Map<Integer, Long> logStarts)
      throws StoreException {
    Map<Integer, StoredPosition> stored =
        transact(
            connection -> {
              InsertPositions.execute(connection, topic, logStarts);
              return LockPositions.execute(connection, topic.topic(), logStarts.keySet());
            });
    var positions = new HashMap<Integer, Long>();
    stored.forEach((p, at) -> positions.put(p, at.checked(topic, p, logStarts.get(p))));
    return positions;
  }

  @Override
  public Stored apply(Batch batch) throws StoreException {
    Stored done =
        transact(
            connection -> {
              compare(batch, connection);
              Stored result = settle(batch.changes(), connection);
              UpdatePositions.execute(connection, batch.topic().topic(), batch.moves());
              return result;
            });
    stored.run();
    return done;
  }

  /** Applies changes that were passed over before; positions stay, and sinks wait meanwhile. */
  Stored again(List<Change> changes) throws StoreException {
    return transact(
        connection -> {
          LockPositions.all(connection);
          return settle(changes, connection);
        });
  }

  private static Stored settle(List<Change> changes, Connection connection) throws SQLException {
    var ids = new TreeSet<String>();
    changes.forEach(change -> ids.add(change.eventId()));
    var plan = BatchPlan.of(changes, SelectKnown.execute(connection, ids));
    write(plan, connection);
    InsertRevisions.execute(connection, changes);
    InsertOutbox.execute(connection, plan.accepted());
    return plan.stored();
  }

  private static void compare(Batch batch, Connection connection)
      throws SQLException, StoreException {
    Map<Integer, StoredPosition> stored =
        LockPositions.execute(connection, batch.topic().topic(), batch.moves().keySet());
    for (Map.Entry<Integer, Move> entry : batch.moves().entrySet()) {
      int partition = entry.getKey();
      var expected =
          new StoredPosition(
              batch.topic().clusterId(), batch.topic().topicId(), entry.getValue().from());
      if (!expected.equals(stored.get(partition))) {
        throw new StoreException.Fenced(
            "%s-%d stands at %s, not at %s"
                .formatted(batch.topic().topic(), partition, stored.get(partition), expected));
      }
    }
  }

  private static void write(BatchPlan plan, Connection connection) throws SQLException {
    List<Change> births = plan.births();
    if (!births.isEmpty()) {
      List<String> ids = births.stream().map(Change::eventId).toList();
      DeleteParts.execute(connection, plan.replaced());
      DeleteDead.execute(connection, ids);
      DeleteRedirects.execute(connection, ids);
      writeLive(connection, births);
    }
    List<Change> deaths = plan.deaths();
    if (!deaths.isEmpty()) {
      List<String> ids = deaths.stream().map(Change::eventId).toList();
      DeleteEvents.execute(connection, ids);
      DeleteRedirects.execute(connection, ids);
      UpsertDead.execute(connection, deaths);
      UpsertRedirects.execute(connection, deaths);
    }
  }

  /** The rows of live events, into tables that hold no parts of them yet. */
  static void writeLive(Connection connection, List<Change> births) throws SQLException {
    UpsertEvents.execute(connection, births);
    InsertSources.execute(connection, births);
    InsertPersons.execute(connection, births);
    InsertDocuments.execute(connection, births);
    InsertSupports.execute(connection, births);
    InsertCoverage.execute(connection, births);
  }

  private <T> T transact(Work<T> work) throws StoreException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.in(connection);
        connection.commit();
        return result;
      } catch (SQLException | StoreException | RuntimeException e) {
        rollback(connection, e);
        throw e;
      }
    } catch (SQLException e) {
      throw SqlFault.of(e);
    }
  }

  /** The connection may be what failed; the first fault is the one that counts. */
  static void rollback(Connection connection, Exception first) {
    try {
      connection.rollback();
    } catch (SQLException second) {
      first.addSuppressed(second);
    }
  }
}
