package vn.hoinghi.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoinghi.service.IdempotentProducer;

/**
 * Whoever creates topics writes to them at once. With several requests under way a producer without
 * transactions got nothing onto more than half of the topics here until its time was over.
 */
class NewTopicIT {
  private static final int TOPICS = 20;
  private static final int RECORDS = 400;

  private final Random bytes = new Random(1);

  @Test
  void aTopicThatWasJustCreatedTakesABurst(@TempDir Path dir) throws Exception {
    try (var cluster = TestCluster.start(dir)) {
      for (int number = 0; number < TOPICS; number++) {
        String topic = "new-" + number;
        try (var producer = producer(cluster)) {
          cluster
              .admin
              .createTopics(List.of(new NewTopic(topic, Optional.of(4), Optional.empty())))
              .all()
              .get();
          assertThatCode(() -> burst(producer, topic)).as(topic).doesNotThrowAnyException();
        }
      }
    }
  }

  private static KafkaProducer<byte[], byte[]> producer(TestCluster cluster) {
    var settings = IdempotentProducer.settings(cluster.config.clientProperties());
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private void burst(KafkaProducer<byte[], byte[]> producer, String topic) throws Exception {
    var sent = new ArrayList<Future<?>>();
    for (int i = 0; i < RECORDS; i++) {
      byte[] value = new byte[2_000 + bytes.nextInt(4_000)];
      sent.add(producer.send(new ProducerRecord<>(topic, ("key " + i).getBytes(UTF_8), value)));
    }
    for (Future<?> each : sent) {
      each.get();
    }
  }
}
