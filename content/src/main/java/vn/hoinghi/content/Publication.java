package vn.hoinghi.content;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * A point of publication and where it was read.
 *
 * @param day in Vietnam
 * @param value ISO 8601 with zone, or a bare day
 * @param from the source as the contract names it
 */
record Publication(LocalDate day, String value, String from) {
  private static final int FIRST_YEAR = 1995;
  private static final DateTimeFormatter ZONED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

  /**
   * From an attribute or a manifest: ISO 8601 as sites spell it, else as they print it; or null.
   */
  static Publication parse(String raw, String from) {
    String text = CleanText.line(raw);
    if (text.length() < 8 || text.length() > 64) {
      return null;
    }
    Publication iso = iso(text, from);
    return iso != null ? iso : of(Clock.in(text), from);
  }

  static Publication of(Clock clock, String from) {
    return clock == null ? null : new Publication(clock.day(), clock.iso(), from);
  }

  /** Whether it can have been published when the page was captured; a day of grace for zones. */
  boolean isBelievable(Instant fetchedAt) {
    return day.getYear() >= FIRST_YEAR
        && (fetchedAt == null || !day.isAfter(dayIn(fetchedAt).plusDays(1)));
  }

  boolean hasTime() {
    return value.indexOf('T') > 0;
  }

  static LocalDate dayIn(Instant instant) {
    return instant.atOffset(Clock.VIETNAM).toLocalDate();
  }

  private static Publication iso(String text, String from) {
    if (text.length() < 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return null;
    }
    try {
      if (text.length() == 10) {
        LocalDate day = LocalDate.parse(text);
        return new Publication(day, text, from);
      }
      return zoned(LocalDate.parse(text.substring(0, 10)), text.substring(11).strip(), from);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static Publication zoned(LocalDate day, String rest, String from) {
    int zone = 0;
    while (zone < rest.length() && ":.0123456789".indexOf(rest.charAt(zone)) >= 0) {
      zone++;
    }
    int dot = rest.indexOf('.');
    String clock = rest.substring(0, dot > 0 && dot < zone ? dot : zone);
    if (clock.length() < 5) {
      return new Publication(day, day.toString(), from);
    }
    LocalTime time = LocalTime.parse(clock.length() == 5 ? clock : clock.substring(0, 8));
    OffsetDateTime at = LocalDateTime.of(day, time).atOffset(offset(rest.substring(zone).strip()));
    LocalDate local = at.withOffsetSameInstant(Clock.VIETNAM).toLocalDate();
    return new Publication(local, at.format(ZONED), from);
  }

  private static ZoneOffset offset(String zone) {
    if (zone.equalsIgnoreCase("Z")
        || zone.equalsIgnoreCase("GMT")
        || zone.equalsIgnoreCase("UTC")) {
      return ZoneOffset.UTC;
    }
    try {
      return zone.startsWith("+") || zone.startsWith("-") ? ZoneOffset.of(zone) : Clock.VIETNAM;
    } catch (java.time.DateTimeException e) {
      return Clock.VIETNAM;
    }
  }
}
