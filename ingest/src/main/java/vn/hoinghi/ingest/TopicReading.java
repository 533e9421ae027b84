package vn.hoinghi.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import vn.hoinghi.service.KafkaConfig;

/** Reading what stands in a topic, in nobody's group and of committed transactions only. */
final class TopicReading {
  private static final Duration POLL = Duration.ofMillis(100);

  private TopicReading() {}

  static KafkaConsumer<String, byte[]> consumer(KafkaConfig kafka) {
    var settings = new HashMap<String, Object>(kafka.clientProperties());
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }

  static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(p -> new TopicPartition(topic, p.partition()))
        .toList();
  }

  /**
   * Reads partitions from their beginnings.
   *
   * @param consumer its assignment is this method's
   */
  static void all(
      Consumer<String, byte[]> consumer,
      Collection<TopicPartition> partitions,
      java.util.function.Consumer<ConsumerRecord<String, byte[]>> reader) {
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    toEnd(consumer, partitions, reader);
  }

  /** Goes on reading until where these partitions end now. */
  static void toEnd(
      Consumer<String, byte[]> consumer,
      Collection<TopicPartition> partitions,
      java.util.function.Consumer<ConsumerRecord<String, byte[]>> reader) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      consumer.poll(POLL).forEach(reader);
    }
  }

  /** Goes to what was written since then. */
  static void seek(
      Consumer<String, byte[]> consumer, Collection<TopicPartition> partitions, Instant since) {
    Map<TopicPartition, Long> times = new HashMap<>();
    partitions.forEach(p -> times.put(p, Math.max(since.toEpochMilli(), 0)));
    Map<TopicPartition, OffsetAndTimestamp> places = consumer.offsetsForTimes(times);
    for (TopicPartition partition : partitions) {
      OffsetAndTimestamp place = places.get(partition);
      if (place == null) {
        consumer.seekToEnd(List.of(partition));
      } else {
        consumer.seek(partition, place.offset());
      }
    }
  }
}
