package vn.hoinghi.enrich.mention;

import java.time.LocalDate;
import vn.hoinghi.avro.DayPart;

/**
 * A day, or a run of days, as a text tells it.
 *
 * @param start first character
 * @param end character after the last one
 * @param first the day, or the first one of a run; null for a day that only counts from publication
 * @param last the last day of a run; null where it is one day
 * @param offset days from publication for "hôm qua" and the like; null for a written date
 * @param part part of the day, or null
 * @param lead first character of the words that tell the part of the day; the day's own start where
 *     none do
 * @param role what the day is told of
 */
record Day(
    int start,
    int end,
    Point first,
    Point last,
    Integer offset,
    DayPart part,
    int lead,
    Role role) {

  /** What a day is told of: only EVENT days can be a gathering's. */
  enum Role {
    EVENT,
    BIRTH,
    DOCUMENT,
    DEADLINE,
    ANNIVERSARY
  }

  /**
   * A day of the calendar.
   *
   * @param year 0 where the text gives none
   * @param month 1-12
   * @param day 1-31
   */
  record Point(int year, int month, int day) {

    boolean isReal() {
      return Day.isReal(year, month, day);
    }

    /** Before another day; days without year count as days of one year. */
    boolean isBefore(Point other) {
      boolean years = year != 0 && other.year != 0;
      boolean otherYear = years && year != other.year;
      return otherYear ? year < other.year : key() < other.key();
    }

    private int key() {
      return month * 100 + day;
    }
  }

  static Day relative(int start, int end, int offset, DayPart part) {
    return new Day(start, end, null, null, offset, part, start, Role.EVENT);
  }

  /** The same words told of another day: "chiều cùng ngày". */
  static Day same(int start, int end, Day other, DayPart part) {
    return new Day(start, end, other.first, null, null, part, start, other.role);
  }

  boolean isRelative() {
    return first == null;
  }

  boolean isRun() {
    return last != null;
  }

  int year() {
    return first == null ? 0 : first.year;
  }

  int month() {
    return first == null ? 0 : first.month;
  }

  int day() {
    return first == null ? 0 : first.day;
  }

  /** Whether a run of days in any year includes a day and month. */
  boolean includes(int otherMonth, int otherDay) {
    int key = otherMonth * 100 + otherDay;
    boolean turns = last.key() < first.key();
    boolean after = first.key() <= key;
    boolean before = key <= last.key();
    return turns ? after || before : after && before;
  }

  /** Days from the first to the last of a run, both counted; 1 for one day. */
  int length() {
    if (last == null) {
      return 1;
    }
    int anyYear = 2001;
    int from = last.year != 0 && first.year != 0 ? first.year : anyYear;
    int to = last.year != 0 && first.year != 0 ? last.year : anyYear;
    to += to == from && last.key() < first.key() ? 1 : 0;
    return (int) (epochDay(to, last) - epochDay(from, first)) + 1;
  }

  private static long epochDay(int year, Point point) {
    int day = Math.min(point.day, LocalDate.of(year, point.month, 1).lengthOfMonth());
    return LocalDate.of(year, point.month, day).toEpochDay();
  }

  static boolean isReal(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1) {
      return false;
    }
    int leapYear = 2000;
    return day <= LocalDate.of(year == 0 ? leapYear : year, month, 1).lengthOfMonth();
  }
}
