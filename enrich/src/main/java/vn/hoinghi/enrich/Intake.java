package vn.hoinghi.enrich;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Deserializer;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.BadRecordException;
import vn.hoinghi.schemas.Reason;
import vn.hoinghi.schemas.SchemaIds;
import vn.hoinghi.schemas.Topics;

/**
 * The first look at a raw record. Everything is judged by the record itself, never by a clock here,
 * so that a replay in ten years decides the same.
 */
final class Intake {
  private static final Pattern ARTICLE_ID = Pattern.compile("[0-9a-f]{64}");
  private static final Instant OLDEST = Instant.parse("1970-01-01T00:00:01Z");
  private static final Instant NEWEST = Instant.parse("9999-12-31T00:00:00Z");
  private static final Duration CLOCK_SKEW = Duration.ofDays(1);

  /** Of a URL; the crawler takes no longer ones. */
  private static final int URL_CHARS = 2048;

  /** Of what else goes into the article as it came. */
  private static final int WORDS_CHARS = 1000;

  private final Deserializer<RawArticle> avro;

  Intake(SchemaIds ids) {
    this.avro = AvroSerde.of(RawArticle.class, ids).deserializer();
  }

  /**
   * @param timestamp of the Kafka record, milliseconds; negative where it has none
   * @throws BadRecordException with the reason why the record cannot be used
   */
  RawArticle accept(byte[] key, byte[] value, long timestamp) {
    refuse(key == null, Reason.KEY_NULL, "the record has no key");
    refuse(value == null, Reason.VALUE_NULL, "a withdrawal is a record with status GONE");
    RawArticle raw = avro.deserialize(Topics.RAW.name(), value);
    String id = raw.getArticleId();
    refuse(
        !id.equals(new String(key, StandardCharsets.UTF_8)) || !ARTICLE_ID.matcher(id).matches(),
        Reason.KEY_MISMATCH,
        "the key is not the articleId of the value, or no SHA-256 in hex");
    refuse(
        raw.getUrl().length() > URL_CHARS,
        Reason.URL_INVALID,
        "the URL is longer than " + URL_CHARS + " characters");
    refuse(
        Stream.of(raw.getOutlet(), raw.getMediaType(), raw.getCharset(), raw.getPublishedHint())
            .anyMatch(words -> words != null && words.length() > WORDS_CHARS),
        Reason.AVRO_LIMIT,
        "outlet, mediaType, charset or publishedHint is longer than "
            + WORDS_CHARS
            + " characters");
    time(raw, timestamp).ifPresent(fault -> refuse(true, fault, "fetchedAt " + raw.getFetchedAt()));
    return raw;
  }

  /**
   * A capture that claims to lie after its own arrival would beat every later one for ever: it is
   * measured against the later of the two times of arrival that the record carries.
   */
  private static Optional<Reason> time(RawArticle raw, long timestamp) {
    return plausible(raw.getIngestedAt())
        ? timeFault(raw.getFetchedAt(), Math.max(timestamp, raw.getIngestedAt().toEpochMilli()))
        : Optional.of(Reason.TS_INVALID);
  }

  /**
   * What is wrong with a time that a record claims.
   *
   * @param arrived when the record arrived, milliseconds; negative where nothing tells
   */
  static Optional<Reason> timeFault(Instant claimed, long arrived) {
    if (!plausible(claimed) || arrived > NEWEST.toEpochMilli()) {
      return Optional.of(Reason.TS_INVALID);
    }
    return arrived >= 0 && claimed.isAfter(Instant.ofEpochMilli(arrived).plus(CLOCK_SKEW))
        ? Optional.of(Reason.TS_FUTURE)
        : Optional.empty();
  }

  private static boolean plausible(Instant time) {
    return !time.isBefore(OLDEST) && !time.isAfter(NEWEST);
  }

  static void refuse(boolean when, Reason reason, String message) {
    if (when) {
      throw new BadRecordException(reason, message);
    }
  }
}
