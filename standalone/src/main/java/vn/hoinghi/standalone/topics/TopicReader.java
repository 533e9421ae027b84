package vn.hoinghi.standalone.topics;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import vn.hoinghi.service.KafkaConfig;

/**
 * Reads topics as they stand, from the beginning to the end, as every reader should: committed
 * only.
 */
public final class TopicReader implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaConsumer<byte[], byte[]> consumer;

  private TopicReader(KafkaConsumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  public static TopicReader of(KafkaConfig kafka) {
    Map<String, Object> settings = kafka.clientProperties();
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", false);
    settings.put("auto.offset.reset", "none");
    settings.put("allow.auto.create.topics", false);
    return new TopicReader(
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
  }

  /** Gives every record of a topic up to the end that it has now, in order within a partition. */
  public void all(String topic, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    Collection<TopicPartition> partitions = partitions(topic);
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    drain(partitions, reader);
  }

  /** The same, but for records that were written before a moment. */
  public void since(String topic, Instant moment, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    Collection<TopicPartition> partitions = partitions(topic);
    consumer.assign(partitions);
    long millis = Math.max(moment.toEpochMilli(), 0);
    consumer
        .offsetsForTimes(partitions.stream().collect(Collectors.toMap(p -> p, p -> millis)))
        .forEach(
            (partition, place) -> {
              if (place == null) {
                consumer.seekToEnd(List.of(partition));
              } else {
                consumer.seek(partition, place.offset());
              }
            });
    drain(partitions, reader);
  }

  private void drain(
      Collection<TopicPartition> partitions, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      consumer.poll(POLL).forEach(reader);
    }
  }

  /** The record of one offset; empty where there is none, or none that was committed. */
  public Optional<ConsumerRecord<byte[], byte[]>> one(String topic, int number, long offset) {
    var partition = new TopicPartition(topic, number);
    if (!partitions(topic).contains(partition)) {
      return Optional.empty();
    }
    consumer.assign(List.of(partition));
    consumer.seek(partition, offset);
    try {
      while (consumer.position(partition)
          < consumer.endOffsets(List.of(partition)).get(partition)) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          return record.offset() == offset ? Optional.of(record) : Optional.empty();
        }
      }
      return Optional.empty();
    } catch (OffsetOutOfRangeException e) {
      return Optional.empty();
    }
  }

  /** Whether nothing but transaction markers and aborted records stands between two positions. */
  public boolean nothingBetween(TopicPartition partition, long from, long to) {
    consumer.assign(List.of(partition));
    consumer.seek(partition, from);
    try {
      for (int look = 0; look < 3; look++) {
        if (!consumer.poll(POLL).isEmpty()) {
          return false;
        }
        if (consumer.position(partition) >= to) {
          return true;
        }
      }
      return false;
    } catch (OffsetOutOfRangeException e) {
      // used and deleted meanwhile: the position asked about is of the past
      return false;
    }
  }

  @Override
  public void close() {
    consumer.close();
  }

  private List<TopicPartition> partitions(String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(p -> new TopicPartition(p.topic(), p.partition()))
        .toList();
  }
}
