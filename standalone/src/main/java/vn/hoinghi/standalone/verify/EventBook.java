package vn.hoinghi.standalone.verify;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import vn.hoinghi.avro.ChangeKind;
import vn.hoinghi.avro.EventChange;
import vn.hoinghi.schemas.DeadIds;
import vn.hoinghi.standalone.verify.Findings.Part;

/**
 * Which record is the newest of each event id, where it stands, and whether the log of changes
 * tells of it. Values stay on disk; here is what is needed to find and to compare them.
 */
final class EventBook {
  /** Where the newest record of a key stands. */
  record Place(TopicPartition partition, long offset, long timestamp) {}

  /** The last step of an id's life. */
  private record Step(long revision, ChangeKind kind, boolean dead) {}

  private final Map<String, Place> newest = new HashMap<>();
  private final Map<String, Step> steps = new HashMap<>();

  /** Takes a record of the events topic, tombstones too. */
  void record(ConsumerRecord<byte[], byte[]> record) {
    newest.put(
        Verification.key(record),
        new Place(
            new TopicPartition(record.topic(), record.partition()),
            record.offset(),
            record.timestamp()));
  }

  /** Takes a record of the log of changes. */
  void change(EventChange change) {
    steps.merge(
        change.getEventId(),
        new Step(change.getRevision(), change.getKind(), DeadIds.after(change)),
        (one, other) -> other.revision() >= one.revision() ? other : one);
  }

  Place place(String eventId) {
    return newest.get(eventId);
  }

  /** Whether the topic holds a record of it, be it a tombstone. */
  boolean knows(String eventId) {
    return newest.containsKey(eventId);
  }

  /** Compares a live event with the last step that the log of changes tells of it. */
  void live(String eventId, long revision, Findings findings) {
    Step last = steps.get(eventId);
    if (last == null || last.dead() || last.revision() != revision) {
      findings.add(
          Part.EVENTS,
          eventId,
          "is live in revision %d, and the log of changes %s"
              .formatted(
                  revision,
                  last == null
                      ? "never tells of it"
                      : "ends with %s in revision %d".formatted(last.kind(), last.revision())));
    }
  }

  /** Ids that the log of changes calls live and that have no value. */
  void lost(Set<String> live, Findings findings) {
    steps.forEach(
        (id, last) -> {
          if (!last.dead() && !live.contains(id)) {
            findings.add(
                Part.EVENTS,
                id,
                "has no value, and the log of changes ends with %s in revision %d"
                    .formatted(last.kind(), last.revision()));
          }
        });
  }
}
