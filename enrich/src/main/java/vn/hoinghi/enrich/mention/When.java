package vn.hoinghi.enrich.mention;

import java.time.LocalDate;
import java.util.List;
import vn.hoinghi.avro.ConferenceMention;

/**
 * When a gathering was: first and last day, and the part of the day in which it began. A year that
 * is not written is inferred, and it is said from what; where nothing gives it the year stays open
 * ("XXXX-12-21").
 */
final class When {
  /** Days without a year are counted in one that has a 29 February. */
  private static final int ANY_YEAR = 2000;

  private final Script script;
  private final LocalDate published;
  private final int latest;
  private final Findings findings;

  When(Script script, LocalDate published, int latest, Findings findings) {
    this.script = script;
    this.latest = latest;
    this.published = published;
    this.findings = findings;
  }

  void read(Gathering gathering, List<Gathering> all, ConferenceMention mention) {
    Day day = new EventDay(script, published).of(gathering, all);
    if (day == null) {
      return;
    }
    if (day.part() != null) {
      mention.setDayPart(day.part());
      findings.add("dayPart", day.lead(), day.end(), "day-part");
    }
    if (day.isRelative() && published == null) {
      return;
    }
    InferredYear year = year(day, gathering, mention);
    LocalDate date = date(day, year);
    if (date == null) {
      return;
    }
    boolean open = year == null;
    Extent.Days days = new Extent(script).around(day, date);
    if (days == null) {
      mention.setStartDate(edtf(date, open));
      findings.add("startDate", day.start(), day.end(), rule(day));
    } else {
      mention.setStartDate(edtf(days.first(), open));
      mention.setEndDate(edtf(days.last(), open));
      findings.add("startDate", days.firstAt(), days.rule());
      findings.add("endDate", days.lastAt(), days.rule());
    }
  }

  private static String rule(Day day) {
    return day.isRelative() ? "day-from-publication" : "day-of-gathering";
  }

  /** The day in its year; null where that year does not have it. */
  private LocalDate date(Day day, InferredYear year) {
    if (day.isRelative()) {
      return published.plusDays(day.offset());
    }
    int known = year == null ? ANY_YEAR : year.year();
    boolean real = Day.isReal(known, day.month(), day.day());
    return real ? LocalDate.of(known, day.month(), day.day()) : null;
  }

  /** The year, and where one was not written, what gave it; null where nothing does. */
  private InferredYear year(Day day, Gathering gathering, ConferenceMention mention) {
    if (day.year() != 0) {
      return new InferredYear(day.year(), null, null);
    }
    InferredYear inferred =
        day.isRelative()
            ? new InferredYear(published.plusDays(day.offset()).getYear(), "publication", null)
            : new YearInference(script, published, latest).of(day, gathering, mention);
    if (inferred != null) {
      mention.setYearInferredFrom(inferred.from());
      Span own = new Span(day.start(), day.end());
      Span where = inferred.where() == null ? own : inferred.where();
      findings.add("yearInferredFrom", where, "year-from-" + inferred.from());
    }
    return inferred;
  }

  private static String edtf(LocalDate date, boolean open) {
    return open
        ? "XXXX-%02d-%02d".formatted(date.getMonthValue(), date.getDayOfMonth())
        : date.toString();
  }
}
