package vn.hoinghi.ingest;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import vn.hoinghi.schemas.SchemaIds;
import vn.hoinghi.service.KafkaConfig;

/** The watch's ways to a real cluster. */
record HealthConnections(KafkaConfig kafka, SchemaIds ids) implements HealthWatch.Connections {
  /** Consumer group, and prefix of the transactional ids: one {@code -partition} each. */
  static final String GROUP = "hoinghi-source-health";

  @Override
  public Consumer<String, byte[]> outcomes() {
    return consumer(Ingest.groupSettings(kafka, GROUP));
  }

  @Override
  public Consumer<String, byte[]> reader() {
    var settings = new HashMap<String, Object>(kafka.clientProperties());
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    return consumer(settings);
  }

  private static Consumer<String, byte[]> consumer(Map<String, Object> settings) {
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }

  @Override
  public HealthLedger ledger(int partition) {
    var producer =
        new KafkaProducer<>(
            RawProducer.transactionalSettings(kafka, GROUP + "-" + partition),
            new StringSerializer(),
            new ByteArraySerializer());
    try {
      producer.initTransactions();
      return new HealthLedger(producer, ids);
    } catch (RuntimeException e) {
      producer.close();
      throw e;
    }
  }
}
