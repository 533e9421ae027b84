package vn.hoinghi.enrich.mention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.hoinghi.avro.DayPart;
import vn.hoinghi.enrich.text.Rule;
import vn.hoinghi.enrich.text.Search;

/**
 * Finds days in a text: "21/12/2020", "21-12", "22.1", "21 tháng 12 năm 2020", runs ("16 đến 18-5",
 * "hai ngày 29 và 30/11", "28/9 đến 2/10"), and days told by the day of publication. A day without
 * year needs a word that announces it, since "9/12 xã" is no date.
 */
final class Days {
  private static final Rule DATE =
      Rule.of(
          "(?<![\\p{L}\\d.,/-])"
              + "(?:(?<d1>\\d{1,2})(?: ?[/.-] ?(?<m1>\\d{1,2})(?: ?[/.-] ?(?<y1>\\d{4}))?)?"
              + " ?(?:-|,|và|đến|tới|đến hết)(?: ngày)? ?)?"
              + "(?<d2>\\d{1,2})"
              + "(?: ?[/.-] ?(?<m2>\\d{1,2})(?: ?[/.-] ?(?<y2>\\d{4}))?"
              + "| tháng (?<m3>\\d{1,2})(?:(?:[ ,]{0,4}năm |/| ?- ?)(?<y3>\\d{4}))?)"
              + "(?!\\d|[.,/-]\\d|%|\\p{L})");

  /** Words right before a day that announce it. */
  private static final Rule LEAD =
      Rule.of(
          "(?<!\\p{L})(?:ngày|hôm|sáng|trưa|chiều|tối|đêm|nay|qua|từ|vào|mùng|mồng|sớm"
              + "|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)[ ,(]{0,4}$");

  private static final Rule BIRTH =
      Rule.of("(?<!học |vệ |phát |thí |\\p{L})(?:sinh|sn)(?: ngày)?[ :,(]{0,3}$");
  private static final Rule DOCUMENT =
      Rule.of(
          "(?:/ ?\\p{L}{1,12}|số \\d{1,9}[^ ,.;\\n]{0,12}|ban hành|ký|quyết định)[ ,]{1,3}(?:vào )?(?:ngày )?$");
  private static final Rule DEADLINE =
      Rule.of(
          "(?:trước|đến|đến hết|chậm nhất|hạn chót|sau|kể từ|tính từ|tính đến|hết|nay đến)"
              + "(?: ngày)? $");
  private static final Rule ANNIVERSARY =
      Rule.of("(?:kỷ niệm|thành lập|ngày sinh|truyền thống)[^.;\\n]{0,60}\\($");

  private static final int BEFORE = 80;
  private static final int TOGETHER = 8;

  private final Script script;
  private final String folded;

  Days(Script script) {
    this.script = script;
    this.folded = script.folded();
  }

  List<Day> find() {
    List<Day> days = new ArrayList<>();
    Search matcher = script.search(DATE, script.whole());
    while (matcher.find()) {
      Day day = written(matcher);
      if (day != null) {
        days.add(day);
      }
    }
    List<Day> relative = relative(days);
    days.addAll(relative);
    days.sort(Comparator.comparingInt(Day::start));
    return days;
  }

  /** "Sáng nay (10-12)" is one day: what is written out counts. */
  private List<Day> relative(List<Day> written) {
    List<Day> relative = new ArrayList<>();
    int next = 0;
    for (Hit hit : script.hits(Lexicon.RELATIVE_DAYS)) {
      while (next < written.size() && written.get(next).start() < hit.end()) {
        next++;
      }
      boolean writtenOut =
          next < written.size() && written.get(next).start() - hit.end() <= TOGETHER;
      if (!writtenOut) {
        relative.add(relative(hit));
      }
    }
    return relative;
  }

  private static Day relative(Hit hit) {
    DayPart part = hit.phrase().note(1).equals("-") ? null : DayPart.valueOf(hit.phrase().note(1));
    int offset = Integer.parseInt(hit.phrase().note(0));
    return new Day(hit.start(), hit.end(), 0, 0, 0, 0, 0, offset, part, Day.Role.EVENT);
  }

  private Day written(Search m) {
    int month = number(m.group("m2") != null ? m.group("m2") : m.group("m3"));
    int year = number(m.group("y2") != null ? m.group("y2") : m.group("y3"));
    int day = number(m.group("d2"));
    int firstDay = number(m.group("d1"));
    int firstMonth = m.group("m1") == null ? month : number(m.group("m1"));
    boolean run = firstDay > 0;
    if (!Day.isReal(year, month, day) || (run && !Day.isReal(year, firstMonth, firstDay))) {
      return null;
    }
    if (run && (firstMonth * 100 + firstDay >= month * 100 + day)) {
      return null;
    }
    String before = before(m.start());
    if (year == 0 && m.group("m3") == null && !LEAD.in(before).find()) {
      return null;
    }
    Day.Role role = m.group("y1") != null ? Day.Role.ANNIVERSARY : role(before);
    return new Day(
        m.start(),
        m.end(),
        year,
        run ? firstMonth : month,
        run ? firstDay : day,
        run ? month : 0,
        run ? day : 0,
        null,
        part(m.start()),
        role);
  }

  private String before(int start) {
    int from = Math.max(0, start - BEFORE);
    return folded.substring(Math.max(from, script.lastIndexOf('\n', from, start) + 1), start);
  }

  private static Day.Role role(String before) {
    if (BIRTH.in(before).find()) {
      return Day.Role.BIRTH;
    }
    if (ANNIVERSARY.in(before).find()) {
      return Day.Role.ANNIVERSARY;
    }
    if (DOCUMENT.in(before).find()) {
      return Day.Role.DOCUMENT;
    }
    return DEADLINE.in(before).find() ? Day.Role.DEADLINE : Day.Role.EVENT;
  }

  /** The last part of the day named within the few words before a date. */
  private DayPart part(int start) {
    String before = folded.substring(Math.max(0, start - 24), start);
    int clause = Math.max(before.lastIndexOf('.'), before.lastIndexOf('\n'));
    String near = before.substring(clause + 1);
    DayPart part = null;
    int last = -1;
    for (DayPartWord word : DayPartWord.values()) {
      int at = near.lastIndexOf(word.word);
      if (at > last) {
        last = at;
        part = word.part;
      }
    }
    return part;
  }

  private enum DayPartWord {
    SANG("sáng", DayPart.MORNING),
    TRUA("trưa", DayPart.AFTERNOON),
    CHIEU("chiều", DayPart.AFTERNOON),
    TOI("tối", DayPart.EVENING),
    DEM("đêm", DayPart.EVENING);

    private final String word;
    private final DayPart part;

    DayPartWord(String word, DayPart part) {
      this.word = word;
      this.part = part;
    }
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
