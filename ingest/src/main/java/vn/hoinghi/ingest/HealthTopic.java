package vn.hoinghi.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.hoinghi.avro.SourceHealth;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.BadRecordException;
import vn.hoinghi.schemas.SchemaIds;
import vn.hoinghi.schemas.Topics;

/** The newest judgement of every outlet, as the topic holds it now. */
final class HealthTopic {
  private static final Logger LOG = LoggerFactory.getLogger(HealthTopic.class);

  private HealthTopic() {}

  /**
   * @param consumer of nobody's group; its assignment is this method's
   */
  static List<SourceHealth> read(Consumer<String, byte[]> consumer, SchemaIds ids) {
    var deserializer = AvroSerde.of(SourceHealth.class, ids).deserializer();
    var newest = new HashMap<String, SourceHealth>();
    TopicReading.all(
        consumer,
        TopicReading.partitions(consumer, Topics.SOURCE_HEALTH.name()),
        record -> keep(record, deserializer, newest));
    return List.copyOf(newest.values());
  }

  private static void keep(
      ConsumerRecord<String, byte[]> record,
      Deserializer<SourceHealth> deserializer,
      Map<String, SourceHealth> newest) {
    if (record.value() == null) {
      newest.remove(record.key());
      return;
    }
    try {
      newest.put(record.key(), deserializer.deserialize(record.topic(), record.value()));
    } catch (BadRecordException e) {
      LOG.warn("what was known of {} cannot be read: {}", record.key(), e.getMessage());
    }
  }
}
