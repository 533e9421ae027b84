package vn.hoinghi.sink;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import vn.hoinghi.schemas.Reason;
import vn.hoinghi.schemas.Sha256;

/** A record that could not be stored, as it is kept: its bytes and headers, and why. */
final class DeadLetter {
  static final String REASON = "x-dlq-reason";
  static final String MODULE = "x-dlq-module";
  static final String INPUT_ID = "x-dlq-input-id";
  static final String FIRST_SEEN = "x-dlq-first-seen";
  static final String ATTEMPT = "x-dlq-attempt";
  static final String MESSAGE = "x-dlq-message";
  static final String TOPIC = "x-dlq-topic";
  static final String PARTITION = "x-dlq-partition";
  static final String OFFSET = "x-dlq-offset";
  private static final int MESSAGE_CHARS = 1024;

  private DeadLetter() {}

  static ProducerRecord<byte[], byte[]> of(
      ConsumerRecord<byte[], byte[]> record,
      String topic,
      Reason reason,
      String message,
      Instant now) {
    Headers headers = new RecordHeaders(record.headers().toArray());
    put(headers, REASON, reason.name());
    put(headers, MODULE, "sink");
    put(headers, MESSAGE, oneLine(message));
    put(headers, TOPIC, record.topic());
    put(headers, PARTITION, Integer.toString(record.partition()));
    put(headers, OFFSET, Long.toString(record.offset()));
    put(headers, ATTEMPT, Integer.toString(attempts(headers) + 1));
    if (headers.lastHeader(FIRST_SEEN) == null) {
      put(headers, FIRST_SEEN, now.toString());
    }
    if (headers.lastHeader(INPUT_ID) == null) {
      put(headers, INPUT_ID, inputId(record));
    }
    return new ProducerRecord<>(topic, record.partition(), record.key(), record.value(), headers);
  }

  private static void put(Headers headers, String name, String value) {
    headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static int attempts(Headers headers) {
    Header last = headers.lastHeader(ATTEMPT);
    try {
      return last == null ? 0 : Integer.parseInt(new String(last.value(), StandardCharsets.UTF_8));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** Hash of key and value, and where the record stood. */
  private static String inputId(ConsumerRecord<byte[], byte[]> record) {
    MessageDigest digest = Sha256.digest();
    for (byte[] part : new byte[][] {record.key(), record.value()}) {
      digest.update((byte) (part == null ? 0 : 1));
      digest.update(part == null ? new byte[0] : part);
    }
    return "%s:%s-%d@%d"
        .formatted(Sha256.hex(digest), record.topic(), record.partition(), record.offset());
  }

  /** Bounded, and free of characters that would break a log line. */
  static String oneLine(String message) {
    String text = String.valueOf(message).replaceAll("\\p{Cntrl}+", " ");
    return text.length() > MESSAGE_CHARS ? text.substring(0, MESSAGE_CHARS) : text;
  }
}
