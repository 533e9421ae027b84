package vn.hoinghi.sink;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.hoinghi.avro.EventChange;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.BadRecordException;
import vn.hoinghi.schemas.DeadIds;
import vn.hoinghi.schemas.Topic;

/**
 * Deaths as the topic of changes tells them, which is kept for ever, and where dead ids were led
 * later: an id that dies into an event which dies too is led on.
 */
final class KafkaDeathRecords implements DeathRecords {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaDeathRecords.class);
  private static final Duration POLL = Duration.ofMillis(200);

  private final Consumer<byte[], byte[]> consumer;
  private final Deserializer<EventChange> values;
  private final Map<TopicPartition, Long> ends;

  KafkaDeathRecords(
      Consumer<byte[], byte[]> consumer,
      List<TopicPartition> partitions,
      Deserializer<EventChange> values) {
    this.consumer = consumer;
    this.values = values;
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    this.ends = consumer.endOffsets(partitions);
  }

  /** From the first record on; where there is no such topic, none. */
  static DeathRecords open(SinkConfig config, Topic<EventChange> changes) {
    var properties = new HashMap<String, Object>(EventConsumer.properties(config));
    properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    var bytes = new ByteArrayDeserializer();
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    var consumer = new KafkaConsumer<>(properties, bytes, bytes);
    try {
      List<TopicPartition> partitions =
          consumer.partitionsFor(changes.name()).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      if (!partitions.isEmpty()) {
        var values = AvroSerde.of(EventChange.class, config.kafka().schemaIds()).deserializer();
        return new KafkaDeathRecords(consumer, partitions, values);
      }
    } catch (RuntimeException e) {
      consumer.close();
      throw e;
    }
    consumer.close();
    LOG.warn("there is no {}: redirects of ids that died long ago stay unknown", changes.name());
    return NONE;
  }

  @Override
  public List<Change> next() {
    var deaths = new ArrayList<Change>();
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
      try {
        EventChange change = values.deserialize(record.topic(), record.value());
        if (change != null && DeadIds.after(change)) {
          deaths.add(death(change, Instant.ofEpochMilli(record.timestamp())));
        }
      } catch (BadRecordException e) {
        LOG.warn("no change: {}-{}@{}", record.topic(), record.partition(), record.offset(), e);
      }
    }
    return deaths;
  }

  private static Change death(EventChange change, Instant time) {
    String correction = change.getCauseCorrectionId();
    String cause = correction == null ? change.getCauseArticleId() : correction;
    return Change.death(
        change.getEventId(), change.getRevision(), change.getOtherEventId(), cause, time);
  }

  @Override
  public boolean atEnd() {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  @Override
  public void close() {
    consumer.close();
  }
}
