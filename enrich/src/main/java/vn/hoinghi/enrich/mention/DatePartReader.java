package vn.hoinghi.enrich.mention;

import vn.hoinghi.enrich.text.Rule;
import vn.hoinghi.enrich.text.Search;

/** Reads one number of a date with the month and year that it has: "16", "18-5", "5 tháng ba". */
final class DatePartReader {
  private static final Rule SPELLED_YEAR = Rule.of("(?: ?,)? năm (?=\\d{4}(?!\\d))");
  private static final int LONGEST_WORD = 10;

  private final Script script;
  private final String folded;

  DatePartReader(Script script) {
    this.script = script;
    this.folded = script.folded();
  }

  private Search from(Rule rule, int at) {
    return script.search(rule, new Span(at, folded.length()));
  }

  /** The number that begins at a place; null where none of a date does. */
  DatePart read(int start) {
    int end = digits(start, 2);
    if (end < 0) {
      return null;
    }
    int day = number(start, end);
    if (day < 1 || day > 31) {
      return null;
    }
    DatePart whole = spelled(start, end, day);
    whole = whole == null ? parted(start, end, day) : whole;
    if (whole != null) {
      return whole;
    }
    boolean glued = end < folded.length() && Character.isLetter(folded.charAt(end));
    return glued ? null : new DatePart(start, end, day, 0, 0, false, false, false, null);
  }

  /** "5 tháng 3 năm 2021", "5 tháng ba". */
  private DatePart spelled(int start, int end, int day) {
    String month = " tháng ";
    if (!folded.startsWith(month, end)) {
      return null;
    }
    int from = end + month.length();
    int to = digits(from, 2);
    int value = to > 0 ? number(from, to) : 0;
    if (to < 0) {
      String words = folded.substring(from, Math.min(folded.length(), from + LONGEST_WORD));
      MonthWords month2 = MonthWords.month(words);
      value = month2 == null ? 0 : month2.value();
      to = month2 == null ? 0 : from + month2.length();
    }
    if (value < 1 || value > 12) {
      return null;
    }
    int yearAt = afterSeparator(to, "/-");
    Search year = from(SPELLED_YEAR, to);
    yearAt = year.lookingAt() ? year.end() : yearAt;
    int written = yearAt > 0 ? year(yearAt) : 0;
    return new DatePart(
        start, written > 0 ? yearAt + 4 : to, day, value, written, true, false, false, null);
  }

  /** "5/3", "05-3-2021", "5 / 3 / 2021", "5/3 năm 2021". */
  private DatePart parted(int start, int end, int day) {
    int from = afterSeparator(end, "/.-");
    int to = from < 0 ? -1 : digits(from, 2);
    if (to < 0 || number(from, to) < 1 || number(from, to) > 12) {
      return null;
    }
    int month = number(from, to);
    boolean apart = from - end > 1 && folded.substring(end, from).indexOf('/') < 0;
    Search spelledYear = from(SPELLED_YEAR, to);
    int yearAt = spelledYear.lookingAt() ? spelledYear.end() : afterSeparator(to, "/.-");
    int year = yearAt > 0 ? year(yearAt) : 0;
    if (year > 0) {
      return ends(yearAt + 4)
          ? new DatePart(start, yearAt + 4, day, month, year, false, false, false, null)
          : null;
    }
    if (apart) {
      boolean dash = folded.substring(end, from).indexOf('-') >= 0;
      boolean ends = ends(to) && !folded.startsWith(" tháng", to);
      return dash && ends ? new DatePart(start, to, day, month, 0, false, false, true, null) : null;
    }
    int yy = shortYear(end, to);
    if (yy > 0) {
      return new DatePart(start, to + 3, day, month, 2000 + yy, false, false, false, null);
    }
    boolean run = to + 1 < folded.length() && folded.charAt(to) == '-' && isDigit(to + 1);
    return ends(to) || run
        ? new DatePart(start, to, day, month, 0, false, !ends(to), false, null)
        : null;
  }

  /** "5/3/21": two digits of a year behind the same mark. */
  private int shortYear(int dayEnd, int monthEnd) {
    char mark = folded.charAt(dayEnd);
    boolean same = monthEnd < folded.length() && folded.charAt(monthEnd) == mark && mark != '-';
    int end = same ? digits(monthEnd + 1, 2) : -1;
    boolean two = end == monthEnd + 3 && ends(end);
    int year = two ? number(monthEnd + 1, end) : 0;
    return year >= 5 && year <= 40 ? year : 0;
  }

  /** Place behind a mark that may stand between spaces; -1 where there is none. */
  private int afterSeparator(int at, String marks) {
    int i = at < folded.length() && folded.charAt(at) == ' ' ? at + 1 : at;
    if (i >= folded.length() || marks.indexOf(folded.charAt(i)) < 0) {
      return -1;
    }
    int next = i + 1;
    return next < folded.length() && folded.charAt(next) == ' ' ? next + 1 : next;
  }

  private int year(int at) {
    int end = digits(at, 4);
    int year = end == at + 4 ? number(at, end) : 0;
    return year >= 1900 && year < 2100 ? year : 0;
  }

  /** No more of a number, a ratio or a word follows. */
  private boolean ends(int at) {
    if (at >= folded.length()) {
      return true;
    }
    char c = folded.charAt(at);
    boolean more = ".,/-".indexOf(c) >= 0 && isDigit(at + 1);
    boolean number = c == '/' && at + 1 < folded.length() && letter(at + 1);
    return !more && !number && c != '%' && !Character.isLetterOrDigit(c);
  }

  private boolean letter(int at) {
    return Character.isLetter(folded.charAt(at));
  }

  private boolean isDigit(int at) {
    return at < folded.length() && folded.charAt(at) >= '0' && folded.charAt(at) <= '9';
  }

  /** End of a number of at most so many digits, -1 where none begins or more follow. */
  private int digits(int at, int most) {
    int end = at;
    while (isDigit(end) && end - at <= most) {
      end++;
    }
    return end == at || end - at > most ? -1 : end;
  }

  private int number(int from, int to) {
    return Integer.parseInt(folded.substring(from, to));
  }
}
