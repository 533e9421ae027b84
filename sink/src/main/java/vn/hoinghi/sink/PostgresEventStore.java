package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Events in PostgreSQL, all their rows in one transaction with the positions. */
final class PostgresEventStore implements EventStore {
  private final Transactions transactions;
  private final PostgresPositions positions;
  private final PostgresFullRead fullRead;
  private final Runnable stored;

  PostgresEventStore(DataSource database) {
    this(database, () -> {});
  }

  /**
   * @param stored told after each batch that stands
   */
  PostgresEventStore(DataSource database, Runnable stored) {
    this.stored = stored;
    this.transactions = new Transactions(database);
    this.positions = new PostgresPositions(transactions);
    this.fullRead = new PostgresFullRead(transactions);
  }

  @Override
  public Positions positions(
      TopicIdentity topic, Supplier<Map<Integer, LogBounds>> logs, Duration tombstonesKept)
      throws StoreException {
    return positions.lookUp(topic, logs, tombstonesKept);
  }

  /** Every revision is kept as JSON. */
  @Override
  public Change prepared(Change change) {
    if (!change.isTombstone()) {
      change.json().utf8();
    }
    return change;
  }

  @Override
  public Stored apply(Batch batch) throws StoreException {
    Stored done =
        transactions.commit(
            connection -> {
              boolean fullRead = PostgresPositions.hold(batch, connection);
              Stored result = write(batch.changes(), fullRead, connection);
              PostgresPositions.move(batch, connection);
              return result;
            });
    stored.run();
    return done;
  }

  /** Applies changes that were passed over before; positions stay, and sinks wait meanwhile. */
  Stored again(String topic, List<Change> changes) throws StoreException {
    return transactions.commit(
        connection -> {
          boolean fullRead = StoredPosition.anyInFullRead(LockPositions.all(connection, topic));
          return write(changes, fullRead, connection);
        });
  }

  @Override
  public List<Refusal> refusals(Batch batch) throws StoreException {
    return transactions.rehearse(
        connection -> {
          boolean fullRead = PostgresPositions.hold(batch, connection);
          return new Bisection(connection, changes -> write(changes, fullRead, connection))
              .refusals(batch);
        });
  }

  @Override
  public boolean beginFullRead(TopicIdentity topic, Map<Integer, LogBounds> logs, Begin when)
      throws StoreException {
    positions.endSilentSessions();
    return fullRead.begin(topic, logs, when);
  }

  @Override
  public boolean isReadWhole(TopicIdentity topic) throws StoreException {
    return fullRead.isReadWhole(topic);
  }

  @Override
  public void bury(TopicIdentity topic, List<Change> deaths) throws StoreException {
    fullRead.bury(topic, deaths);
  }

  @Override
  public int sweep(TopicIdentity topic) throws StoreException {
    return fullRead.sweep(topic);
  }

  /** Changes the rows of every event that the changes are news of. */
  static Stored write(List<Change> changes, boolean fullRead, Connection connection)
      throws SQLException {
    var ids = new TreeSet<String>();
    changes.forEach(change -> ids.add(change.eventId()));
    var plan = BatchPlan.of(changes, SelectKnown.execute(connection, ids, fullRead));
    write(plan, connection);
    InsertRevisions.execute(connection, changes);
    InsertOutbox.execute(connection, plan.accepted());
    if (fullRead) {
      InsertSeen.execute(connection, plan);
    }
    return plan.stored();
  }

  private static void write(BatchPlan plan, Connection connection) throws SQLException {
    List<Change> births = plan.births();
    if (!births.isEmpty()) {
      DeleteParts.execute(connection, plan.replaced());
      DeleteDead.execute(connection, plan.revived());
      DeleteRedirects.execute(connection, plan.revived());
      writeLive(connection, births, plan.replaced());
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

  /**
   * The rows of live events, into tables that hold no parts of them yet.
   *
   * @param replaced ids of which an earlier revision is live
   */
  static void writeLive(Connection connection, List<Change> births, Set<String> replaced)
      throws SQLException {
    UpsertEvents.execute(connection, births, replaced);
    InsertSources.execute(connection, births);
    InsertPersons.execute(connection, births);
    InsertDocuments.execute(connection, births);
    InsertSupports.execute(connection, births);
    InsertCoverage.execute(connection, births);
  }
}
