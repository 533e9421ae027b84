package vn.hoinghi.standalone.dlq;

import java.util.List;
import java.util.function.Consumer;
import vn.hoinghi.service.KafkaConfig;
import vn.hoinghi.standalone.servers.ClusterOptions;
import vn.hoinghi.standalone.topics.TopicReader;

/** The way in which letters of a topic go where they came from. */
interface Resending extends AutoCloseable {
  /**
   * Sends letters that are open.
   *
   * @param topics reads their bytes
   * @param told gets a sentence on each that could not be sent
   * @return how many were sent or found to be settled
   */
  int send(TopicReader topics, List<Letter> letters, Consumer<String> told);

  @Override
  void close();

  /** Records into their topic; events into the tables, for what stands on their topic is newer. */
  static Resending to(Box box, KafkaConfig kafka, ClusterOptions cluster) {
    return box == Box.EVENTS
        ? EventLetters.into(cluster.database(), kafka)
        : Redrive.open(kafka, box);
  }
}
