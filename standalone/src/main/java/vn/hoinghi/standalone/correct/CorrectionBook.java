package vn.hoinghi.standalone.correct;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import vn.hoinghi.avro.Correction;
import vn.hoinghi.enrich.resolve.Corrections;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.BadRecordException;
import vn.hoinghi.schemas.CloudEvent;
import vn.hoinghi.schemas.ContractPack;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.IdempotentProducer;
import vn.hoinghi.service.KafkaConfig;
import vn.hoinghi.standalone.terminal.PipelineException;
import vn.hoinghi.standalone.topics.DeadLetterList;
import vn.hoinghi.standalone.topics.TopicReader;

/** All corrections that were ever given, as the topic holds them, and the way to give another. */
public final class CorrectionBook {
  private static final Comparator<Correction> BY_TIME =
      Comparator.comparing(Correction::getAt).thenComparing(Correction::getCorrectionId);

  private final Deserializer<Correction> reader =
      AvroSerde.of(Correction.class, ContractPack.committed()).deserializer();
  private final Map<String, Correction> standing = new HashMap<>();
  private final Corrections set = new Corrections();

  private CorrectionBook() {}

  /** Reads the topic up to the end that it has now; leaves out what enrich refused to take. */
  public static CorrectionBook read(TopicReader topics) {
    var book = new CorrectionBook();
    DeadLetterList refused = DeadLetterList.read(topics, Topics.CORRECTIONS);
    topics.all(
        Topics.CORRECTIONS.name(),
        record -> {
          if (refused.reason(record.partition(), record.offset()).isEmpty()) {
            book.keep(record);
          }
        });
    return book;
  }

  private void keep(ConsumerRecord<byte[], byte[]> record) {
    try {
      Correction correction = reader.deserialize(record.topic(), record.value());
      if (set.counts(correction)) {
        set.remove(correction.getCorrectionId());
        set.add(correction);
        standing.put(correction.getCorrectionId(), correction);
      }
    } catch (BadRecordException | NullPointerException e) {
      // a record that enrich has not looked at yet and will refuse
      return;
    }
  }

  /** Every correction, undone ones too, the earliest first. */
  List<Correction> all() {
    return standing.values().stream().sorted(BY_TIME).toList();
  }

  /** Those whose id begins so. */
  List<Correction> startingWith(String id) {
    return all().stream().filter(c -> c.getCorrectionId().startsWith(id)).toList();
  }

  /** The set that they make. */
  public Corrections set() {
    return set;
  }

  private static CloudEvent said(Correction correction) {
    String id = correction.getCorrectionId();
    return correction.getUndone() == null
        ? new CloudEvent(Topics.CORRECTIONS, "correction.given", id, id, correction.getAt())
        : new CloudEvent(
            Topics.CORRECTIONS,
            "correction.undone",
            id + "/undone",
            id,
            correction.getUndone().getAt());
  }

  /** Returns when the broker has them for good. */
  public static void publish(KafkaConfig kafka, Collection<Correction> corrections) {
    Map<String, Object> settings = IdempotentProducer.settings(kafka.clientProperties());
    var serde = AvroSerde.of(Correction.class, kafka.schemaIds());
    try (var producer = new KafkaProducer<>(settings, new StringSerializer(), serde.serializer())) {
      var sent = new ArrayList<java.util.concurrent.Future<?>>();
      for (Correction correction : corrections) {
        String id = correction.getCorrectionId();
        var record = new ProducerRecord<>(Topics.CORRECTIONS.name(), id, correction);
        said(correction).onto(record.headers(), correction);
        sent.add(producer.send(record));
      }
      for (var one : sent) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new PipelineException(
          "%s cannot be written: %s".formatted(Topics.CORRECTIONS.name(), e.getCause()),
          e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PipelineException("interrupted while writing corrections", e);
    }
  }
}
