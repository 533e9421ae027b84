package vn.hoinghi.enrich.mention;

import java.util.ArrayList;
import java.util.List;
import vn.hoinghi.enrich.text.Rule;
import vn.hoinghi.enrich.text.Search;

/**
 * Reads a written date that begins at a number: "21/12/2020", "21-12", "22.1", "21 tháng 12 năm
 * 2020", and several of them joined ("16 đến 18-5", "29 và 30/11", "chiều 16 và sáng 17.10"), where
 * a day takes the month and year it lacks from the next. Each place is read by hand, so the time
 * grows with the text whatever stands there.
 */
final class DateReader {
  /** Between the days of a run: a dash, a comma or "và, đến", and what may announce the next. */
  private static final Rule JOINED =
      Rule.of(
          "(?: ?[-,&] ?| (?:và|đến|tới|sang) )(?:hết )?(?:\\d{1,2} ?(?:giờ|h)(?: ?\\d{2})?(?: phút)?,? )?"
              + "(?:(?:ngày|hôm|sáng|trưa|chiều|tối|đêm|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)[ ,(]{1,2}){0,3}");

  private static final Rule SPELLED_YEAR = Rule.of("(?: ?,)? năm (?=\\d{4}(?!\\d))");

  private static final int MOST = 6;
  private static final int LONGEST_WORD = 10;

  private final Script script;
  private final String folded;

  DateReader(Script script) {
    this.script = script;
    this.folded = script.folded();
  }

  private Search from(Rule rule, int at) {
    return script.search(rule, new Span(at, folded.length()));
  }

  /**
   * One number of a date.
   *
   * @param month 0 where it has none of its own
   * @param year 0 likewise
   * @param spelled whether "tháng" stands in it
   * @param open whether it is a date only if another one follows
   * @param loose whether it is written "5 - 3", which may be two numbers
   * @param to what joins it to the next, null at the last one
   */
  record Part(
      int start,
      int end,
      int day,
      int month,
      int year,
      boolean spelled,
      boolean open,
      boolean loose,
      String to) {

    Day.Point point() {
      return new Day.Point(year, month, day);
    }

    Part following(Part next) {
      int ownMonth = month == 0 ? next.month : month;
      boolean turns = month > next.month && next.year != 0;
      int ownYear = year != 0 || month == 0 ? year : turns ? next.year - 1 : next.year;
      ownYear = month == 0 ? next.year : ownYear;
      return new Part(
          start,
          end,
          day,
          ownMonth,
          ownYear,
          spelled || next.spelled,
          false,
          loose || next.loose,
          to);
    }
  }

  /** The dates that begin at a number, in their order; empty where it begins none. */
  List<Part> at(int start) {
    List<Part> parts = new ArrayList<>();
    Part part = part(start);
    while (part != null && parts.size() < MOST) {
      Search joined = from(JOINED, part.end());
      Part next = joined.lookingAt() ? part(joined.end()) : null;
      boolean more = next != null;
      String to = more ? folded.substring(part.end(), joined.end()) : null;
      if (part.open() && !more) {
        break;
      }
      parts.add(
          new Part(
              part.start(),
              part.end(),
              part.day(),
              part.month(),
              part.year(),
              part.spelled(),
              false,
              part.loose(),
              to));
      part = next;
    }
    while (!parts.isEmpty() && parts.get(parts.size() - 1).month() == 0) {
      parts.remove(parts.size() - 1);
    }
    for (int i = parts.size() - 2; i >= 0; i--) {
      parts.set(i, parts.get(i).following(parts.get(i + 1)));
    }
    return parts;
  }

  private Part part(int start) {
    int end = digits(start, 2);
    if (end < 0) {
      return null;
    }
    int day = number(start, end);
    if (day < 1 || day > 31) {
      return null;
    }
    Part whole = spelled(start, end, day);
    whole = whole == null ? parted(start, end, day) : whole;
    if (whole != null) {
      return whole;
    }
    boolean glued = end < folded.length() && Character.isLetter(folded.charAt(end));
    return glued ? null : new Part(start, end, day, 0, 0, false, false, false, null);
  }

  /** "5 tháng 3 năm 2021", "5 tháng ba". */
  private Part spelled(int start, int end, int day) {
    String month = " tháng ";
    if (!folded.startsWith(month, end)) {
      return null;
    }
    int from = end + month.length();
    int to = digits(from, 2);
    int value = to > 0 ? number(from, to) : 0;
    if (to < 0) {
      String words = folded.substring(from, Math.min(folded.length(), from + LONGEST_WORD));
      Words month2 = Words.month(words);
      value = month2 == null ? 0 : month2.value;
      to = month2 == null ? 0 : from + month2.length;
    }
    if (value < 1 || value > 12) {
      return null;
    }
    int yearAt = afterSeparator(to, "/-");
    Search year = from(SPELLED_YEAR, to);
    yearAt = year.lookingAt() ? year.end() : yearAt;
    int written = yearAt > 0 ? year(yearAt) : 0;
    return new Part(
        start, written > 0 ? yearAt + 4 : to, day, value, written, true, false, false, null);
  }

  /** "5/3", "05-3-2021", "5 / 3 / 2021", "5/3 năm 2021". */
  private Part parted(int start, int end, int day) {
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
          ? new Part(start, yearAt + 4, day, month, year, false, false, false, null)
          : null;
    }
    if (apart) {
      boolean dash = folded.substring(end, from).indexOf('-') >= 0;
      boolean ends = ends(to) && !folded.startsWith(" tháng", to);
      return dash && ends ? new Part(start, to, day, month, 0, false, false, true, null) : null;
    }
    int yy = shortYear(end, to);
    if (yy > 0) {
      return new Part(start, to + 3, day, month, 2000 + yy, false, false, false, null);
    }
    boolean run = to + 1 < folded.length() && folded.charAt(to) == '-' && isDigit(to + 1);
    return ends(to) || run
        ? new Part(start, to, day, month, 0, false, !ends(to), false, null)
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

  /** A month in words and how long it is. */
  private record Words(int value, int length) {
    private static final String[] MONTHS = {
      "một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai"
    };

    static Words month(String text) {
      Words longest = null;
      for (int i = 0; i < MONTHS.length; i++) {
        String word = MONTHS[i];
        boolean whole =
            text.startsWith(word)
                && (text.length() == word.length()
                    || !Character.isLetter(text.charAt(word.length())));
        if (whole && (longest == null || word.length() > longest.length)) {
          longest = new Words(i + 1, word.length());
        }
      }
      return longest;
    }
  }
}
