package vn.hoinghi.sink;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;

/** Asks the brokers; for one thread. */
final class KafkaTopicFacts implements TopicFacts {
  private static final long SECONDS = 10;
  private static final long RECENT_NANOS = TimeUnit.SECONDS.toNanos(15);

  private final Admin admin;
  private TopicIdentity last;
  private long asked;

  KafkaTopicFacts(Map<String, Object> properties) {
    admin = Admin.create(properties);
  }

  @Override
  public TopicIdentity identity(String topic) {
    String cluster = answer(admin.describeCluster().clusterId());
    var description = answer(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic);
    last = new TopicIdentity(cluster, topic, description.topicId());
    asked = System.nanoTime();
    return last;
  }

  @Override
  public TopicIdentity recent(String topic) {
    boolean usable =
        last != null && last.topic().equals(topic) && System.nanoTime() - asked < RECENT_NANOS;
    return usable ? last : identity(topic);
  }

  /** A topic that is not compacted forgets no tombstone alone. */
  @Override
  public Duration tombstonesKept(String topic) {
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    Config config = answer(admin.describeConfigs(List.of(resource)).all()).get(resource);
    boolean compacted = config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value().contains("compact");
    String kept = config.get(TopicConfig.DELETE_RETENTION_MS_CONFIG).value();
    return Duration.ofMillis(compacted ? Long.parseLong(kept) : Long.MAX_VALUE);
  }

  private static <T> T answer(KafkaFuture<T> future) {
    try {
      return future.get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
    } catch (java.util.concurrent.TimeoutException e) {
      throw new TimeoutException("the brokers did not answer within " + SECONDS + " s", e);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
