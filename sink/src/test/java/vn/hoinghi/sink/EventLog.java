package vn.hoinghi.sink;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.Serializer;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.ContractPack;
import vn.hoinghi.schemas.Topics;

/** Records of one partition of the events topic, written one after the other. */
final class EventLog {
  static final String TOPIC = Topics.EVENTS.name();
  static final TopicIdentity IDENTITY = new TopicIdentity("c1", TOPIC, new Uuid(1, 2));
  static final long TIME = 1_700_000_000_000L;
  private static final Serializer<ConferenceEvent> VALUES =
      AvroSerde.of(ConferenceEvent.class, ContractPack.committed()).serializer();

  private final int partition;
  private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
  private long end;
  private long time = TIME;

  EventLog(int partition) {
    this.partition = partition;
  }

  EventLog live(ConferenceEvent event) {
    return add(bytes(event.getEventId()), VALUES.serialize(TOPIC, event));
  }

  /** A value with the header that every record of enrich carries. */
  EventLog live(ConferenceEvent event, String cause) {
    byte[] value = VALUES.serialize(TOPIC, event);
    return add(bytes(event.getEventId()), value, EventRecordReader.CAUSE, cause);
  }

  /** Records that follow are of that time. */
  EventLog at(String instant) {
    time = Instant.parse(instant).toEpochMilli();
    return this;
  }

  EventLog tombstone(int number, long revision, String redirect) {
    add(bytes(Events.id(number)), null, EventRecordReader.REVISION, Long.toString(revision));
    var headers = records.get(records.size() - 1).headers();
    headers.add(EventRecordReader.CAUSE, bytes(redirect == null ? "RETRACTED" : "MERGED"));
    if (redirect != null) {
      headers.add(EventRecordReader.REDIRECT, bytes(redirect));
    }
    return this;
  }

  /** A record as it comes; headers are pairs of name and value. */
  EventLog add(byte[] key, byte[] value, String... headers) {
    var all = new RecordHeaders();
    for (int i = 0; i < headers.length; i += 2) {
      all.add(headers[i], bytes(headers[i + 1]));
    }
    records.add(
        new ConsumerRecord<>(
            TOPIC,
            partition,
            end++,
            time,
            TimestampType.CREATE_TIME,
            -1,
            -1,
            key,
            value,
            all,
            Optional.empty()));
    return this;
  }

  /** A transaction's end: an offset without a record. */
  EventLog marker() {
    end++;
    return this;
  }

  List<ConsumerRecord<byte[], byte[]>> records() {
    return records;
  }

  long end() {
    return end;
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
