package vn.hoinghi.standalone;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import vn.hoinghi.service.KafkaConfig;

/** When what was sent first came to a reader of committed records, from now on. */
final class PassedThrough implements AutoCloseable {
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<String, Long> moments = new ConcurrentHashMap<>();
  private final Function<ConsumerRecord<byte[], byte[]>, byte[]> name;
  private final Thread thread = new Thread(this::run, "passed-through");
  private volatile boolean closing;

  /**
   * @param name which of those sent a record is about
   */
  PassedThrough(
      KafkaConfig kafka, String topic, Function<ConsumerRecord<byte[], byte[]>, byte[]> name) {
    this.name = name;
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
      records.forEach(
          r -> moments.putIfAbsent(new String(name.apply(r), StandardCharsets.UTF_8), now));
    }
  }

  /** By {@link System#nanoTime}. */
  Map<String, Long> moments() {
    return moments;
  }

  @Override
  public void close() {
    closing = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    consumer.close();
  }
}
