package vn.hoinghi.standalone.verify;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.enrich.OneReading;
import vn.hoinghi.enrich.ReadingDesk;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.BadRecordException;
import vn.hoinghi.schemas.ContractPack;
import vn.hoinghi.schemas.Topic;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.standalone.terminal.Harmless;
import vn.hoinghi.standalone.topics.DeadLetterList;
import vn.hoinghi.standalone.verify.Findings.Part;

/**
 * Goes through the raw topic and finds the trace of every record. Dead letters are kept 30 days and
 * raw records for ever: of an older one that left nothing, a second reading tells whether it was
 * one.
 *
 * @param passed how far enrich says that it is
 */
record Captures(
    ArticleBook articles,
    FetchBook fetches,
    DeadLetterList aside,
    ReadingDesk desk,
    Map<TopicPartition, Long> passed,
    Findings findings) {
  private static final Deserializer<RawArticle> AVRO =
      AvroSerde.of(RawArticle.class, ContractPack.committed()).deserializer();

  void record(ConsumerRecord<byte[], byte[]> record) {
    RawArticle raw = decoded(record);
    if (raw != null) {
      fetches.capture(raw);
    }
    Optional<String> letter = aside.reason(record.partition(), record.offset());
    var partition = new TopicPartition(record.topic(), record.partition());
    boolean done = record.offset() < passed.getOrDefault(partition, 0L);
    if (letter.isPresent()) {
      articles.deadLetter(letter.get());
    } else if (raw != null && articles.knows(raw)) {
      articles.capture(record.partition() + "@" + record.offset(), raw, done, () -> again(record));
    } else if (!done) {
      articles.waits();
    } else {
      withoutTrace(record, raw);
    }
  }

  /** Null where the bytes are no raw article. */
  private static RawArticle decoded(ConsumerRecord<byte[], byte[]> record) {
    try {
      return record.value() == null ? null : AVRO.deserialize(record.topic(), record.value());
    } catch (BadRecordException e) {
      return null;
    }
  }

  private OneReading again(ConsumerRecord<byte[], byte[]> record) {
    return desk.read(record.key(), record.value(), record.timestamp());
  }

  private void withoutTrace(ConsumerRecord<byte[], byte[]> record, RawArticle raw) {
    OneReading reading = again(record);
    Instant forgotten = Instant.now().minus(Topic.DEAD_LETTER_RETENTION);
    if (reading.deadLetter() && Instant.ofEpochMilli(record.timestamp()).isBefore(forgotten)) {
      articles.deadLetter(reading.failed().name());
      return;
    }
    String place = record.partition() + "@" + record.offset();
    findings.add(
        Part.ENRICH,
        place,
        "%s-%s%s has left no trace%s"
            .formatted(
                Topics.RAW.name(),
                place,
                raw == null ? "" : ", " + Harmless.line(raw.getUrl()),
                reading.deadLetter() ? ": it should be a dead letter, " + reading.failed() : ""));
  }
}
