package vn.hoinghi.enrich.resolve;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/**
 * The terms of office in which a gathering may have been held. Party bodies of all levels sit for
 * five years and change over in the years that end on 0 and 5 (Điều lệ Đảng, Điều 13); in such a
 * year the old and the new body may both have met.
 */
final class Terms {
  private static final int YEARS = 5;

  private Terms() {}

  /**
   * The written term; else those that a certain date allows; where there is none, those of the year
   * of publication, since a gathering is reported when it is held.
   */
  static Set<String> of(Facts facts) {
    if (!facts.term.isEmpty()) {
      return Set.of(facts.term);
    }
    var terms = new TreeSet<String>();
    if (!facts.days.isUnknown() && !facts.days.yearless()) {
      facts.days.ranges().forEach(r -> in(LocalDate.ofEpochDay(r.first()).getYear(), terms));
    } else {
      int published = Days.yearOfPublication(facts.member);
      if (published > 0) {
        in(published, terms);
      }
    }
    return terms;
  }

  private static void in(int year, Set<String> terms) {
    int first = year / YEARS * YEARS;
    terms.add(first + "-" + (first + YEARS));
    if (year == first) {
      terms.add((first - YEARS) + "-" + first);
    }
  }
}
