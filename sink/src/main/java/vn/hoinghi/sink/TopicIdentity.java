package vn.hoinghi.sink;

import org.apache.kafka.common.Uuid;

/**
 * Which topic it is, beyond its name: positions mean nothing in another cluster or in a topic that
 * was deleted and created again.
 */
record TopicIdentity(String clusterId, String topic, Uuid topicId) {
  @Override
  public String toString() {
    return topic + " (topic id " + topicId + ", cluster " + clusterId + ")";
  }
}
