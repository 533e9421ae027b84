package vn.hoinghi.sink;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.Uuid;

/**
 * One partition's row of {@code sink_position}.
 *
 * @param incomplete how long ago the rows held all that the partition held
 * @param rebuildUntil where the partition ended when a full read began; null while none is
 * @param keysMoved whether an event may stand in several partitions
 */
record StoredPosition(
    String clusterId,
    Uuid topicId,
    long position,
    Duration incomplete,
    Long rebuildUntil,
    boolean keysMoved) {

  boolean isOf(TopicIdentity topic) {
    return clusterId.equals(topic.clusterId()) && topicId.equals(topic.topicId());
  }

  boolean standsAt(TopicIdentity topic, long offset) {
    return isOf(topic) && position == offset;
  }

  boolean inFullRead() {
    return rebuildUntil != null;
  }

  static boolean anyInFullRead(Map<Integer, StoredPosition> positions) {
    return positions.values().stream().anyMatch(StoredPosition::inFullRead);
  }

  /** Whether a full read has passed all that was there when it began. */
  boolean isReadWhole() {
    return rebuildUntil == null || position >= rebuildUntil;
  }

  /**
   * The position, where it means something in this topic, its log goes on from there, and no
   * tombstone between here and the log's end can have been forgotten. Kafka keeps one for {@code
   * tombstonesKept} at least, and reading up to {@link #incomplete} ago saw all that were there.
   */
  long checked(TopicIdentity topic, int partition, LogBounds log, Duration tombstonesKept) {
    String name = topic.topic() + "-" + partition;
    if (!clusterId.equals(topic.clusterId())) {
      throw refused(
          "the database holds positions of cluster %s, the brokers are cluster %s: connect to that cluster, or take this one's events over"
              .formatted(clusterId, topic.clusterId()));
    }
    if (!topicId.equals(topic.topicId())) {
      throw refused(
          "%s was deleted and created again (topic id %s, the database holds positions of %s)"
              .formatted(topic.topic(), topic.topicId(), topicId));
    }
    if (position < log.start()) {
      throw refused(
          "%s begins at offset %d, the database has read up to %d: a gap of %d offsets is lost to it"
              .formatted(name, log.start(), position, log.start() - position));
    }
    if (position > log.end()) {
      throw refused(
          "%s ends at offset %d, the database has read up to %d: the brokers have lost %d offsets, or the database is another's"
              .formatted(name, log.end(), position, position - log.end()));
    }
    if (position < log.end() && incomplete.compareTo(tombstonesKept) > 0) {
      throw refused(
          "%s was read to its end %s ago, and its tombstones are kept for %s (delete.retention.ms): events may have died unseen"
              .formatted(name, words(incomplete), words(tombstonesKept)));
    }
    return position;
  }

  private static SinkException refused(String why) {
    return SinkException.needsRebuild(why, null);
  }

  private static String words(Duration time) {
    long hours = time.toHours();
    return hours >= 72
        ? time.toDays() + " days"
        : hours >= 2 ? hours + " hours" : time.toSeconds() + " s";
  }
}
