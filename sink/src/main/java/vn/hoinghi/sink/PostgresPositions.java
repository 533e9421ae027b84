package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Positions beside the rows. Two sinks may believe that a partition is theirs (one was frozen past
 * its session): each batch therefore names the position it starts from, the position's row is
 * locked first, and who finds another position there stores nothing.
 */
final class PostgresPositions {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresPositions.class);

  private final Transactions transactions;

  PostgresPositions(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Where to read on; see {@link EventStore#positions}. */
  Positions lookUp(
      TopicIdentity topic, Supplier<Map<Integer, LogBounds>> logs, Duration tombstonesKept)
      throws StoreException {
    endSilentSessions();
    Map<Integer, LogBounds> before = logs.get();
    var starts = new HashMap<Integer, Long>();
    before.forEach((p, log) -> starts.put(p, log.start()));
    Map<Integer, StoredPosition> stored =
        transactions.commit(
            connection -> {
              InsertPositions.execute(connection, topic, starts);
              return LockPositions.execute(connection, topic.topic(), before.keySet());
            });
    return Positions.checked(stored, topic, before, logs, tombstonesKept);
  }

  /** Before positions are waited for, for nobody else would end them. */
  void endSilentSessions() throws StoreException {
    int ended = transactions.commit(EndSilentSessions::execute);
    if (ended > 0) {
      LOG.warn("{} sessions of sinks that stopped amid a batch were ended", ended);
    }
  }

  /**
   * Holds a batch's positions until the transaction ends.
   *
   * @return whether a full read is under way
   * @throws StoreException.Fenced where one is not where the batch starts
   */
  static boolean hold(Batch batch, Connection connection) throws SQLException, StoreException {
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
    return StoredPosition.anyInFullRead(stored);
  }

  /** Moves the positions that a batch holds. */
  static void move(Batch batch, Connection connection) throws SQLException {
    UpdatePositions.execute(connection, batch.topic().topic(), batch.moves());
  }
}
