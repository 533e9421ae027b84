package vn.hoinghi.enrich.mention;

import java.time.LocalDate;
import java.util.List;
import vn.hoinghi.enrich.text.Rule;
import vn.hoinghi.enrich.text.Search;

/**
 * From which to which day a gathering went, where a text tells more than one: a run of days that
 * includes the day of its clause ("diễn ra trong hai ngày 11 và 12/6"), the length in the report of
 * its closing ("sau 2 ngày làm việc, chiều 10/5"), or a last day told apart ("sẽ bế mạc vào ngày
 * 12/6").
 */
final class Extent {
  private static final Rule LENGTH =
      Rule.of(
          "(?<!\\p{L})(?:sau|trải qua|qua) (?:thời gian )?(?:hơn |gần |tròn )?(?<n>\\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy)"
              + "(?<half>[,.]5| rưỡi)? ngày(?<half2> rưỡi)?(?= |,)");

  private static final Rule WORK =
      Rule.of(
          " (?:diễn ra|làm việc|học tập|tập huấn|bồi dưỡng|thảo luận|họp|nghiên cứu|tiến hành|khẩn trương|tổ chức|tham gia)");

  /** "Kéo dài đến hết ngày 30/9", "sẽ bế mạc vào chiều 12/6". */
  private static final Rule UNTIL =
      Rule.of(
          "(?<!\\p{L})(?:(?:diễn ra|kéo dài|làm việc|tiếp tục|họp)(?: \\p{L}{1,9}){0,3} (?:đến|tới)"
              + "|(?:bế mạc|kết thúc|bế giảng)(?: \\p{L}{1,9}){0,2})"
              + "(?: (?:hết|vào|sáng|trưa|chiều|tối|ngày|hôm|thứ \\p{L}{1,9})){0,4}[ (]{1,2}$");

  private static final int LONGEST_DAYS = 12;
  private static final int LEAD_SENTENCES = 8;
  private static final int BEFORE = 60;

  private final Script script;

  Extent(Script script) {
    this.script = script;
  }

  /**
   * First and last day, with where each was read.
   *
   * @param rule how they were found
   */
  record Days(LocalDate first, LocalDate last, Span firstAt, Span lastAt, String rule) {}

  /**
   * The days around one, or null where the text tells no other.
   *
   * @param date the day in a year that may be any, where the text tells none
   */
  Days around(Day day, LocalDate date) {
    Day run = day.isRun() ? day : runIncluding(day, date);
    if (run != null) {
      return days(run, date);
    }
    Days closing = closing(day, date);
    return closing != null ? closing : until(day, date);
  }

  private static Days days(Day run, LocalDate date) {
    Span at = new Span(run.start(), run.end());
    boolean firstTold = date.getMonthValue() == run.month() && date.getDayOfMonth() == run.day();
    Day.Point told = firstTold ? run.last() : run.first();
    LocalDate other = near(told, date);
    LocalDate first = firstTold ? date : near(run.first(), date);
    LocalDate last = firstTold ? other : near(run.last(), date);
    return first == null || last == null || last.isBefore(first)
        ? null
        : new Days(first, last, at, at, "run-of-days");
  }

  /** That day and month nearest to a date. */
  private static LocalDate near(Day.Point point, LocalDate date) {
    LocalDate best = null;
    for (int year = date.getYear() - 1; year <= date.getYear() + 1; year++) {
      if (Day.isReal(year, point.month(), point.day())) {
        LocalDate other = LocalDate.of(year, point.month(), point.day());
        boolean nearer = best == null || distance(other, date) < distance(best, date);
        best = nearer ? other : best;
      }
    }
    return best;
  }

  private static long distance(LocalDate a, LocalDate b) {
    return Math.abs(a.toEpochDay() - b.toEpochDay());
  }

  private Day runIncluding(Day day, LocalDate date) {
    List<Span> sentences = script.sentences();
    int end = sentences.get(Math.min(LEAD_SENTENCES, sentences.size() - 1)).end();
    for (Day run : script.days()) {
      boolean event = run.isRun() && run.role() == Day.Role.EVENT;
      boolean sameYear = run.year() == 0 || day.year() == 0 || run.year() == day.year();
      if (event
          && sameYear
          && run.includes(date.getMonthValue(), date.getDayOfMonth())
          && run.length() <= LONGEST_DAYS
          && (run.start() < end || ofGathering(run))) {
        return run;
      }
    }
    return null;
  }

  private boolean ofGathering(Day run) {
    Span sentence = script.sentenceAt(run.start());
    boolean happens = script.hits(Lexicon.HOLDING, sentence).stream().anyMatch(v -> v.is("HAPPEN"));
    return happens && !script.hits(Lexicon.GATHERINGS, sentence).isEmpty();
  }

  /** "Sau hai ngày làm việc, chiều 12/6, Đại hội đã bế mạc": the day is the last one. */
  private Days closing(Day day, LocalDate date) {
    Span sentence = script.sentenceAt(day.start());
    Search matcher = script.search(LENGTH, sentence);
    while (matcher.find()) {
      boolean half = matcher.group("half") != null || matcher.group("half2") != null;
      int days = number(matcher.group("n")) + (half ? 1 : 0);
      if (days >= 2 && days <= LONGEST_DAYS && ofWork(matcher.end(), sentence)) {
        Span length = new Span(matcher.start(), matcher.end());
        Span last = new Span(day.start(), day.end());
        return new Days(date.minusDays(days - 1L), date, length, last, "closing-day-less-length");
      }
    }
    return null;
  }

  private boolean ofWork(int end, Span sentence) {
    return script.search(WORK, new Span(end, sentence.end())).lookingAt()
        || script.hits(Lexicon.HOLDING, sentence).stream().anyMatch(verb -> verb.is("CLOSE"));
  }

  private static int number(String word) {
    return Character.isDigit(word.charAt(0)) ? Integer.parseInt(word) : NumberWords.value(word);
  }

  private Days until(Day day, LocalDate date) {
    for (Day other : script.days()) {
      if (other.start() <= day.start() || other.isRelative() || other.isRun()) {
        continue;
      }
      LocalDate last = near(other.first(), date);
      boolean after = last != null && last.isAfter(date) && distance(last, date) < LONGEST_DAYS;
      if (after && isLast(other)) {
        Span first = new Span(day.start(), day.end());
        return new Days(date, last, first, new Span(other.start(), other.end()), "told-last-day");
      }
    }
    return null;
  }

  private boolean isLast(Day other) {
    Span sentence = script.sentenceAt(other.start());
    int from = Math.max(sentence.start(), other.start() - BEFORE);
    return UNTIL.in(script.folded().substring(from, other.start())).find()
        && !script.hits(Lexicon.GATHERINGS, sentence).isEmpty();
  }
}
