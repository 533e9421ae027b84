package vn.hoinghi.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import vn.hoinghi.service.ConfigException;

/**
 * Days of Vietnam, both ends included, as addresses of a sitemap are chosen by them. A lastmod may
 * be no more than a day; then it is read as that day's midnight in UTC, which is a moment of the
 * same day in Vietnam. A list's own lastmod is when anything in it changed last: what changed last
 * before the range holds nothing of it, while a later one says nothing.
 *
 * @param from null for the beginning
 * @param to null for the end
 */
public record DayRange(Instant from, Instant to) {
  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  /** Of a day, month and year, when no more than that is told. */
  private static final Duration DAY = Duration.ofDays(1);

  private static final Duration MONTH = Duration.ofDays(31);
  private static final Duration YEAR = Duration.ofDays(366);

  /**
   * The days from one to another.
   *
   * @param firstOrNull first day
   * @param lastOrNull last day
   * @throws ConfigException where the last day is before the first
   */
  public static DayRange of(LocalDate firstOrNull, LocalDate lastOrNull) {
    if (firstOrNull != null && lastOrNull != null && lastOrNull.isBefore(firstOrNull)) {
      throw new ConfigException("--to " + lastOrNull + " is before --from " + firstOrNull);
    }
    return new DayRange(
        firstOrNull == null ? null : begin(firstOrNull),
        lastOrNull == null ? null : begin(lastOrNull.plusDays(1)));
  }

  private static Instant begin(LocalDate day) {
    return day.atStartOfDay(VIETNAM).toInstant();
  }

  /** Whether every address lies in it, dated or not. */
  boolean isEverything() {
    return from == null && to == null;
  }

  /** Whether an address with this lastmod lies in it. */
  boolean holds(Instant lastmod) {
    return (from == null || !lastmod.isBefore(from)) && (to == null || lastmod.isBefore(to));
  }

  /**
   * Whether a list may name addresses that lie in it.
   *
   * @param lastmodOrNull of the list, as an index tells it
   */
  boolean mayBeIn(Instant lastmodOrNull) {
    return lastmodOrNull == null
        || from == null
        || !lastmodOrNull.plus(precision(lastmodOrNull)).isBefore(from);
  }

  private static Duration precision(Instant told) {
    ZonedDateTime at = told.atZone(ZoneOffset.UTC);
    if (!at.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      return Duration.ZERO;
    }
    if (at.getDayOfMonth() != 1) {
      return DAY;
    }
    return at.getMonthValue() == 1 ? YEAR : MONTH;
  }
}
