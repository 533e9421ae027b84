package vn.hoinghi.enrich.mention;

import java.time.LocalDate;
import java.util.List;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.avro.ConferenceType;

/**
 * The year of a day written without one. In this order: the same day with its year elsewhere in the
 * text, the day of publication, the term that a congress opens, the year that the gathering's name
 * or matter tells ({@link NamedYear}), a full date of the text shortly before. A year that only
 * stands somewhere in a text is no evidence: reports are full of targets, laws and the year before.
 */
final class YearInference {
  private static final int LATE_MONTH = 10;
  private static final int FIRST_WEB_YEAR = 1997;
  private static final int LEAD_SENTENCES = 5;

  /** A report tells of what lies weeks back; what lies longer back says nothing. */
  private static final int DAYS_AFTER = 100;

  private static final int DAYS_BEFORE = 45;

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
    InferredYear year = sameDay(day);
    if (year == null && published != null) {
      LocalDate near = Years.near(day, published);
      return near == null ? null : new InferredYear(near.getYear(), "publication", null);
    }
    String term = mention.getTerm();
    if (year == null && term != null && opensTerm(day, mention)) {
      year = new InferredYear(Integer.parseInt(term.substring(0, 4)), "term", null);
    }
    year = year == null ? named(day, gathering) : year;
    return year == null ? shortlyAfter(day) : year;
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
      if (same && event && isPossible(other.year()) && isRecent(other.year())) {
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

  private InferredYear named(Day day, Gathering gathering) {
    NamedYear named = new NamedYear(script);
    InferredYear year = possible(named.in(gathering.sentence(), day));
    List<Span> sentences = script.sentences();
    for (int i = 0; year == null && i < Math.min(LEAD_SENTENCES, sentences.size()); i++) {
      year = possible(named.in(sentences.get(i), day));
    }
    return year;
  }

  /** A year that nobody wrote has no evidence: "tổng kết năm 2018" in January leaves it open. */
  private InferredYear possible(InferredYear year) {
    boolean written =
        year != null
            && isPossible(year.year())
            && script.folded().contains(Integer.toString(year.year()));
    return written ? year : null;
  }

  /** "Ngày 30/3, ... Trước đó, ngày 26/12/2018": the first such day after the newest full date. */
  private InferredYear shortlyAfter(Day day) {
    LocalDate newest = null;
    Span where = null;
    for (Day other : script.days()) {
      boolean tells = other.role() != Day.Role.BIRTH && other.role() != Day.Role.ANNIVERSARY;
      if (tells && isPossible(other.year())) {
        LocalDate date = LocalDate.of(other.year(), other.month(), other.day());
        if (newest == null || date.isAfter(newest)) {
          newest = date;
          where = new Span(other.start(), other.end());
        }
      }
    }
    for (int i = 0; newest != null && i <= 1; i++) {
      int year = newest.getYear() + i;
      if (isPossible(year) && Day.isReal(year, day.month(), day.day())) {
        long after = LocalDate.of(year, day.month(), day.day()).toEpochDay() - newest.toEpochDay();
        if (-DAYS_BEFORE <= after && after <= DAYS_AFTER) {
          return possible(text(year, where));
        }
      }
    }
    return null;
  }

  private static InferredYear text(int year, Span where) {
    return new InferredYear(year, "text", where);
  }
}
