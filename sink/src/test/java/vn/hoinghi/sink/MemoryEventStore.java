package vn.hoinghi.sink;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.EventSource;
import vn.hoinghi.schemas.Reason;

/** Events in maps: what the store means, without a database. */
final class MemoryEventStore implements EventStore {
  final NavigableMap<String, ConferenceEvent> live = new TreeMap<>();
  final NavigableMap<String, String> redirects = new TreeMap<>();
  final NavigableMap<String, String> revisions = new TreeMap<>();
  private final Map<String, BatchPlan.Known> known = new HashMap<>();
  private final Map<Integer, StoredPosition> positions = new HashMap<>();

  /** Set to have the next calls fail as a database that is away. */
  int failures;

  @Override
  public synchronized Map<Integer, Long> positions(
      TopicIdentity topic, Map<Integer, Long> logStarts) throws StoreException {
    failIfAsked();
    var found = new HashMap<Integer, Long>();
    logStarts.forEach(
        (p, start) -> {
          positions.putIfAbsent(p, stored(topic, start));
          found.put(p, positions.get(p).checked(topic, p, start));
        });
    return found;
  }

  @Override
  public synchronized Stored apply(Batch batch) throws StoreException {
    failIfAsked();
    for (var move : batch.moves().entrySet()) {
      StoredPosition at = positions.get(move.getKey());
      if (!stored(batch.topic(), move.getValue().from()).equals(at)) {
        throw new StoreException.Fenced("partition " + move.getKey() + " stands at " + at);
      }
    }
    BatchPlan plan = BatchPlan.of(batch.changes(), known);
    for (Change birth : plan.births()) {
      check(birth.event());
    }
    plan.births().forEach(this::bear);
    plan.deaths().forEach(this::bury);
    batch
        .changes()
        .forEach(c -> revisions.putIfAbsent(c.eventId() + "@" + c.revision(), c.cause()));
    batch.moves().forEach((p, move) -> positions.put(p, stored(batch.topic(), move.to())));
    return plan.stored();
  }

  private void failIfAsked() throws StoreException {
    if (failures > 0) {
      failures--;
      throw new StoreException.Unavailable("57P03: the database system is starting up", null);
    }
  }

  private static StoredPosition stored(TopicIdentity topic, long position) {
    return new StoredPosition(topic.clusterId(), topic.topicId(), position);
  }

  private static void check(ConferenceEvent event) throws StoreException {
    var articles = new HashSet<String>();
    for (EventSource source : event.getSources()) {
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
}
