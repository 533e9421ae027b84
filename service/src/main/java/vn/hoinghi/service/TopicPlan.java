package vn.hoinghi.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import vn.hoinghi.schemas.Topic;

/**
 * What separates a cluster's topics from the contract: those to create, settings that break a
 * promise (a topic that forgets what must be kept for ever), and differences that are the
 * operator's own affair. Pure: {@link ClusterTopics} asks the cluster.
 *
 * @param missing topics of the contract that the cluster lacks, in flow order
 * @param faults one sentence for each setting that must be changed by hand
 * @param notes one sentence for each allowed difference
 */
public record TopicPlan(
    List<Topic<? extends SpecificRecord>> missing, List<String> faults, List<String> notes) {

  /** Settings that may be larger than asked, -1 being without limit. */
  private static final Set<String> AT_LEAST =
      Set.of(
          "retention.ms",
          "retention.bytes",
          "delete.retention.ms",
          "min.compaction.lag.ms",
          "max.message.bytes");

  /** Costs a reader a library, or a writer its time, but nobody a record. */
  private static final String TASTE = "compression.type";

  /**
   * A topic as a cluster has it.
   *
   * @param partitions how many partitions
   * @param config effective settings, defaults included
   */
  public record Found(int partitions, Map<String, String> config) {
    public Found {
      config = Map.copyOf(config);
    }
  }

  public TopicPlan {
    missing = List.copyOf(missing);
    faults = List.copyOf(faults);
    notes = List.copyOf(notes);
  }

  /** Compares what the contract wants with the topics found, by name. */
  public static TopicPlan compare(
      List<Topic<? extends SpecificRecord>> wanted, Map<String, Found> found) {
    var missing = new ArrayList<Topic<? extends SpecificRecord>>();
    var faults = new ArrayList<String>();
    var notes = new ArrayList<String>();
    for (Topic<? extends SpecificRecord> topic : wanted) {
      Found there = found.get(topic.name());
      if (there == null) {
        missing.add(topic);
        continue;
      }
      if (there.partitions() != topic.partitions()) {
        notes.add(
            "%s has %d partitions, created by this project it would have %d"
                .formatted(topic.name(), there.partitions(), topic.partitions()));
      }
      new TreeMap<>(topic.config())
          .forEach(
              (key, value) ->
                  (key.equals(TASTE) ? notes : faults)
                      .addAll(differing(topic.name(), key, value, there.config().get(key))));
    }
    return new TopicPlan(missing, faults, notes);
  }

  /** Whether every topic is there and none breaks a promise. */
  public boolean fulfilled() {
    return missing.isEmpty() && faults.isEmpty();
  }

  /** The plan for a reader, one line a step. */
  public List<String> lines() {
    var lines = new ArrayList<String>();
    missing.forEach(
        t ->
            lines.add(
                "create  %s  (%d partitions, %s)"
                    .formatted(t.name(), t.partitions(), new TreeMap<>(t.config()))));
    faults.forEach(fault -> lines.add("wrong   " + fault));
    notes.forEach(note -> lines.add("note    " + note));
    return lines;
  }

  private static List<String> differing(String topic, String key, String wanted, String there) {
    if (AT_LEAST.contains(key) ? atLeast(there, wanted) : wanted.equals(there)) {
      return List.of();
    }
    return List.of(
        "%s: %s is %s, it %s be %s%s"
            .formatted(
                topic,
                key,
                there == null ? "not set" : there,
                key.equals(TASTE) ? "should" : "must",
                AT_LEAST.contains(key) ? "at least " : "",
                wanted.equals("-1") ? "-1 (without limit)" : wanted));
  }

  private static boolean atLeast(String there, String wanted) {
    if (there == null) {
      return false;
    }
    long has = Long.parseLong(there);
    long wants = Long.parseLong(wanted);
    return has == -1 || (wants != -1 && has >= wants);
  }
}
