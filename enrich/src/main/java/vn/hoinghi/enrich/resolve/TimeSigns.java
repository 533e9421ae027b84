package vn.hoinghi.enrich.resolve;

import static vn.hoinghi.enrich.resolve.Signal.*;

import vn.hoinghi.avro.ConferenceType;
import vn.hoinghi.avro.DayPart;

/** What day and part of the day show. */
final class TimeSigns {
  private TimeSigns() {}

  static void weigh(Pair pair, Score score) {
    if (pair.undated()) {
      if (pair.mayBeOneDay()) {
        score.add(DATE_PRESUMED);
      }
      return;
    }
    score.add(day(pair));
    DayPart mine = pair.a.mention.getDayPart();
    DayPart theirs = pair.b.mention.getDayPart();
    if (pair.gap <= 0 && known(mine) && known(theirs)) {
      score.add(mine == theirs ? DAYPART_SAME : DAYPART_DIFFER);
    }
  }

  private static Signal day(Pair pair) {
    boolean yearless = pair.a.days.yearless() || pair.b.days.yearless();
    if (pair.gap > 1) {
      return pair.ofSeveralDays() ? DATE_NEAR : yearless ? DATE_YEARLESS_APART : DATE_APART;
    }
    if (pair.gap == 1) {
      return pair.bothOf(ConferenceType.CONGRESS) ? DATE_ADJACENT_CONGRESS : DATE_ADJACENT;
    }
    if (yearless) {
      return DATE_YEARLESS_SAME;
    }
    return pair.a.days.sameStart(pair.b.days) ? DATE_SAME : DATE_OVERLAP;
  }

  static boolean known(DayPart part) {
    return part != null && part != DayPart.UNKNOWN;
  }
}
