package vn.hoinghi.sink;

import java.time.Duration;

/** Who the brokers are and which topic stands behind a name. */
interface TopicFacts extends AutoCloseable {
  /**
   * Cluster id and topic id as the brokers tell them now.
   *
   * @throws org.apache.kafka.common.errors.RetriableException where they cannot tell yet
   */
  TopicIdentity identity(String topic);

  /** The same, perhaps as it was some seconds ago. */
  default TopicIdentity recent(String topic) {
    return identity(topic);
  }

  /** How long a tombstone can be read at least, once it was written. */
  default Duration tombstonesKept(String topic) {
    return Duration.ofDays(7);
  }

  @Override
  default void close() {}
}
