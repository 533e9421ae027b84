package vn.hoinghi.ingest;

import java.util.concurrent.atomic.AtomicReference;
import vn.hoinghi.avro.ImportState;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.KafkaConfig;

/** How far an import has come, as the topic of imports tells: its last record that stands. */
final class ImportPositions {
  private ImportPositions() {}

  /**
   * Reads the topic to its end; nobody else may write to this import meanwhile.
   *
   * @return null where the import was never begun
   */
  static ImportState of(KafkaConfig kafka, String importId) {
    var value = AvroSerde.of(ImportState.class, kafka.schemaIds()).deserializer();
    var last = new AtomicReference<ImportState>();
    try (var consumer = TopicReading.consumer(kafka)) {
      TopicReading.all(
          consumer,
          TopicReading.partitions(consumer, Topics.IMPORTS.name()),
          record -> {
            if (importId.equals(record.key())) {
              last.set(value.deserialize(record.topic(), record.value()));
            }
          });
    }
    return last.get();
  }
}
