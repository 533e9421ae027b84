package vn.hoinghi.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.schemas.Topics;

/** An instance died amid a transaction that the broker would keep open for a quarter of an hour. */
class AbandonedTransactionIT {
  private static final String APP = "abandoned-enrich";

  @TempDir private static Path dir;

  @Test
  @Tag("S12")
  @Timeout(180)
  void whoTakesOverBreaksItOffAndThoseOfOthersStay() throws Exception {
    List<RawArticle> news = TestNews.of(dir, 20, 3);
    try (var cluster = TestCluster.start(dir);
        var dead = begun(cluster, APP + "-" + UUID.randomUUID() + "-1", APP);
        var other = begun(cluster, "other-" + UUID.randomUUID() + "-1", "other")) {
      cluster.publish(news);
      cluster.pass(APP, dir.resolve("state"), TestNews.reader(), TestCluster.RULES);

      assertThat(cluster.canonical()).isEqualTo(TestCluster.canonical(TestNews.events(news)));
      assertThatThrownBy(dead::commitTransaction).isInstanceOf(ProducerFencedException.class);
      other.commitTransaction();
    }
  }

  /** With a record and an offset that nobody knows the end of. */
  private static KafkaProducer<byte[], byte[]> begun(TestCluster cluster, String id, String group)
      throws Exception {
    Map<String, Object> settings = cluster.config.clientProperties();
    settings.put("transactional.id", id);
    settings.put("transaction.timeout.ms", (int) Duration.ofMinutes(15).toMillis());
    var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    producer.initTransactions();
    producer.beginTransaction();
    producer.send(new ProducerRecord<>(Topics.IMPORTS.name(), new byte[] {1}, null)).get();
    Map<String, Object> member = cluster.config.clientProperties();
    member.put("group.id", group);
    try (var consumer =
        new KafkaConsumer<>(member, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      producer.sendOffsetsToTransaction(
          Map.of(new TopicPartition(Topics.RAW.name(), 0), new OffsetAndMetadata(0)),
          consumer.groupMetadata());
    }
    return producer;
  }
}
