package vn.hoinghi.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import vn.hoinghi.schemas.Reason;

class DeadLetterTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private static ProducerRecord<byte[], byte[]> letter(
      ConsumerRecord<byte[], byte[]> record, String message) {
    return DeadLetter.of(record, "t.dlq", Reason.SINK_VALUE, message, NOW);
  }

  private static String header(ProducerRecord<byte[], byte[]> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  @Test
  void itKeepsTheBytesAndHeadersAndSaysWhy() {
    var record =
        new EventLog(3)
            .add(EventLog.bytes("k"), EventLog.bytes("v"), "traceparent", "00-ab")
            .records()
            .get(0);

    var letter = letter(record, "bad\r\nvalue");

    assertThat(letter.partition()).isEqualTo(3);
    assertThat(letter.key()).isEqualTo(record.key());
    assertThat(letter.value()).isEqualTo(record.value());
    assertThat(header(letter, "traceparent")).isEqualTo("00-ab");
    assertThat(header(letter, DeadLetter.REASON)).isEqualTo("SINK_VALUE");
    assertThat(header(letter, DeadLetter.MODULE)).isEqualTo("sink");
    assertThat(header(letter, DeadLetter.MESSAGE)).isEqualTo("bad value");
    assertThat(header(letter, DeadLetter.FIRST_SEEN)).isEqualTo(NOW.toString());
    assertThat(header(letter, DeadLetter.INPUT_ID)).endsWith(":" + EventLog.TOPIC + "-3@0");
  }

  @Test
  void aSecondAttemptCountsUpAndKeepsItsFirstNameAndTime() {
    var record =
        new EventLog(0)
            .add(
                null,
                null,
                DeadLetter.ATTEMPT,
                "1",
                DeadLetter.INPUT_ID,
                "first",
                DeadLetter.FIRST_SEEN,
                "2025-01-01T00:00:00Z")
            .records()
            .get(0);

    var letter = letter(record, null);

    assertThat(header(letter, DeadLetter.ATTEMPT)).isEqualTo("2");
    assertThat(header(letter, DeadLetter.INPUT_ID)).isEqualTo("first");
    assertThat(header(letter, DeadLetter.FIRST_SEEN)).isEqualTo("2025-01-01T00:00:00Z");
  }
}
