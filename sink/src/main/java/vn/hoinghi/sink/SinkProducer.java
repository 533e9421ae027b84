package vn.hoinghi.sink;

import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vn.hoinghi.schemas.Topic;
import vn.hoinghi.service.IdempotentProducer;

/** Producers that lose nothing and repeat nothing within one connection, each bounded in time. */
final class SinkProducer {
  private SinkProducer() {}

  /**
   * @param blockMillis longest wait for brokers that do not tell of the topic
   * @param deliveryMillis longest wait for a record's answer
   */
  static Producer<byte[], byte[]> open(
      Map<String, Object> clientProperties, Topic<?> topic, long blockMillis, int deliveryMillis) {
    Map<String, Object> properties = IdempotentProducer.settings(clientProperties);
    properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, topic.maxMessageBytes());
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, blockMillis);
    properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.min(deliveryMillis / 2, 10_000));
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, deliveryMillis);
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
