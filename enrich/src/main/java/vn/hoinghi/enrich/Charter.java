package vn.hoinghi.enrich;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;

/**
 * What the state of one application id was built by and from. Half of a state under old rules and
 * half under new ones would answer neither question, and nobody could see it; so the first instance
 * writes down what it is, and whoever comes later must be the same.
 *
 * @param rules version of the rules that mentions are read by
 * @param format version of the bytes in stores and internal topics
 * @param topology for each sub-topology, in order, the topics it reads and the stores it keeps
 * @param sources the topics from outside by name
 */
record Charter(String rules, int format, List<String> topology, SortedMap<String, Source> sources) {

  /**
   * A topic beyond its name.
   *
   * @param id which a topic that is deleted and created again does not keep
   * @param partitions by which the stores are partitioned too
   */
  record Source(String id, int partitions) {}

  Charter {
    topology = List.copyOf(topology);
    sources = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(sources));
  }

  /** The parts of a topology that state hangs on; names of steps may change freely. */
  static List<String> shape(Topology topology) {
    var parts = new ArrayList<String>();
    for (TopologyDescription.Subtopology part : topology.describe().subtopologies()) {
      parts.add(part.id() + ": " + topics(part) + " -> " + stores(part));
    }
    parts.sort(null);
    return parts;
  }

  static SortedSet<String> topics(TopologyDescription.Subtopology part) {
    var topics = new TreeSet<String>();
    for (TopologyDescription.Node node : part.nodes()) {
      if (node instanceof TopologyDescription.Source source) {
        topics.addAll(source.topicSet());
      }
    }
    return topics;
  }

  static SortedSet<String> stores(TopologyDescription.Subtopology part) {
    var stores = new TreeSet<String>();
    for (TopologyDescription.Node node : part.nodes()) {
      if (node instanceof TopologyDescription.Processor processor) {
        stores.addAll(processor.stores());
      }
    }
    return stores;
  }

  /** Why a program of this other charter may not go on with the state; empty where it may. */
  List<String> differences(Charter other) {
    var differences = new ArrayList<String>();
    if (!rules.equals(other.rules)) {
      differences.add(
          "its articles were read by rules " + rules + ", this program has rules " + other.rules);
    }
    if (format != other.format) {
      differences.add(
          "its stores are in format " + format + ", this program uses format " + other.format);
    }
    if (!topology.equals(other.topology)) {
      differences.add(
          "its state belongs to the topology "
              + topology
              + ", this program's is "
              + other.topology);
    }
    for (Map.Entry<String, Source> source : sources.entrySet()) {
      Source now = other.sources.get(source.getKey());
      if (now != null) {
        differences.addAll(differences(source.getKey(), source.getValue(), now));
      }
    }
    return differences;
  }

  private static List<String> differences(String topic, Source then, Source now) {
    var differences = new ArrayList<String>();
    if (!then.id.equals(now.id)) {
      differences.add(
          "%s was deleted and created again (topic id %s, now %s)"
              .formatted(topic, then.id, now.id));
    }
    if (then.partitions != now.partitions) {
      differences.add(
          "%s had %d partitions and has %d: articles would not find their state"
              .formatted(topic, then.partitions, now.partitions));
    }
    return differences;
  }
}
