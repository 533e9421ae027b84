package vn.hoinghi.enrich.mention;

import java.time.LocalDate;
import vn.hoinghi.avro.DayPart;

/**
 * A day, or a run of days, as a text tells it.
 *
 * @param start first character
 * @param end character after the last one
 * @param year as written, 0 where the text gives none
 * @param month 1-12; 0 for a day that only counts from publication
 * @param day 1-31; 0 likewise
 * @param lastMonth month of the last day of a run; 0 where it is one day
 * @param lastDay last day of a run; 0 where it is one day
 * @param offset days from publication for "hôm qua" and the like; null for a written date
 * @param part part of the day, or null
 * @param role what the day is told of
 */
record Day(
    int start,
    int end,
    int year,
    int month,
    int day,
    int lastMonth,
    int lastDay,
    Integer offset,
    DayPart part,
    Role role) {

  /** What a day is told of: only EVENT days can be a gathering's. */
  enum Role {
    EVENT,
    BIRTH,
    DOCUMENT,
    DEADLINE,
    ANNIVERSARY
  }

  boolean isRelative() {
    return month == 0;
  }

  boolean isRun() {
    return lastDay > 0;
  }

  /** Whether a run of days in any year includes a day and month. */
  boolean includes(int otherMonth, int otherDay) {
    int key = otherMonth * 100 + otherDay;
    return month * 100 + day <= key && key <= lastMonth * 100 + lastDay;
  }

  static boolean isReal(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1) {
      return false;
    }
    int leapYear = 2000;
    return day <= LocalDate.of(year == 0 ? leapYear : year, month, 1).lengthOfMonth();
  }
}
