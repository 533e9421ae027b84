package vn.hoinghi.standalone;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import vn.hoinghi.service.KafkaConfig;

/** When each key of a topic came to a reader of committed records, from now on. */
final class PassedThrough implements AutoCloseable {
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<String, Long> moments = new ConcurrentHashMap<>();
  private final Thread thread = new Thread(this::run, "passed-through");
  private volatile boolean closing;

  PassedThrough(KafkaConfig kafka, String topic) {
    Map<String, Object> settings = kafka.clientProperties();
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", false);
    consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> all =
        consumer.partitionsFor(topic).stream()
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList();
    consumer.assign(all);
    consumer.seekToEnd(all);
    all.forEach(consumer::position);
    thread.start();
  }

  private void run() {
    while (!closing) {
      var records = consumer.poll(Duration.ofMillis(100));
      long now = System.nanoTime();
      records.forEach(r -> moments.put(new String(r.key(), StandardCharsets.UTF_8), now));
    }
  }

  /** By {@link System#nanoTime}. */
  Map<String, Long> moments() {
    return moments;
  }

  @Override
  public void close() throws InterruptedException {
    closing = true;
    thread.join();
    consumer.close();
  }
}
