package vn.hoinghi.ingest;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How long a site that is overloaded asks to be left alone (RFC 9110 §10.2.3): seconds or a date,
 * believed between one second and one day.
 */
final class RetryAfter {
  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofDays(1);
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);

  private RetryAfter() {}

  /** {@code otherwise} where the answer does not say, or not plainly. */
  static Duration of(Fetched fetched, Instant now, Duration otherwise) {
    String value = fetched.header("retry-after");
    boolean overloaded =
        fetched.status() != null && (fetched.status() == 429 || fetched.status() == 503);
    if (value == null || !overloaded) {
      return otherwise;
    }
    if (value.strip().matches("[0-9]{1,9}")) {
      return clamped(Duration.ofSeconds(Long.parseLong(value.strip())));
    }
    if (value.strip().matches("[0-9]+")) {
      return MOST;
    }
    try {
      return clamped(Duration.between(now, ZonedDateTime.parse(value.strip(), HTTP_DATE)));
    } catch (DateTimeException | ArithmeticException e) {
      return otherwise;
    }
  }

  private static Duration clamped(Duration asked) {
    if (asked.compareTo(LEAST) < 0) {
      return LEAST;
    }
    return asked.compareTo(MOST) > 0 ? MOST : asked;
  }
}
