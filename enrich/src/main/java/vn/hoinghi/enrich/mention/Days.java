package vn.hoinghi.enrich.mention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.hoinghi.avro.DayPart;
import vn.hoinghi.enrich.text.Rule;

/**
 * Finds the days that a text tells: written out, in runs, and by the day of publication. A day
 * without year needs a word that announces it, since "9/12 xã" is no date, and a day of the lunar
 * calendar is none of ours.
 */
final class Days {
  /** Words right before a day that announce it, whatever follows. */
  private static final Rule LEAD =
      Rule.of(
          "(?<!\\p{L})(?:ngày|hôm|sáng|trưa|chiều|tối|đêm|khuya|nay|mùng|mồng|sớm|tuần (?:này|qua|trước)"
              + "|(?:hôm|sáng|trưa|chiều|tối|đêm) (?:qua|này)"
              + "|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)[ ,(]{0,4}$");

  /** Words that announce a day unless the numbers count something. */
  private static final Rule WEAK_LEAD =
      Rule.of(
          "(?<!\\p{L})(?:(?:từ|vào|qua|đến|tới|hết|ngày:)[ (]{1,2}"
              + "|ngày (?:làm việc|cuối tuần|học tập|tập huấn|thảo luận|diễn ra|họp)(?:,? \\p{L}{1,9}){0,6}+ \\()$");

  private static final Rule NO_DAY =
      Rule.of("(?<!\\p{L})(?:thứ|tháng|quý|số|khóa|lần|phường|quận|phòng|tổ|lô) $");

  private static final Rule LUNAR_BEFORE = Rule.of("(?:nhằm|âm lịch)[ ,(]{1,2}(?:ngày )?$");
  private static final Rule LUNAR_AFTER =
      Rule.of(
          "[ ,(]{1,2}(?:âm lịch|al\\)|tết|năm (?:giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý) \\p{L})");

  private static final Set<String> COUNTED =
      Lexicons.lines("counted.tsv").stream().map(Folding::fold).collect(Collectors.toSet());

  private static final int BEFORE = 100;

  /** Days listed with "và" or a comma lie close together; a dash may join far ones. */
  private static final int LONGEST_LIST = 15;

  private final Script script;
  private final String folded;
  private final DateReader reader;
  private final DayParts parts;

  Days(Script script) {
    this.script = script;
    this.folded = script.folded();
    this.reader = new DateReader(script);
    this.parts = new DayParts(folded);
  }

  List<Day> find() {
    List<Day> days = written();
    days.addAll(new RelativeDays(script).find(days));
    days.sort(Comparator.comparingInt(Day::start));
    return days;
  }

  private List<Day> written() {
    List<Day> days = new ArrayList<>();
    for (int i = 0; i < folded.length(); ) {
      boolean digit = isDigit(folded.charAt(i));
      Day day = digit && begins(i) ? day(i) : null;
      if (day != null) {
        days.add(day);
        i = day.end();
      } else if (digit) {
        i = afterNumber(i);
      } else {
        i++;
      }
    }
    return days;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private int afterNumber(int at) {
    int i = at;
    while (i < folded.length() && isDigit(folded.charAt(i))) {
      i++;
    }
    return i;
  }

  private boolean begins(int at) {
    if (at == 0) {
      return true;
    }
    char c = folded.charAt(at - 1);
    return !Character.isLetterOrDigit(c) && ".,/-".indexOf(c) < 0;
  }

  /** The longest run of days that begins at a number and is announced as days. */
  private Day day(int at) {
    List<DatePart> found = reader.at(at);
    if (found.isEmpty()) {
      return null;
    }
    DatePart first = found.get(0);
    Span before = before(at);
    if (!first.point().isReal() || script.endsWith(NO_DAY, before)) {
      return null;
    }
    int last = 0;
    while (last + 1 < found.size() && continues(first, found.get(last), found.get(last + 1))) {
      last++;
    }
    DatePart end = found.get(last);
    if (!announced(before, first, end, last > 0) || isLunar(before, end.end())) {
      return null;
    }
    Day.Role role = anniversary(first, end) ? Day.Role.ANNIVERSARY : DayRoles.of(script, before);
    Day.Point until = last == 0 ? null : end.point();
    int lead = parts.start(at);
    DayPart part = parts.of(lead);
    return new Day(at, end.end(), first.point(), until, null, part, part == null ? at : lead, role);
  }

  private static boolean continues(DatePart first, DatePart part, DatePart next) {
    Day.Point end = next.point();
    boolean turns = first.month() > next.month() && first.month() - next.month() >= 6;
    boolean begunAnew = part.year() != 0 && next.year() == 0 && part.to().indexOf(',') >= 0;
    if (begunAnew || !end.isReal() || !(first.point().isBefore(end) || turns)) {
      return false;
    }
    boolean list =
        part.to().indexOf('-') < 0 && !part.to().contains("đến") && !part.to().contains("tới");
    Day run = new Day(0, 0, first.point(), end, null, null, 0, Day.Role.EVENT);
    return !list || run.length() <= LONGEST_LIST;
  }

  /** "(27/7/1947 - 27/7/2017)". */
  private static boolean anniversary(DatePart first, DatePart end) {
    boolean far = first.year() != 0 && end.year() - first.year() > 1;
    boolean nextYear = first.year() != 0 && first.year() + 1 == end.year();
    return far || (nextYear && first.month() <= end.month());
  }

  private boolean announced(Span before, DatePart first, DatePart end, boolean run) {
    boolean whole = end.spelled() || end.year() != 0;
    boolean joined = !run || first.to() == null || first.to().indexOf(',') < 0;
    if ((whole && joined) || script.endsWith(LEAD, before)) {
      return !first.loose() || !counts(end.end());
    }
    return !first.loose() && script.endsWith(WEAK_LEAD, before) && !counts(end.end());
  }

  /** "Từ 9/12 xã lên 11/12 xã", "từ 5-10 triệu đồng". */
  private boolean counts(int end) {
    if (end >= folded.length() || folded.charAt(end) != ' ') {
      return false;
    }
    int to = end + 1;
    while (to < folded.length() && Tokens.isWord(folded.charAt(to))) {
      to++;
    }
    return COUNTED.contains(folded.substring(end + 1, to));
  }

  private boolean isLunar(Span before, int end) {
    return script.endsWith(LUNAR_BEFORE, before)
        || script.search(LUNAR_AFTER, new Span(end, folded.length())).lookingAt();
  }

  private Span before(int start) {
    int from = Math.max(0, start - BEFORE);
    return new Span(Math.max(from, script.lastIndexOf('\n', from, start) + 1), start);
  }
}
