package vn.hoinghi.ingest;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import vn.hoinghi.avro.ImportState;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.KafkaConfig;

/** How far an import has come, as the topic of imports tells: its last record that stands. */
final class ImportPositions {
  private static final Duration POLL = Duration.ofMillis(200);

  private ImportPositions() {}

  /**
   * Reads the topic to its end; nobody else may write to this import meanwhile.
   *
   * @return null where the import was never begun
   */
  static ImportState of(KafkaConfig kafka, String importId) {
    var settings = new HashMap<String, Object>(kafka.clientProperties());
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    var value = AvroSerde.of(ImportState.class, kafka.schemaIds()).deserializer();
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.IMPORTS.name()).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      ImportState last = null;
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        for (var record : consumer.poll(POLL)) {
          if (importId.equals(record.key())) {
            last = value.deserialize(record.topic(), record.value());
          }
        }
      }
      return last;
    }
  }
}
