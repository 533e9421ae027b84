package vn.hoinghi.sink;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
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
