package vn.hoinghi.ingest;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.KafkaConfig;

/**
 * Keeps an import from standing in the way of live articles: both go through the same topic in
 * order, so what the import puts there unread is what a live article has to wait for. Goes on as
 * soon as the readers are close behind; a group that reads nothing at all holds nobody up for long.
 */
final class Throttle implements AutoCloseable {
  private static final long LOOK_MILLIS = 200;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Told while the readers are waited for; what it throws ends the wait. */
  interface Watcher {
    void waiting(String forWhom);
  }

  private final Admin admin;
  private final String group;
  private final long mostLag;
  private final CountDownLatch never = new CountDownLatch(1);

  /**
   * @param group that reads raw articles
   * @param mostLag raw articles that may stand unread before more are added; 0 for any number
   */
  Throttle(KafkaConfig kafka, String group, long mostLag) {
    this.admin = Admin.create(kafka.clientProperties());
    this.group = group;
    this.mostLag = mostLag;
  }

  /** How many that are on their way count as many enough. */
  int most(int otherwise) {
    return mostLag > 0 ? (int) Math.min(mostLag, otherwise) : otherwise;
  }

  /** Returns when more may be added, or nobody has read anything for a minute. */
  void await(Watcher watcher) {
    long before = Long.MAX_VALUE;
    long movedAt = System.nanoTime();
    for (long lag = lag(); mostLag > 0 && lag > mostLag; lag = lag()) {
      watcher.waiting(String.format(Locale.ROOT, "readers are %,d behind", lag));
      if (lag < before) {
        movedAt = System.nanoTime();
      } else if (System.nanoTime() - movedAt > PATIENCE.toNanos()) {
        return;
      }
      before = lag;
      rest();
    }
  }

  /** Raw articles that the group has not read; 0 where it has read none ever. */
  private long lag() {
    try {
      Map<TopicPartition, Long> read = read();
      if (read.isEmpty()) {
        return 0;
      }
      Map<TopicPartition, OffsetSpec> ask =
          admin
              .describeTopics(java.util.List.of(Topics.RAW.name()))
              .allTopicNames()
              .get()
              .values()
              .stream()
              .flatMap(
                  t ->
                      t.partitions().stream().map(p -> new TopicPartition(t.name(), p.partition())))
              .collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
      long lag = 0;
      for (var end : admin.listOffsets(ask).all().get().entrySet()) {
        lag += Math.max(end.getValue().offset() - read.getOrDefault(end.getKey(), 0L), 0);
      }
      return lag;
    } catch (ExecutionException e) {
      throw new KafkaException("how far " + group + " has read is not known", e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private Map<TopicPartition, Long> read() throws ExecutionException, InterruptedException {
    Map<TopicPartition, Long> read = new HashMap<>();
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    committed.forEach(
        (partition, at) -> {
          if (at != null && partition.topic().equals(Topics.RAW.name())) {
            read.put(partition, at.offset());
          }
        });
    return read;
  }

  private void rest() {
    try {
      never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
