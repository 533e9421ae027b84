package vn.hoinghi.enrich;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/**
 * What a cluster holds of one application when it starts.
 *
 * @param topics those it reads and those of its own, by name
 * @param committed how far it has read; partitions of which nothing is known are absent
 * @param begins where the logs of {@code topics} begin
 * @param ends where they end
 */
record Holdings(
    SortedMap<String, Topic> topics,
    Map<TopicPartition, Long> committed,
    Map<TopicPartition, Long> begins,
    Map<TopicPartition, Long> ends) {

  /**
   * A topic as it is.
   *
   * @param cleanup its {@code cleanup.policy}
   */
  record Topic(String id, int partitions, String cleanup) {}

  Holdings {
    topics = new TreeMap<>(topics);
    committed = Map.copyOf(committed);
    begins = Map.copyOf(begins);
    ends = Map.copyOf(ends);
  }

  /** Whether anything was read and committed; state exists from then on. */
  boolean hasRead() {
    return committed.entrySet().stream()
        .anyMatch(c -> c.getValue() > begins.getOrDefault(c.getKey(), 0L));
  }
}
