package vn.hoinghi.content;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * A point in time as sites print it: "THỨ SÁU, 22/01/2021 17:11:16", "14:32, 25/10/2020", "26 Tháng
 * Hai, 2021", "25-7-25 17:25", "January 14, 2021 - 09:00". Read token by token, so that the cost is
 * linear whatever stands there. Day comes before month; where no zone is named it is Vietnam's.
 */
record Clock(LocalDate day, LocalTime time) {
  static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
  private static final int FIRST_YEAR = 1995;
  private static final int LAST_YEAR = 2100;
  private static final Map<String, Integer> MONTHS =
      Map.ofEntries(
          Map.entry("january", 1),
          Map.entry("jan", 1),
          Map.entry("february", 2),
          Map.entry("feb", 2),
          Map.entry("march", 3),
          Map.entry("mar", 3),
          Map.entry("april", 4),
          Map.entry("apr", 4),
          Map.entry("may", 5),
          Map.entry("june", 6),
          Map.entry("jun", 6),
          Map.entry("july", 7),
          Map.entry("jul", 7),
          Map.entry("august", 8),
          Map.entry("aug", 8),
          Map.entry("september", 9),
          Map.entry("sep", 9),
          Map.entry("sept", 9),
          Map.entry("october", 10),
          Map.entry("oct", 10),
          Map.entry("november", 11),
          Map.entry("nov", 11),
          Map.entry("december", 12),
          Map.entry("dec", 12));
  private static final List<String> MONTH_WORDS =
      List.of(
          "",
          "mot",
          "hai",
          "ba",
          "tu",
          "nam",
          "sau",
          "bay",
          "tam",
          "chin",
          "muoi",
          "muoi mot",
          "muoi hai");

  /** ISO 8601: with zone where a time of day is known, else the bare day. */
  String iso() {
    return time == null ? day.toString() : day + "T" + withSeconds(time) + "+07:00";
  }

  private static String withSeconds(LocalTime time) {
    String text = time.toString();
    return text.length() == "00:00".length() ? text + ":00" : text;
  }

  /** The first point in time in the text from the place on, or null. */
  static Clock in(String text, int from) {
    ClockTokens tokens = new ClockTokens(text, from);
    for (int i = 0; i < tokens.count; i++) {
      LocalDate day = dayAt(tokens, i);
      if (day != null) {
        return new Clock(day, timeIn(tokens));
      }
    }
    return null;
  }

  static Clock in(String text) {
    return in(text, 0);
  }

  private static LocalDate dayAt(ClockTokens t, int i) {
    int a = t.number(i);
    if (a < 0) {
      return englishDay(t, i);
    }
    boolean tight = t.joined(i, "/-.") && t.joined(i + 1, "/-.");
    if (tight && t.number(i + 1) > 0 && t.number(i + 2) >= 0) {
      int b = t.number(i + 1);
      int c = t.number(i + 2);
      if (t.length(i) == 4) {
        return day(a, b, c);
      }
      int digits = t.length(i + 2);
      boolean shortYear = digits == 2 && t.sameJoin(i, i + 1) && c >= 5 && c <= 60;
      return digits == 4 ? day(c, b, a) : shortYear ? day(2000 + c, b, a) : null;
    }
    if (t.word(i + 1).equals("thang")) {
      return vietnameseDay(t, i, a);
    }
    return englishDay(t, i);
  }

  /** "12 tháng 3 năm 2021", "26 Tháng Hai, 2021", "12 tháng 3, 2021". */
  private static LocalDate vietnameseDay(ClockTokens t, int i, int day) {
    int month = t.number(i + 2);
    int next = i + 3;
    if (month < 0) {
      String two = t.word(i + 2) + " " + t.word(i + 3);
      month = MONTH_WORDS.indexOf(two);
      next = month > 0 ? i + 4 : i + 3;
      month = month > 0 ? month : MONTH_WORDS.indexOf(t.word(i + 2));
    }
    next += t.word(next).equals("nam") ? 1 : 0;
    return month > 0 && t.length(next) == 4 ? day(t.number(next), month, day) : null;
  }

  private static LocalDate englishDay(ClockTokens t, int i) {
    Integer before = MONTHS.get(t.word(i));
    if (before != null && t.number(i + 1) > 0 && t.length(i + 2) == 4) {
      return day(t.number(i + 2), before, t.number(i + 1));
    }
    Integer behind = MONTHS.get(t.word(i + 1));
    return behind != null && t.number(i) > 0 && t.length(i + 2) == 4
        ? day(t.number(i + 2), behind, t.number(i))
        : null;
  }

  private static LocalDate day(int year, int month, int day) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      return null;
    }
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static LocalTime timeIn(ClockTokens t) {
    for (int i = 0; i + 1 < t.count; i++) {
      boolean colon = t.joined(i, ":") && t.length(i + 1) == 2;
      boolean hours = t.joined(i, "hg") && t.length(i + 1) == 2;
      int hour = t.number(i);
      int minute = t.number(i + 1);
      if ((colon || hours) && hour >= 0 && hour < 24 && minute >= 0 && minute < 60) {
        boolean seconds =
            colon && t.joined(i + 1, ":") && t.number(i + 2) >= 0 && t.number(i + 2) < 60;
        int second = seconds ? t.number(i + 2) : 0;
        String half = t.word(i + (seconds ? 3 : 2));
        return LocalTime.of(hour(hour, half), minute, second);
      }
    }
    return null;
  }

  /** "05:12 CH" is in the afternoon; "16:30 PM" is so already. */
  private static int hour(int hour, String half) {
    if (hour < 12 && (half.equals("pm") || half.equals("ch"))) {
      return hour + 12;
    }
    return hour == 12 && (half.equals("am") || half.equals("sa")) ? 0 : hour;
  }
}
