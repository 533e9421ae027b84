package vn.hoinghi.service;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * Nobody reads past a transaction that is still open. Where its producer died, readers stand still
 * though records come in, for as long as that producer asked for, and no lag of theirs says why. So
 * the records behind the first open transaction of each partition are a figure of their own: {@code
 * hoinghi.topic.held.records}, by topic. It is counted when somebody looks, and is NaN where the
 * brokers do not answer.
 */
public final class HeldBack implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Admin admin;
  private final MeterRegistry metrics;
  private final List<String> topics;
  private final List<Meter> gauges = new ArrayList<>();
  private Map<String, Long> counted = Map.of();
  private long countedAt = System.nanoTime() - FRESH.toNanos();

  private HeldBack(Admin admin, List<String> topics, MeterRegistry metrics) {
    this.admin = admin;
    this.metrics = metrics;
    this.topics = List.copyOf(topics);
  }

  /** Watches these topics until closed. */
  public static HeldBack watch(KafkaConfig kafka, List<String> topics, MeterRegistry metrics) {
    var watch = new HeldBack(Admin.create(kafka.clientProperties()), topics, metrics);
    for (String topic : topics) {
      watch.gauges.add(
          Gauge.builder("hoinghi.topic.held.records", () -> watch.records(topic))
              .description("Records that readers do not get yet: a transaction before them is open")
              .tag("topic", topic)
              .register(metrics));
    }
    return watch;
  }

  private synchronized double records(String topic) {
    if (System.nanoTime() - countedAt >= FRESH.toNanos()) {
      counted = counted();
      countedAt = System.nanoTime();
    }
    Long records = counted.get(topic);
    return records == null ? Double.NaN : records;
  }

  private Map<String, Long> counted() {
    try {
      Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
      var described = admin.describeTopics(topics).allTopicNames();
      described
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
          .forEach(
              (name, topic) ->
                  topic
                      .partitions()
                      .forEach(
                          p ->
                              ends.put(
                                  new TopicPartition(name, p.partition()), OffsetSpec.latest())));
      Map<String, Long> held = new HashMap<>();
      offsets(ends, IsolationLevel.READ_UNCOMMITTED)
          .forEach((p, end) -> held.merge(p.topic(), end.offset(), Long::sum));
      offsets(ends, IsolationLevel.READ_COMMITTED)
          .forEach((p, stable) -> held.merge(p.topic(), -stable.offset(), Long::sum));
      // Asked one after the other: what came in between is not held.
      held.replaceAll((topic, records) -> Math.max(0, records));
      return held;
    } catch (ExecutionException | TimeoutException e) {
      return Map.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Map.of();
    }
  }

  private Map<TopicPartition, ListOffsetsResultInfo> offsets(
      Map<TopicPartition, OffsetSpec> ends, IsolationLevel isolation)
      throws ExecutionException, InterruptedException, TimeoutException {
    return admin
        .listOffsets(ends, new ListOffsetsOptions(isolation))
        .all()
        .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    gauges.forEach(metrics::remove);
    admin.close(Duration.ZERO);
  }
}
