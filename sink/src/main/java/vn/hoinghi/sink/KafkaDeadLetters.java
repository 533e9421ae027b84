package vn.hoinghi.sink;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import vn.hoinghi.schemas.Reason;
import vn.hoinghi.schemas.Topic;

/** Dead letters on their Kafka topic. */
final class KafkaDeadLetters implements DeadLetters {
  private final String topic;
  private final Producer<byte[], byte[]> producer;

  KafkaDeadLetters(Map<String, Object> clientProperties, Topic<?> topic) {
    this.topic = topic.name();
    this.producer = SinkProducer.open(clientProperties, topic, 10_000, 30_000);
  }

  @Override
  public void send(ConsumerRecord<byte[], byte[]> record, Reason reason, String message) {
    Answers.await(producer.send(DeadLetter.of(record, topic, reason, message, Instant.now())));
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
