package vn.hoinghi.standalone.verify;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import vn.hoinghi.sink.StoredRows.Position;
import vn.hoinghi.standalone.topics.ClusterPositions;
import vn.hoinghi.standalone.verify.Findings.Part;

/**
 * Where readers say that they stand, held against where the topics begin and end. A position that
 * is missing, or lies outside of its log, means records that nobody will read, or reads for ever.
 */
final class ReaderPositions {
  private final Map<TopicPartition, Long> beginnings;
  private final Map<TopicPartition, Long> ends;

  ReaderPositions(Map<TopicPartition, Long> beginnings, Map<TopicPartition, Long> ends) {
    this.beginnings = new TreeMap<>(ClusterPositions.BY_NAME);
    this.beginnings.putAll(beginnings);
    this.ends = ends;
  }

  /**
   * Checks the positions of one reader.
   *
   * @param reader who, in words
   * @param topic that it reads; other partitions are left out
   * @param positions next offset of each partition
   * @return records that it has not passed yet, transaction markers among them
   */
  long check(String reader, String topic, Map<TopicPartition, Long> positions, Findings findings) {
    long behind = 0;
    for (Map.Entry<TopicPartition, Long> entry : beginnings.entrySet()) {
      TopicPartition partition = entry.getKey();
      if (!partition.topic().equals(topic)) {
        continue;
      }
      long begin = entry.getValue();
      long end = ends.getOrDefault(partition, begin);
      Long at = positions.get(partition);
      if (at == null) {
        behind += end - begin;
        if (end > begin) {
          say(findings, partition, reader, "has no position, though there are records");
        }
      } else if (at > end) {
        say(findings, partition, reader, "stands at %d, and it ends at %d".formatted(at, end));
      } else if (at < begin) {
        behind += end - begin;
        say(
            findings,
            partition,
            reader,
            "stands at %d, and it begins at %d: %d records are gone"
                .formatted(at, begin, begin - at));
      } else {
        behind += end - at;
      }
    }
    return behind;
  }

  private static void say(
      Findings findings, TopicPartition partition, String reader, String words) {
    findings.add(Part.POSITIONS, partition + " " + reader, reader + " " + words);
  }

  /** Checks that positions in the database mean this topic of this cluster, and gives them. */
  static Map<TopicPartition, Long> ofThisTopic(
      Map<TopicPartition, Position> stored,
      String cluster,
      Function<String, Uuid> topicId,
      Findings findings) {
    var positions = new TreeMap<TopicPartition, Long>(ClusterPositions.BY_NAME);
    stored.forEach(
        (partition, at) -> {
          if (!at.clusterId().equals(cluster)) {
            say(
                findings,
                partition,
                "sink",
                "has positions of cluster %s, this is cluster %s"
                    .formatted(at.clusterId(), cluster));
          } else if (!at.topicId().equals(topicId.apply(partition.topic()))) {
            say(findings, partition, "sink", "has positions of a topic that was deleted");
          } else {
            positions.put(partition, at.next());
          }
        });
    return positions;
  }
}
