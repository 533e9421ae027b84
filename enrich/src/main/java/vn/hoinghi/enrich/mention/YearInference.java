package vn.hoinghi.enrich.mention;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.avro.ConferenceType;
import vn.hoinghi.enrich.text.Rule;
import vn.hoinghi.enrich.text.Search;

/**
 * The year of a day written without one. In this order: the same day with its year elsewhere in the
 * text, the day of publication, the term that a congress opens, a year the gathering's own sentence
 * names, the newest full date of the text, the year it names most.
 */
final class YearInference {
  private static final Rule NAMED =
      Rule.of(
          "(?<!đến |đến cuối |đến hết |hết |trước |giai đoạn |từ |tầm nhìn |khóa |nhiệm kỳ |kể từ )"
              + "(?:(?<!đến )năm |quý (?:\\d|i{1,3}|iv)[ /-]{1,3}|(?<!đến )(?<!từ )tháng \\d{1,2} ?[-/] ?)(\\d{4})(?! ?-|\\d)");

  private static final int EARLY_MONTH = 2;
  private static final int LATE_MONTH = 10;
  private static final int FIRST_WEB_YEAR = 1997;

  private final Script script;
  private final LocalDate published;
  private final int latest;

  /**
   * @param latest year of capture: no event of a report lies after it
   */
  YearInference(Script script, LocalDate published, int latest) {
    this.script = script;
    this.published = published;
    this.latest = latest;
  }

  /** Null where nothing gives it. */
  InferredYear of(Day day, Gathering gathering, ConferenceMention mention) {
    String term = mention.getTerm();
    InferredYear year = sameDay(day);
    if (year == null && published != null) {
      LocalDate near = Years.near(day, published);
      year = near == null ? null : new InferredYear(near.getYear(), "publication", null);
    }
    if (year == null && term != null && opensTerm(day, mention)) {
      year = new InferredYear(Integer.parseInt(term.substring(0, 4)), "term", null);
    }
    if (year == null) {
      year = named(day, gathering.sentence());
    }
    if (year == null) {
      year = fullDate();
    }
    if (year == null) {
      year = named(day, new Span(0, script.folded().length()));
    }
    return year;
  }

  /**
   * A congress is held in the first year of the term it opens; its resolution is studied in the
   * months after, so one studied in the last months of a year is of that year.
   */
  private static boolean opensTerm(Day day, ConferenceMention mention) {
    boolean studied =
        mention.getType() == ConferenceType.STUDY
            && mention.getCongressOrdinal() != null
            && day.month() >= LATE_MONTH;
    return studied || mention.getType() == ConferenceType.CONGRESS;
  }

  private InferredYear sameDay(Day day) {
    for (Day other : script.days()) {
      boolean same = other.month() == day.month() && other.day() == day.day();
      boolean event = other.role() == Day.Role.EVENT || other.role() == Day.Role.DEADLINE;
      if (same && event && other.year() != 0 && isRecent(other.year())) {
        return text(other.year(), new Span(other.start(), other.end()));
      }
    }
    return null;
  }

  private boolean isPossible(int year) {
    return year >= FIRST_WEB_YEAR && year <= latest;
  }

  private boolean isRecent(int year) {
    return published == null || Math.abs(published.getYear() - year) <= 1;
  }

  /**
   * The year named most often, the newer of two; a review of one year is held in the first weeks of
   * the next.
   */
  private InferredYear named(Day day, Span span) {
    Map<Integer, Integer> times = new TreeMap<>();
    Map<Integer, Span> where = new TreeMap<>();
    Search matcher = script.search(NAMED, span);
    while (matcher.find()) {
      int year = Integer.parseInt(matcher.group(1));
      if (isPossible(year)) {
        times.merge(year, 1, Integer::sum);
        where.putIfAbsent(year, new Span(matcher.start(1), matcher.end(1)));
      }
    }
    Integer best = null;
    for (Map.Entry<Integer, Integer> entry : times.entrySet()) {
      boolean next = best != null && entry.getKey() - best == 1 && isEarly(day);
      if (best == null || next || entry.getValue() > times.get(best)) {
        best = entry.getKey();
      }
    }
    return best == null ? null : text(best, where.get(best));
  }

  private static boolean isEarly(Day day) {
    return day.month() <= EARLY_MONTH;
  }

  private InferredYear fullDate() {
    InferredYear newest = null;
    for (Day other : script.days()) {
      boolean tells = other.role() == Day.Role.EVENT || other.role() == Day.Role.DOCUMENT;
      if (tells && isPossible(other.year()) && (newest == null || other.year() > newest.year())) {
        newest = text(other.year(), new Span(other.start(), other.end()));
      }
    }
    return newest;
  }

  private static InferredYear text(int year, Span where) {
    return new InferredYear(year, "text", where);
  }
}
