package vn.hoinghi.enrich.resolve;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.hoinghi.avro.ConferenceType;

/**
 * First and last day of an event. Reports of day one, day two and the closing each name their own
 * day; for a congress, or where any source gives a range, the days that touch each other are one
 * span. Otherwise the most voted day stands.
 */
record Calendar(String start, String end) {

  static Calendar of(List<Source> sources, ConferenceType type) {
    Votes<Days> dated = Votes.on(sources, s -> full(s.member()));
    Days most = dated.chosen();
    if (most == null) {
      return ofDoubtful(sources);
    }
    Days.Range range = most.ranges().get(0);
    boolean several = sources.stream().anyMatch(s -> s.mention().getEndDate() != null);
    if (several || type == ConferenceType.CONGRESS) {
      range = span(range, dated.voters());
    }
    return new Calendar(
        day(range.first()), range.last() > range.first() ? day(range.last()) : null);
  }

  /**
   * Whether a report that names this day as the first tells of these days; reports of day two and
   * of the closing do.
   *
   * @param date EDTF level 0 or 1
   */
  boolean holds(String date) {
    if (date.equals(start)) {
      return true;
    }
    if (date.startsWith("XXXX")) {
      return start != null && within(date.substring(4), start.substring(4), tail(end));
    }
    boolean partial = start != null && start.startsWith(date);
    return partial || (start != null && within(date, start, end));
  }

  private static String tail(String date) {
    return date == null ? null : date.substring(4);
  }

  /** Written big end first, days are in order as text. */
  private static boolean within(String date, String first, String last) {
    return date.compareTo(first) >= 0 && date.compareTo(last == null ? first : last) <= 0;
  }

  /** No source is sure of the year: a guessed one is better than none. */
  private static Calendar ofDoubtful(List<Source> sources) {
    String guessed = Votes.on(sources, s -> guessed(s.mention().getStartDate())).chosen();
    String start =
        guessed != null ? guessed : Votes.on(sources, s -> s.mention().getStartDate()).chosen();
    Votes<String> ends =
        Votes.on(
            sources,
            s ->
                Objects.equals(start, s.mention().getStartDate())
                    ? s.mention().getEndDate()
                    : null);
    return new Calendar(start, ends.chosen());
  }

  private static String guessed(String date) {
    return date == null || date.startsWith("X") ? null : date;
  }

  private static Days full(Member member) {
    Days days = Days.of(member);
    return days.isUnknown() || days.yearless() ? null : days;
  }

  private static Days.Range span(Days.Range from, Map<Days, List<Source>> all) {
    Days.Range span = from;
    List<Days.Range> rest =
        all.keySet().stream()
            .map(d -> d.ranges().get(0))
            .sorted(java.util.Comparator.comparingInt(Days.Range::first))
            .toList();
    for (int pass = 0; pass < 2; pass++) {
      for (Days.Range range : rest) {
        if (span.gap(range) <= 1) {
          span =
              new Days.Range(
                  Math.min(span.first(), range.first()), Math.max(span.last(), range.last()));
        }
      }
    }
    return span;
  }

  private static String day(int epochDay) {
    return LocalDate.ofEpochDay(epochDay).toString();
  }
}
