package vn.hoinghi.sink;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.EventSource;
import vn.hoinghi.schemas.Reason;

/** Events in maps: what the store means, without a database. */
final class MemoryEventStore implements EventStore {
  final NavigableMap<String, ConferenceEvent> live = new TreeMap<>();
  final NavigableMap<String, String> redirects = new TreeMap<>();
  final NavigableMap<String, String> revisions = new TreeMap<>();
  private final Map<String, BatchPlan.Known> known = new HashMap<>();
  private final NavigableMap<Integer, StoredPosition> positions = new TreeMap<>();
  private final Set<String> seen = new HashSet<>();

  /** Set to have the next calls fail as a database that is away. */
  int failures;

  /** More changes at once do not come to their end in time. */
  int mostChanges = Integer.MAX_VALUE;

  /** How often a position was stored that had not moved. */
  int confirmed;

  /** How long ago the end of the log was read. */
  Duration incomplete = Duration.ZERO;

  @Override
  public synchronized Positions positions(
      TopicIdentity topic, Supplier<Map<Integer, LogBounds>> logs, Duration tombstonesKept)
      throws StoreException {
    failIfAsked();
    Map<Integer, LogBounds> heard = logs.get();
    heard.forEach((p, log) -> positions.putIfAbsent(p, at(topic, log.start(), null)));
    var stored = new TreeMap<>(positions);
    stored.replaceAll((p, at) -> aged(at));
    return Positions.checked(stored, topic, heard, logs, tombstonesKept);
  }

  @Override
  public synchronized Stored apply(Batch batch) throws StoreException {
    failIfAsked();
    compare(batch);
    if (batch.changes().size() > mostChanges) {
      throw new StoreException.Unavailable("57014: canceling statement due to time-out", null);
    }
    for (Change change : batch.changes()) {
      check(change);
    }
    Stored stored = write(batch.changes(), inFullRead());
    batch.moves().forEach(this::move);
    return stored;
  }

  @Override
  public synchronized List<Refusal> refusals(Batch batch) throws StoreException {
    compare(batch);
    var refusals = new ArrayList<Refusal>();
    for (Change change : batch.changes()) {
      try {
        check(change);
      } catch (StoreException.Refused e) {
        refusals.add(new Refusal(change, e));
      }
    }
    return refusals;
  }

  private void compare(Batch batch) throws StoreException {
    for (var move : batch.moves().entrySet()) {
      StoredPosition at = positions.get(move.getKey());
      if (at == null || !at.standsAt(batch.topic(), move.getValue().from())) {
        throw new StoreException.Fenced("partition " + move.getKey() + " stands at " + at);
      }
    }
  }

  private Stored write(List<Change> changes, boolean fullRead) {
    var compared = new HashMap<>(known);
    if (fullRead) {
      compared.replaceAll(
          (id, k) -> seen.contains(id) ? k : new BatchPlan.Known(-1, k.contentHash()));
    }
    BatchPlan plan = BatchPlan.of(changes, compared);
    plan.births().forEach(this::bear);
    plan.deaths().forEach(this::bury);
    changes.forEach(c -> revisions.putIfAbsent(c.eventId() + "@" + c.revision(), c.cause()));
    if (fullRead) {
      Stream.concat(plan.births().stream(), plan.deaths().stream())
          .forEach(c -> seen.add(c.eventId()));
    }
    return plan.stored();
  }

  private void move(int partition, Move move) {
    confirmed += move.from() == move.to() && move.atEnd() ? 1 : 0;
    positions.computeIfPresent(
        partition,
        (p, at) ->
            new StoredPosition(
                at.clusterId(), at.topicId(), move.to(), Duration.ZERO, at.rebuildUntil(), false));
  }

  @Override
  public synchronized boolean beginFullRead(
      TopicIdentity topic, Map<Integer, LogBounds> logs, Begin when) {
    boolean underWay = positions.values().stream().anyMatch(p -> p.inFullRead() && p.isOf(topic));
    boolean wanted = when == Begin.ANEW || (when == Begin.OR_GO_ON && !underWay);
    if (!positions.isEmpty() && !wanted) {
      return false;
    }
    boolean anything = logs.values().stream().anyMatch(log -> log.end() > log.start());
    positions.clear();
    seen.clear();
    incomplete = Duration.ZERO;
    logs.forEach((p, log) -> positions.put(p, at(topic, log.start(), anything ? log.end() : null)));
    return true;
  }

  @Override
  public synchronized boolean isReadWhole(TopicIdentity topic) {
    return inFullRead() && positions.values().stream().allMatch(StoredPosition::isReadWhole);
  }

  @Override
  public synchronized void bury(TopicIdentity topic, List<Change> deaths) {
    write(deaths.stream().filter(d -> !seen.contains(d.eventId())).toList(), false);
  }

  @Override
  public synchronized int sweep(TopicIdentity topic) {
    if (!isReadWhole(topic)) {
      return 0;
    }
    var gone = live.keySet().stream().filter(id -> !seen.contains(id)).toList();
    for (String id : gone) {
      bury(Change.death(id, known.get(id).revision() + 1, null, null, Instant.EPOCH));
    }
    if (gone.isEmpty()) {
      seen.clear();
      positions.replaceAll((p, at) -> at(topic, at.position(), null));
    }
    return gone.size();
  }

  private boolean inFullRead() {
    return StoredPosition.anyInFullRead(positions);
  }

  private void failIfAsked() throws StoreException {
    if (failures > 0) {
      failures--;
      throw new StoreException.Unavailable("57P03: the database system is starting up", null);
    }
  }

  private static StoredPosition at(TopicIdentity topic, long position, Long until) {
    return new StoredPosition(
        topic.clusterId(), topic.topicId(), position, Duration.ZERO, until, false);
  }

  private StoredPosition aged(StoredPosition at) {
    return new StoredPosition(
        at.clusterId(), at.topicId(), at.position(), incomplete, at.rebuildUntil(), false);
  }

  private static void check(Change change) throws StoreException {
    var articles = new HashSet<String>();
    for (EventSource source :
        change.isTombstone() ? List.<EventSource>of() : change.event().getSources()) {
      if (!articles.add(source.getArticleId())) {
        throw new StoreException.Refused(Reason.SINK_CONSTRAINT, "article twice", null);
      }
    }
  }

  private void bear(Change birth) {
    live.put(birth.eventId(), birth.event());
    redirects.remove(birth.eventId());
    known.put(birth.eventId(), new BatchPlan.Known(birth.revision(), birth.contentHash()));
  }

  private void bury(Change death) {
    live.remove(death.eventId());
    redirects.remove(death.eventId());
    if (death.redirect() != null) {
      redirects.put(death.eventId(), death.redirect());
    }
    known.put(death.eventId(), new BatchPlan.Known(death.revision(), null));
  }

  /** Where a partition stands. */
  long position(int partition) throws StoreException {
    var log = Map.of(partition, new LogBounds(0, Long.MAX_VALUE));
    return positions(EventLog.IDENTITY, () -> log, GroupMember.TOMBSTONES_KEPT)
        .byPartition()
        .get(partition);
  }
}
