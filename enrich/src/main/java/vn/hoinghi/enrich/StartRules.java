package vn.hoinghi.enrich;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;

/**
 * Kafka Streams starts on nearly anything: it makes a changelog anew that was deleted, and goes on
 * from the start or the end of a log that does not hold its position. Either way it would serve a
 * state that lacks articles, and say nothing. These are the questions asked before it starts, as a
 * pure function of the answers; each fault is one sentence.
 */
final class StartRules {
  private static final String CHANGELOG = "-changelog";
  private static final String REPARTITION = "-repartition";

  private final String application;
  private final SortedMap<String, Integer> changelogs = new TreeMap<>();
  private final TreeSet<String> repartitions = new TreeSet<>();
  private final TreeSet<String> sources = new TreeSet<>();
  private final Holdings holdings;

  private StartRules(String application, Topology topology, Holdings holdings) {
    this.application = application;
    this.holdings = holdings;
    for (TopologyDescription.Subtopology part : topology.describe().subtopologies()) {
      int partitions = 0;
      for (String topic : Charter.topics(part)) {
        boolean own = topic.endsWith(REPARTITION);
        String name = own ? application + "-" + topic : topic;
        (own ? repartitions : sources).add(name);
        Holdings.Topic found = holdings.topics().get(name);
        partitions = Math.max(partitions, found == null ? 0 : found.partitions());
      }
      for (String store : Charter.stores(part)) {
        changelogs.put(application + "-" + store + CHANGELOG, partitions);
      }
    }
  }

  /** Topics that come from outside of the application. */
  static SortedSet<String> sources(Topology topology) {
    return new StartRules("", topology, nothing()).sources;
  }

  /** Topics that the application makes and needs. */
  static SortedSet<String> internals(String application, Topology topology) {
    var rules = new StartRules(application, topology, nothing());
    var internals = new TreeSet<>(rules.repartitions);
    internals.addAll(rules.changelogs.keySet());
    return internals;
  }

  private static Holdings nothing() {
    return new Holdings(new TreeMap<>(), Map.of(), Map.of(), Map.of());
  }

  /** Nobody has written a charter yet: then nothing else may be there either. */
  static List<String> beforeTheFirstStart(
      String application, Topology topology, Holdings holdings) {
    var rules = new StartRules(application, topology, holdings);
    var faults = rules.foreign();
    for (String topic : holdings.topics().keySet()) {
      if (!rules.sources.contains(topic)) {
        faults.add(topic + " is there, and nothing says by which rules it was filled");
      }
    }
    if (faults.isEmpty() && holdings.hasRead()) {
      faults.add(
          "the group " + application + " has read articles, and the state it made of them is gone");
    }
    return faults;
  }

  /** The charter is known and kept: what it was drawn up for must still be there. */
  static List<String> beforeGoingOn(String application, Topology topology, Holdings holdings) {
    var rules = new StartRules(application, topology, holdings);
    var faults = rules.foreign();
    faults.addAll(rules.positions());
    if (holdings.hasRead()) {
      faults.addAll(rules.lost());
    }
    return faults;
  }

  private List<String> foreign() {
    var faults = new ArrayList<String>();
    var others = new TreeSet<String>();
    holdings.committed().keySet().forEach(p -> others.add(p.topic()));
    others.removeAll(sources);
    others.removeAll(repartitions);
    if (!others.isEmpty()) {
      faults.add("the group " + application + " is another application's, which reads " + others);
    }
    return faults;
  }

  /**
   * Positions that the logs do not hold: to go on from any other place would leave articles out.
   */
  private List<String> positions() {
    var faults = new ArrayList<String>();
    var inOrder =
        new TreeMap<TopicPartition, Long>(
            Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition));
    inOrder.putAll(holdings.committed());
    inOrder.forEach(
        (partition, position) -> {
          long begin = holdings.begins().getOrDefault(partition, 0L);
          long end = holdings.ends().getOrDefault(partition, position);
          boolean source = sources.contains(partition.topic());
          if (source && position < begin) {
            faults.add(
                "%s has lost %d records that were never read (read up to %d, the log begins at %d)"
                    .formatted(partition, begin - position, position, begin));
          } else if (position > end) {
            faults.add(
                "%s ends at %d, and was read up to %d: it is not the log it was"
                    .formatted(partition, end, position));
          }
        });
    return faults;
  }

  private List<String> lost() {
    var faults = new ArrayList<String>();
    for (String topic : repartitions) {
      if (!holdings.topics().containsKey(topic)) {
        faults.add(topic + " is gone, and with it what was on its way to the resolver");
      }
    }
    changelogs.forEach((topic, partitions) -> faults.addAll(changelog(topic, partitions)));
    return faults;
  }

  private List<String> changelog(String topic, int partitions) {
    Holdings.Topic found = holdings.topics().get(topic);
    if (found == null) {
      return List.of(topic + " is gone, and with it the state");
    }
    var faults = new ArrayList<String>();
    if (!found.cleanup().equals("compact")) {
      faults.add(topic + ": cleanup.policy is " + found.cleanup() + ", it must be compact");
    }
    if (found.partitions() != partitions) {
      faults.add(
          "%s has %d partitions, it must have %d".formatted(topic, found.partitions(), partitions));
    }
    for (int p = 0; p < found.partitions(); p++) {
      long begin = holdings.begins().getOrDefault(new TopicPartition(topic, p), 0L);
      if (begin > 0) {
        faults.add("%s-%d was cut: it begins at %d".formatted(topic, p, begin));
      }
    }
    return faults;
  }
}
