package vn.hoinghi.sink;

import org.apache.kafka.common.Uuid;

/** One partition's row of {@code sink_position}. */
record StoredPosition(String clusterId, Uuid topicId, long position) {

  /** The position, where it means something in this topic and its log still goes on from there. */
  long checked(TopicIdentity topic, int partition, long logStart) {
    if (!clusterId.equals(topic.clusterId())) {
      throw new SinkException(
          "the database holds positions of cluster %s, the brokers are cluster %s: connect to that cluster, or start with an empty database"
              .formatted(clusterId, topic.clusterId()));
    }
    if (!topicId.equals(topic.topicId())) {
      throw new SinkException(
          "%s was deleted and created again (topic id %s, the database holds positions of %s): start with an empty database"
              .formatted(topic.topic(), topic.topicId(), topicId));
    }
    if (position < logStart) {
      throw new SinkException(
          "%s-%d begins at offset %d, the database has read up to %d: a gap of %d offsets is lost to it; start with an empty database"
              .formatted(topic.topic(), partition, logStart, position, logStart - position));
    }
    return position;
  }
}
