package vn.hoinghi.standalone;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.IdempotentProducer;
import vn.hoinghi.service.KafkaConfig;

/**
 * Sends articles at times that are set beforehand. How long one takes is counted from when it
 * should have been sent: else whoever is slow would be asked less often, and a pause that keeps a
 * hundred waiting would count as one.
 */
final class SteadySender implements AutoCloseable {
  private final KafkaProducer<byte[], byte[]> producer;

  SteadySender(KafkaConfig kafka) {
    Map<String, Object> settings = IdempotentProducer.settings(kafka.clientProperties());
    settings.put("linger.ms", 0);
    settings.put("compression.type", "lz4");
    settings.put("max.request.size", Topics.RAW.maxMessageBytes());
    producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Sends all as fast as it goes; returns when the broker has them. */
  void burst(String topic, List<RawArticle> articles) throws Exception {
    send(topic, articles, Double.POSITIVE_INFINITY);
  }

  /**
   * Sends so many a second.
   *
   * @return when each should have been sent, by {@link System#nanoTime}, by article
   */
  Map<String, Long> send(String topic, List<RawArticle> articles, double perSecond)
      throws Exception {
    var times = new HashMap<String, Long>();
    var sent = new ArrayList<Future<RecordMetadata>>();
    long begin = System.nanoTime();
    for (RawArticle article : articles) {
      byte[] key = article.getArticleId().getBytes(StandardCharsets.UTF_8);
      var record = new ProducerRecord<>(topic, key, TestCluster.bytes(article));
      long due = begin + (long) (1e9 / perSecond * times.size());
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      sent.add(producer.send(record));
      times.put(article.getArticleId(), due);
    }
    for (Future<RecordMetadata> each : sent) {
      each.get();
    }
    return times;
  }

  @Override
  public void close() {
    producer.close();
  }
}
