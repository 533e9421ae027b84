package vn.hoinghi.sink;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.BadRecordException;
import vn.hoinghi.schemas.EventJson;
import vn.hoinghi.schemas.Reason;
import vn.hoinghi.schemas.SchemaIds;

/** Bytes of the events topic as a change, or the reason why they are none. */
final class EventRecordReader {
  static final String REDIRECT = "hoinghi-redirect";
  static final String REVISION = "hoinghi-revision";
  static final String CAUSE = "hoinghi-cause";

  private final Deserializer<ConferenceEvent> values;

  EventRecordReader(SchemaIds ids) {
    this.values = AvroSerde.of(ConferenceEvent.class, ids).deserializer();
  }

  /**
   * The change that a record asks for.
   *
   * @throws BadRecordException with AVRO_*, KEY_NULL, KEY_MISMATCH, or VALUE_NULL for a tombstone
   *     without a readable revision, which cannot be ordered
   */
  Change read(ConsumerRecord<byte[], byte[]> record) {
    if (record.key() == null) {
      throw new BadRecordException(Reason.KEY_NULL, "an event needs its id as the key");
    }
    String key = new String(record.key(), StandardCharsets.UTF_8);
    return record.value() == null ? tombstone(key, record) : live(key, record);
  }

  private Change live(String key, ConsumerRecord<byte[], byte[]> record) {
    ConferenceEvent event = values.deserialize(record.topic(), record.value());
    if (!key.equals(event.getEventId())) {
      throw new BadRecordException(
          Reason.KEY_MISMATCH, "key " + key + " on event " + event.getEventId());
    }
    return new Change(
        key,
        event.getRevision(),
        event,
        EventJson.of(event),
        null,
        text(record.headers(), CAUSE),
        timeOf(record),
        record);
  }

  private static Change tombstone(String key, ConsumerRecord<byte[], byte[]> record) {
    Headers headers = record.headers();
    return new Change(
        key,
        revision(text(headers, REVISION)),
        null,
        null,
        text(headers, REDIRECT),
        text(headers, CAUSE),
        timeOf(record),
        record);
  }

  private static Instant timeOf(ConsumerRecord<byte[], byte[]> record) {
    return Instant.ofEpochMilli(record.timestamp());
  }

  private static long revision(String decimal) {
    try {
      return Long.parseLong(decimal);
    } catch (NumberFormatException e) {
      throw new BadRecordException(
          Reason.VALUE_NULL, "a tombstone without a readable header " + REVISION, e);
    }
  }

  private static String text(Headers headers, String name) {
    Header last = headers.lastHeader(name);
    return last == null || last.value() == null || last.value().length == 0
        ? null
        : new String(last.value(), StandardCharsets.UTF_8);
  }
}
