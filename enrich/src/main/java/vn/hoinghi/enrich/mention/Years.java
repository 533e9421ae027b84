package vn.hoinghi.enrich.mention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.hoinghi.enrich.text.Rule;
import vn.hoinghi.enrich.text.Search;

/** Years for days that are written without one. */
final class Years {
  private static final Rule YEAR =
      Rule.of("(?:năm |quý (?:\\d|i{1,3}v?|iv)[ /-]{1,3}|tháng \\d{1,2} ?[-/] ?)(\\d{4})(?!\\d)");

  private static final Rule AHEAD =
      Rule.of(
          "(?<!\\p{L})(?:(?:đến|tới|trước|từ) (?:hết |cuối |đầu )?năm|tầm nhìn|định hướng|giai đoạn|nhiệm kỳ|sẽ|dự kiến|lộ trình"
              + "|phấn đấu|mục tiêu|kế hoạch)(?!\\p{L})");

  private Years() {}

  /**
   * The day of that month and day nearest to publication; a report is rarely printed before its
   * event, so a day up to two weeks ahead stays ahead and any later one lies in the year before.
   */
  static LocalDate near(Day day, LocalDate published) {
    if (day.isRelative()) {
      return published.plusDays(day.offset());
    }
    if (day.year() != 0) {
      return LocalDate.of(day.year(), day.month(), day.day());
    }
    if (!Day.isReal(published.getYear(), day.month(), day.day())) {
      return null;
    }
    LocalDate sameYear = LocalDate.of(published.getYear(), day.month(), day.day());
    if (sameYear.isAfter(published.plusDays(180))) {
      return Day.isReal(published.getYear() - 1, day.month(), day.day())
          ? sameYear.minusYears(1)
          : null;
    }
    return sameYear;
  }

  /** Years that a stretch of text names as present or near: in full days and as "năm 2018". */
  static List<Integer> named(Script script, Span span) {
    List<Integer> years = new ArrayList<>();
    for (Day day : script.days(span)) {
      if (day.year() > 0 && day.role() != Day.Role.BIRTH && day.role() != Day.Role.ANNIVERSARY) {
        years.add(day.year());
      }
    }
    Search matcher = script.search(YEAR, span);
    while (matcher.find()) {
      years.add(Integer.parseInt(matcher.group(1)));
    }
    return years;
  }

  /**
   * The newest year that a text speaks of as here or past, 0 where none is; "quy hoạch đến năm
   * 2035" and "dự kiến năm 2024" do not tell when it was written.
   */
  static int newest(Script script) {
    int newest = 0;
    for (Span sentence : script.sentences()) {
      if (!AHEAD.in(script.folded().substring(sentence.start(), sentence.end())).find()) {
        newest =
            Math.max(newest, named(script, sentence).stream().mapToInt(i -> i).max().orElse(0));
      }
    }
    return newest;
  }
}
