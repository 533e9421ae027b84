package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events in PostgreSQL. Two sinks may believe that a partition is theirs (one was frozen past its
 * session): each batch therefore names the position it starts from, the position's row is locked
 * first, and who finds another position there stores nothing.
 */
final class PostgresEventStore implements EventStore {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresEventStore.class);

  private final Transactions transactions;
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
    this.fullRead = new PostgresFullRead(transactions);
  }

  @Override
  public Positions positions(
      TopicIdentity topic, Map<Integer, LogBounds> logs, Duration tombstonesKept)
      throws StoreException {
    endSilentSessions();
    var starts = new HashMap<Integer, Long>();
    logs.forEach((p, log) -> starts.put(p, log.start()));
    Map<Integer, StoredPosition> stored =
        transactions.commit(
            connection -> {
              InsertPositions.execute(connection, topic, starts);
              return LockPositions.execute(connection, topic.topic(), logs.keySet());
            });
    var positions = new HashMap<Integer, Long>();
    logs.forEach(
        (p, log) -> positions.put(p, stored.get(p).checked(topic, p, log, tombstonesKept)));
    return new Positions(positions, inFullRead(stored));
  }

  @Override
  public Stored apply(Batch batch) throws StoreException {
    Stored done =
        transactions.commit(
            connection -> {
              boolean fullRead = compare(batch, connection);
              Stored result = write(batch.changes(), fullRead, connection);
              UpdatePositions.execute(connection, batch.topic().topic(), batch.moves());
              return result;
            });
    stored.run();
    return done;
  }

  /** Applies changes that were passed over before; positions stay, and sinks wait meanwhile. */
  Stored again(String topic, List<Change> changes) throws StoreException {
    return transactions.commit(
        connection -> {
          boolean fullRead = inFullRead(LockPositions.all(connection, topic));
          return write(changes, fullRead, connection);
        });
  }

  @Override
  public List<Refusal> refusals(Batch batch) throws StoreException {
    return transactions.rehearse(
        connection -> {
          boolean fullRead = compare(batch, connection);
          return new Bisection(connection, fullRead).refusals(batch);
        });
  }

  @Override
  public boolean beginFullRead(TopicIdentity topic, Map<Integer, LogBounds> logs, Begin when)
      throws StoreException {
    endSilentSessions();
    return fullRead.begin(topic, logs, when);
  }

  /** Before positions are waited for, for nobody else would end them. */
  private void endSilentSessions() throws StoreException {
    int ended = transactions.commit(EndSilentSessions::execute);
    if (ended > 0) {
      LOG.warn("{} sessions of sinks that stopped amid a batch were ended", ended);
    }
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

  static boolean inFullRead(Map<Integer, StoredPosition> positions) {
    return positions.values().stream().anyMatch(StoredPosition::inFullRead);
  }

  /** Holds the positions, and tells whether a full read is under way. */
  private static boolean compare(Batch batch, Connection connection)
      throws SQLException, StoreException {
    Map<Integer, StoredPosition> stored =
        LockPositions.execute(connection, batch.topic().topic(), batch.moves().keySet());
    for (Map.Entry<Integer, Move> entry : batch.moves().entrySet()) {
      StoredPosition at = stored.get(entry.getKey());
      if (at == null || !at.standsAt(batch.topic(), entry.getValue().from())) {
        throw new StoreException.Fenced(
            "%s-%d stands at %s, not at %d of %s"
                .formatted(
                    batch.topic().topic(),
                    entry.getKey(),
                    at,
                    entry.getValue().from(),
                    batch.topic()));
      }
    }
    return inFullRead(stored);
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
