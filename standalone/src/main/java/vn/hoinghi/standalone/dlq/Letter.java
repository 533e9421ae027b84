package vn.hoinghi.standalone.dlq;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.BadRecordException;
import vn.hoinghi.schemas.ContractPack;
import vn.hoinghi.schemas.Topic;
import vn.hoinghi.standalone.terminal.Harmless;

/**
 * A dead letter: a record that a reader laid aside, with what it said of it. The value itself stays
 * where it is; two letters of one key with equal values are about one thing.
 *
 * @param place where it lies
 * @param reason code
 * @param message what was wrong, in words; harmless to show
 * @param outlet that the record is about, or "-" where the bytes do not tell
 * @param content key and hash of the value, the same for what was laid aside twice
 */
record Letter(
    Place place, Instant at, String reason, String message, String outlet, String content) {
  /** Says of an earlier letter of the same partition that it was sent again; no letter itself. */
  static final String SETTLED = "x-dlq-settled";

  /**
   * Where a letter lies; its name for people is {@code raw:3@17}.
   *
   * @param box short name of the dead-letter topic
   */
  record Place(Box box, int partition, long offset) {
    private static final Pattern NAME = Pattern.compile("([a-z]+):(\\d{1,6})@(\\d{1,18})");

    /** Empty where the text is no such name. */
    static Optional<Place> of(String name) {
      Matcher parts = NAME.matcher(name);
      return parts.matches()
          ? Box.named(parts.group(1))
              .map(
                  box ->
                      new Place(
                          box, Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3))))
          : Optional.empty();
    }

    @Override
    public String toString() {
      return box.words() + ":" + partition + "@" + offset;
    }
  }

  static Letter of(Box box, ConsumerRecord<byte[], byte[]> record) {
    return new Letter(
        new Place(box, record.partition(), record.offset()),
        Instant.ofEpochMilli(record.timestamp()),
        Harmless.line(header(record, "x-dlq-reason")),
        Harmless.line(header(record, "x-dlq-message")),
        outlet(box.topic(), record.value()),
        content(record));
  }

  /** Text of the last header of that name; empty where there is none. */
  static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header last = record.headers().lastHeader(name);
    return last == null || last.value() == null
        ? ""
        : new String(last.value(), StandardCharsets.UTF_8);
  }

  /** The value as a record of its topic; empty where it is none. */
  static Optional<SpecificRecord> value(Topic<?> topic, byte[] bytes) {
    try {
      return bytes == null
          ? Optional.empty()
          : Optional.of(
              AvroSerde.of(topic.value(), ContractPack.committed())
                  .deserializer()
                  .deserialize(topic.name(), bytes));
    } catch (BadRecordException e) {
      return Optional.empty();
    }
  }

  private static String outlet(Topic<?> topic, byte[] bytes) {
    return value(topic, bytes)
        .filter(RawArticle.class::isInstance)
        .map(record -> Harmless.line(((RawArticle) record).getOutlet()))
        .orElse("-");
  }

  private static String content(ConsumerRecord<byte[], byte[]> record) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : new byte[][] {record.key(), record.value()}) {
        digest.update((byte) (part == null ? 0 : 1));
        digest.update(digest(part == null ? new byte[0] : part));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static byte[] digest(byte[] part) throws NoSuchAlgorithmException {
    return MessageDigest.getInstance("SHA-256").digest(part);
  }
}
