package vn.hoinghi.ingest.health;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Vietnamese time in quarters of a day, six hours each, numbered from 1970-01-01. A day off is what
 * outlets pause for, a night is a quarter of it; hours would make a late morning an event, days
 * would see a silence days later. Vietnam keeps UTC+7 all year.
 */
final class Quarters {
  static final int A_DAY = 4;
  static final int A_WEEK = 7 * A_DAY;
  private static final long MILLIS = Duration.ofDays(1).toMillis() / A_DAY;
  private static final long AHEAD = Duration.ofHours(7).toMillis();

  /** 1970-01-01 was a Thursday. */
  private static final int FROM_MONDAY = 3 * A_DAY;

  private Quarters() {}

  static long of(Instant at) {
    return Math.floorDiv(at.toEpochMilli() + AHEAD, MILLIS);
  }

  static Instant start(long quarter) {
    return Instant.ofEpochMilli(quarter * MILLIS - AHEAD);
  }

  /** 0 to 27, Monday's first quarter being 0. */
  static int ofWeek(long quarter) {
    return (int) Math.floorMod(quarter + FROM_MONDAY, (long) A_WEEK);
  }

  static long week(long quarter) {
    return Math.floorDiv(quarter + FROM_MONDAY, (long) A_WEEK);
  }

  static long day(long quarter) {
    return Math.floorDiv(quarter, (long) A_DAY);
  }

  static LocalDate date(long quarter) {
    return LocalDate.ofEpochDay(day(quarter));
  }
}
