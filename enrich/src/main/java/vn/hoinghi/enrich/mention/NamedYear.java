package vn.hoinghi.enrich.mention;

import java.time.LocalDate;
import vn.hoinghi.enrich.text.Rule;
import vn.hoinghi.enrich.text.Search;

/**
 * The year that a sentence about a gathering tells without dating it: a year summed up is over or
 * nearly so, a year planned for begins or has begun, half-years, quarters and months lie close to
 * the day they are spoken of, and a gathering may bear its year as a name. Where two of them
 * disagree nothing is told.
 */
final class NamedYear {
  private static final String MONTHS_BEFORE =
      "(?:(?:3|6|9|ba|sáu|chín) tháng (?<half>đầu|cuối) năm |quý (?<quarter>[1-4]|i{1,3}|iv)(?: năm |[ /-]{1,3})"
          + "|tháng (?<month>\\d{1,2})(?: năm | ?[-/] ?))";

  private static final Rule TOLD =
      Rule.of(
          "(?<!\\p{L})(?:"
              + MONTHS_BEFORE
              + "|(?<name>năm |nhiệm vụ |kế hoạch |thường niên ))(?<year>20\\d\\d)(?! ?-|\\d|/\\d)");

  /** Right before "năm 2020": no year of the gathering's own. */
  private static final Rule OTHER =
      Rule.of(
          "(?<!\\p{L})(?:đến|từ|vào|trước|sau|so với|hơn|hết|tới|cuối|đầu|giữa|trong|của|giai đoạn|những|các|khoảng|luật|pháp|học|lập|và)"
              + "(?: cuối| hết| đầu| giữa)? $");

  private static final Rule MATTER =
      Rule.of(
          "(?<!\\p{L})(?:(?<plan>nhiệm vụ|kế hoạch|phương hướng|chương trình|triển khai|dự toán|kế hoạch phát triển)"
              + "|(?<report>tổng kết|sơ kết|kết quả|đánh giá|kiểm điểm|nhìn lại|báo cáo))(?!\\p{L})");

  private static final int LOOK_BACK = 120;
  private static final int FIRST_OF_LATE = 10;
  private static final int LAST_OF_EARLY = 3;

  private final Script script;

  NamedYear(Script script) {
    this.script = script;
  }

  /**
   * A year that was told.
   *
   * @param planned whether it was told by what is planned for it, which is the surest
   */
  private record Told(int year, boolean planned) {}

  /** Null where the sentence tells none, or several. */
  InferredYear in(Span sentence, Day day) {
    Told told = null;
    Span where = null;
    Search matcher = script.search(TOLD, sentence);
    while (matcher.find()) {
      Told next = told(matcher, sentence, day);
      if (next.year == 0 || (told != null && next.year == told.year)) {
        continue;
      }
      if (told != null && told.planned == next.planned) {
        return null;
      }
      if (told == null || next.planned) {
        told = next;
        where = new Span(matcher.start("year"), matcher.end("year"));
      }
    }
    return told == null ? null : new InferredYear(told.year, "text", where);
  }

  private Told told(Search told, Span sentence, Day day) {
    int year = Integer.parseInt(told.group("year"));
    if (told.group("half") != null) {
      boolean first = told.group("half").equals("đầu");
      return new Told(around(day, year, first ? 1 : 7, first ? 6 : 12), false);
    }
    if (told.group("quarter") != null) {
      int quarter = OrdinalNumber.value(told.group("quarter"));
      return new Told(around(day, year, 3 * quarter - 2, 3 * quarter), false);
    }
    if (told.group("month") != null) {
      int month = Integer.parseInt(told.group("month"));
      boolean real = month >= 1 && month <= 12;
      return new Told(real ? around(day, year, month, month) : 0, false);
    }
    return ofWholeYear(told, year, sentence, day);
  }

  /** The year in which the day lies in those months or a little around them. */
  private static int around(Day day, int year, int firstMonth, int lastMonth) {
    LocalDate from = LocalDate.of(year, firstMonth, 1).minusDays(45);
    LocalDate to = LocalDate.of(year, lastMonth, 28).plusDays(100);
    int found = 0;
    for (int y = year - 1; y <= year + 1; y++) {
      if (!Day.isReal(y, day.month(), day.day())) {
        continue;
      }
      LocalDate date = LocalDate.of(y, day.month(), day.day());
      if (!date.isBefore(from) && !date.isAfter(to)) {
        found = found == 0 ? y : -1;
      }
    }
    return Math.max(found, 0);
  }

  private Told ofWholeYear(Search told, int year, Span sentence, Day day) {
    int from = Math.max(sentence.start(), told.start() - LOOK_BACK);
    String before = script.folded().substring(from, told.start());
    if (told.group("name").equals("năm ") && OTHER.in(before).find()) {
      return new Told(0, false);
    }
    boolean late = day.month() >= FIRST_OF_LATE;
    boolean early = day.month() <= LAST_OF_EARLY;
    Search matter = MATTER.in(before + told.group("name"));
    Boolean plan = null;
    while (matter.find()) {
      plan = matter.group("plan") != null;
    }
    if (plan == null) {
      return new Told(namesGathering(told.start(), sentence) ? year : 0, false);
    }
    if (plan) {
      return new Told(late ? year - 1 : year, true);
    }
    return new Told(early ? year + 1 : late ? year : 0, false);
  }

  /** "Hội nghị xúc tiến đầu tư năm 2018", "đại hội cổ đông thường niên 2018". */
  private boolean namesGathering(int yearAt, Span sentence) {
    int from = Math.max(sentence.start(), yearAt - LOOK_BACK);
    int comma = Math.max(from, script.lastIndexOf(',', from, yearAt));
    return !script.hits(Lexicon.GATHERINGS, comma, yearAt).isEmpty();
  }
}
