package vn.hoinghi.standalone.replay;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.KafkaConfig;
import vn.hoinghi.standalone.terminal.PipelineException;

/**
 * All that a promotion writes, as one transaction: whoever is killed amid it has done nothing, and
 * there is no half of it that anybody could see or go on from. While it is open nobody learns whose
 * state the application goes on with, and no group that is held gets its positions; the brokers end
 * it after ten minutes, or when the next one begins.
 */
final class PromotionTransaction implements AutoCloseable {
  private static final int MOST_MILLIS = 600_000;

  private final KafkaProducer<byte[], byte[]> producer;
  private GroupHold old;
  private GroupHold heir;
  private boolean open;

  private PromotionTransaction(KafkaProducer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  /** Ends what another one has left open. */
  static PromotionTransaction prepare(KafkaConfig kafka, String application) {
    Map<String, Object> settings = new HashMap<>(kafka.clientProperties());
    settings.put("transactional.id", "hoinghi-promotion-" + application);
    settings.put("transaction.timeout.ms", MOST_MILLIS);
    settings.put("compression.type", "gzip");
    settings.put("compression.gzip.level", 1);
    settings.put("linger.ms", 50);
    settings.put("batch.size", 256 * 1024);
    settings.put("max.request.size", Topics.RAW.deadLetters().maxMessageBytes());
    var bytes = new ByteArraySerializer();
    var producer = new KafkaProducer<>(settings, bytes, bytes);
    try {
      producer.initTransactions();
      return new PromotionTransaction(producer);
    } catch (KafkaException e) {
      producer.close();
      throw new PipelineException("nothing can be promoted: " + e.getMessage(), e);
    }
  }

  /**
   * Begins, which nobody can overlook from then on.
   *
   * @param ends the group that comes to its end by this
   * @param goesOn the group that goes on
   * @param first the record that hands the name on
   */
  void begin(GroupHold ends, GroupHold goesOn, ProducerRecord<byte[], byte[]> first) {
    old = ends;
    heir = goesOn;
    producer.beginTransaction();
    open = true;
    renew();
    send(first);
    producer.flush();
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the commit fails where a send did
  void send(ProducerRecord<byte[], byte[]> record) {
    try {
      producer.send(record);
    } catch (KafkaException e) {
      throw failed(e);
    }
  }

  private void renew() {
    try {
      old.retire(producer);
      heir.renew(producer);
    } catch (KafkaException e) {
      throw failed(e);
    }
  }

  void commit() {
    renew();
    open = false;
    try {
      producer.commitTransaction();
    } catch (TimeoutException e) {
      throw new PipelineException(
          "the brokers do not say whether it is done: give this command again, and it tells", e);
    } catch (KafkaException e) {
      throw failed(e);
    }
  }

  private static PipelineException failed(KafkaException e) {
    return new PipelineException(
        "nothing was promoted, nothing is changed: %s".formatted(e.getMessage()), e);
  }

  @Override
  public void close() {
    try {
      if (open) {
        producer.abortTransaction();
      }
    } catch (KafkaException e) {
      // it ended by itself, or the brokers will end it
      open = false;
    } finally {
      producer.close();
    }
  }
}
