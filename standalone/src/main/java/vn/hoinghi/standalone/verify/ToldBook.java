package vn.hoinghi.standalone.verify;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.sink.StoredRows;
import vn.hoinghi.standalone.verify.Findings.Part;

/**
 * Holds what stands in the tables against the confirmations that were told. Confirmations are kept
 * for a while only: where a partition has lost its first ones, what was stored before its oldest
 * cannot be asked for.
 */
final class ToldBook {
  /** Gives revisions that stand in the tables and do not wait to be told. */
  interface Revisions {
    void each(Consumer<StoredRows.StoredRevision> reader) throws SQLException;
  }

  private static final char BEFORE_REVISION = '@';

  private final Map<String, Long> newest = new HashMap<>();
  private final Map<TopicPartition, Instant> oldest = new HashMap<>();

  /**
   * Takes a record of the confirmations; its key is the event's id, an at sign and the revision.
   */
  void record(ConsumerRecord<byte[], byte[]> record) {
    oldest.putIfAbsent(
        new TopicPartition(record.topic(), record.partition()),
        Instant.ofEpochMilli(record.timestamp()));
    String key = Verification.key(record);
    int at = key.lastIndexOf(BEFORE_REVISION);
    if (at > 0) {
      newest.merge(key.substring(0, at), Long.parseLong(key.substring(at + 1)), Math::max);
    }
  }

  /**
   * Finds revisions that are stored, and were neither told nor wait to be.
   *
   * @param beginnings first offset that each partition of the confirmations still has
   * @param now where nothing is left of a partition, that is how long ago the oldest may be
   */
  void missing(
      Revisions revisions, Map<TopicPartition, Long> beginnings, Instant now, Findings findings)
      throws SQLException {
    Instant kept = keptSince(beginnings, now);
    revisions.each(
        stored -> {
          boolean told = newest.getOrDefault(stored.eventId(), 0L) >= stored.revision();
          if (!told && !stored.storedAt().isBefore(kept)) {
            findings.add(
                Part.CONFIRMATIONS,
                stored.eventId(),
                "is stored in revision %d since %s, and %s tells nothing of it"
                    .formatted(stored.revision(), stored.storedAt(), Topics.STORED.name()));
          }
        });
  }

  private Instant keptSince(Map<TopicPartition, Long> beginnings, Instant now) {
    return beginnings.entrySet().stream()
        .filter(b -> b.getValue() > 0)
        .map(b -> oldest.getOrDefault(b.getKey(), now))
        .max(Instant::compareTo)
        .orElse(Instant.MIN);
  }
}
