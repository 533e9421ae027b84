package vn.hoinghi.ingest;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.hoinghi.avro.SourceHealth;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.CloudEvent;
import vn.hoinghi.schemas.SchemaIds;
import vn.hoinghi.schemas.Topics;

/**
 * Publishes judgements together with the position from which their judges would have to go on, in
 * one transaction; fenced by a transactional id of the partition, so that a judge who was replaced
 * says nothing any more.
 */
final class HealthLedger implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HealthLedger.class);

  private final Producer<String, byte[]> producer;
  private final AvroSerde<SourceHealth> serde;

  /**
   * @param producer transactions initialised; closed with this ledger
   */
  HealthLedger(Producer<String, byte[]> producer, SchemaIds ids) {
    this.producer = producer;
    this.serde = AvroSerde.of(SourceHealth.class, ids);
  }

  /**
   * Returns when it stands.
   *
   * @throws KafkaException where nobody can know; the topic has to be read again then
   */
  @SuppressWarnings("FutureReturnValueIgnored") // the commit throws what a send failed of
  void publish(
      List<SourceHealth> judgements,
      TopicPartition partition,
      long position,
      ConsumerGroupMetadata group) {
    String topic = Topics.SOURCE_HEALTH.name();
    producer.beginTransaction();
    for (SourceHealth each : judgements) {
      byte[] bytes = serde.serializer().serialize(topic, each);
      var record = new ProducerRecord<>(topic, each.getHost(), bytes);
      judged(each).onto(record.headers(), each);
      producer.send(record);
    }
    producer.sendOffsetsToTransaction(Map.of(partition, new OffsetAndMetadata(position)), group);
    producer.commitTransaction();
  }

  private static CloudEvent judged(SourceHealth health) {
    String id = health.getHost() + "/" + health.getAt().toEpochMilli();
    return new CloudEvent(
        Topics.SOURCE_HEALTH, "source.judged", id, health.getHost(), health.getAt());
  }

  @Override
  public void close() {
    try {
      producer.close(java.time.Duration.ofSeconds(5));
    } catch (KafkaException e) {
      LOG.warn("producer did not close cleanly: {}", e.toString());
    }
  }
}
