package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.hoinghi.schemas.Topics;

/**
 * Begins a full read of the topic and ends it. In between, batches go their usual way, except that
 * a row counts for nothing until it was met again; what was met stands in {@code sink_seen}, in the
 * transactions of the positions, so that a kill at any point is gone on from.
 */
final class PostgresFullRead {
  private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext(?))";
  private static final int SWEPT_AT_ONCE = 1000;

  private final Transactions transactions;

  PostgresFullRead(Transactions transactions) {
    this.transactions = transactions;
  }

  boolean begin(TopicIdentity topic, Map<Integer, LogBounds> logs, Begin when)
      throws StoreException {
    return transactions.commit(
        connection -> {
          lock(connection, topic);
          Map<Integer, StoredPosition> known = LockPositions.all(connection, topic.topic());
          if (!known.isEmpty() && !isWanted(when, topic, known)) {
            return false;
          }
          restart(connection, topic, logs);
          BeginFullRead.execute(connection, topic.topic(), logs, haveKeysMoved(known, logs));
          return true;
        });
  }

  private static boolean isWanted(
      Begin when, TopicIdentity topic, Map<Integer, StoredPosition> known) {
    boolean underWay = known.values().stream().anyMatch(p -> p.inFullRead() && p.isOf(topic));
    return when == Begin.ANEW || (when == Begin.OR_GO_ON && !underWay);
  }

  /** Two sinks may start at once. */
  private static void lock(Connection connection, TopicIdentity topic) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
      statement.setString(1, "hoinghi full read of " + topic.topic());
      statement.execute();
    }
  }

  private static void restart(
      Connection connection, TopicIdentity topic, Map<Integer, LogBounds> logs)
      throws SQLException {
    DeletePositions.execute(connection, topic.topic());
    var starts = new HashMap<Integer, Long>();
    logs.forEach((p, log) -> starts.put(p, log.start()));
    InsertPositions.execute(connection, topic, starts);
  }

  /** A topic of another size than it is made with has grown, as far as one can know. */
  private static boolean haveKeysMoved(
      Map<Integer, StoredPosition> known, Map<Integer, LogBounds> logs) {
    return logs.size() != Topics.EVENTS.partitions()
        || known.values().stream().anyMatch(StoredPosition::keysMoved);
  }

  boolean isReadWhole(TopicIdentity topic) throws StoreException {
    return transactions.rehearse(
        connection -> isReadWhole(LockPositions.all(connection, topic.topic())));
  }

  private static boolean isReadWhole(Map<Integer, StoredPosition> positions) {
    return StoredPosition.anyInFullRead(positions)
        && positions.values().stream().allMatch(StoredPosition::isReadWhole);
  }

  /** Ids that were met are left alone: of them the topic itself has told the last word. */
  void bury(TopicIdentity topic, List<Change> deaths) throws StoreException {
    transactions.commit(
        connection -> {
          LockPositions.all(connection, topic.topic());
          var ids = deaths.stream().map(Change::eventId).distinct().toList();
          Set<String> met = SelectSeen.execute(connection, ids);
          List<Change> news = deaths.stream().filter(d -> !met.contains(d.eventId())).toList();
          return PostgresEventStore.write(news, false, connection);
        });
  }

  int sweep(TopicIdentity topic) throws StoreException {
    return transactions.commit(
        connection -> {
          if (!isReadWhole(LockPositions.all(connection, topic.topic()))) {
            return 0;
          }
          List<Change> gone = new ArrayList<>();
          SelectUnseen.execute(connection, SWEPT_AT_ONCE)
              .forEach(
                  (id, revision) ->
                      gone.add(Change.death(id, revision + 1, null, null, Instant.now())));
          if (gone.isEmpty()) {
            EndFullRead.execute(connection, topic.topic());
          }
          PostgresEventStore.write(gone, false, connection);
          return gone.size();
        });
  }
}
