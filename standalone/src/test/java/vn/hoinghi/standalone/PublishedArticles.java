package vn.hoinghi.standalone;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.avro.RawStatus;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.ContractPack;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.KafkaConfig;

/** What stands on the raw topic, read on as it grows: committed publications by URL. */
final class PublishedArticles implements AutoCloseable {
  /** One record on the raw topic, without its body. */
  record Publication(Instant fetchedAt, RawStatus status) {}

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<String, List<Publication>> byUrl = new TreeMap<>();

  PublishedArticles(KafkaConfig kafka) {
    Map<String, Object> settings = kafka.clientProperties();
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", false);
    settings.put("auto.offset.reset", "earliest");
    consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> all =
        consumer.partitionsFor(Topics.RAW.name()).stream()
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList();
    consumer.assign(all);
    consumer.seekToBeginning(all);
  }

  /** All that is committed by now. */
  Map<String, List<Publication>> now() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      consumer.poll(Duration.ofMillis(100)).forEach(this::add);
    }
    return byUrl;
  }

  /**
   * What is published by now otherwise than wanted: records found and wanted, by URL.
   *
   * @param wanted records by URL, 0 for what must not be published
   */
  Map<String, String> differences(Map<String, Integer> wanted) {
    var differences = new TreeMap<String, String>();
    now().forEach((url, found) -> differences.put(url, found.size() + " of 0"));
    wanted.forEach(
        (url, count) -> {
          int found = byUrl.getOrDefault(url, List.of()).size();
          if (found == count) {
            differences.remove(url);
          } else {
            differences.put(url, found + " of " + count);
          }
        });
    return differences;
  }

  private void add(ConsumerRecord<byte[], byte[]> record) {
    RawArticle raw =
        AvroSerde.of(RawArticle.class, ContractPack.committed())
            .deserializer()
            .deserialize(record.topic(), record.value());
    byUrl
        .computeIfAbsent(raw.getUrl(), url -> new ArrayList<>())
        .add(new Publication(raw.getFetchedAt(), raw.getStatus()));
  }

  @Override
  public void close() {
    consumer.close();
  }
}
