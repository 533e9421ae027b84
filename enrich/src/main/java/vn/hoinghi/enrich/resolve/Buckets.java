package vn.hoinghi.enrich.resolve;

import com.dynatrace.hash4j.hashing.Hashing;
import java.util.LinkedHashSet;
import java.util.Set;
import vn.hoinghi.avro.ConferenceType;

/**
 * Comparing every article with every other is out of the question. A member stands in a handful of
 * index buckets, and only members that share one are compared: place and day, body with its ordinal
 * or term, bands of the text sketch. A bucket is a 64-bit hash; two that collide cost comparisons,
 * never a wrong answer.
 */
final class Buckets {
  private static final int MAX_DAYS = 8;
  private static final int BANDS = 6;
  private static final int HEAD_BANDS = 2;
  private static final int ROWS = 3;

  private Buckets() {}

  /** The buckets of one member, in a fixed order. */
  static Set<Long> of(Facts facts) {
    var buckets = new LinkedHashSet<Long>();
    placeAndDay(facts, buckets);
    bodyAndOrdinal(facts, buckets);
    text(facts.member.sketch(), buckets);
    return buckets;
  }

  /**
   * What may last is reported day by day: there the day after too, so that day one and two meet.
   */
  private static void placeAndDay(Facts facts, Set<Long> buckets) {
    ConferenceType type = facts.mention.getType();
    boolean lasting = type == ConferenceType.CONGRESS || type == ConferenceType.TRAINING;
    for (Days.Range range : facts.days.ranges()) {
      int last = Math.min(range.last() + (lasting ? 1 : 0), range.first() + MAX_DAYS);
      for (int day = range.first(); day <= last; day++) {
        buckets.add(hash("day", facts.province, Integer.toString(day)));
      }
    }
  }

  /**
   * A body numbers its plenums from one in every term, so that a number says something together
   * with the term only: the written one, or those in which the day may lie.
   */
  private static void bodyAndOrdinal(Facts facts, Set<Long> buckets) {
    Integer plenum = facts.mention.getPlenumOrdinal();
    Integer congress = facts.mention.getCongressOrdinal();
    boolean isCongress = facts.mention.getType() == ConferenceType.CONGRESS;
    if (plenum != null) {
      for (String term : Terms.of(facts)) {
        buckets.add(hash("plenum", facts.area(), plenum + "|" + term));
      }
    }
    if (isCongress && congress != null) {
      buckets.add(hash("congress", facts.area(), facts.body + congress));
    }
    if (isCongress && !facts.term.isEmpty()) {
      buckets.add(hash("term", facts.area(), facts.body + facts.term));
    }
  }

  private static void text(Sketch sketch, Set<Long> buckets) {
    if (sketch.isNone()) {
      return;
    }
    for (int band = 0; band < BANDS; band++) {
      long[] rows = new long[ROWS];
      for (int row = 0; row < ROWS; row++) {
        rows[row] = sketch.component(band * ROWS + row);
      }
      buckets.add(Hashing.komihash5_0(band).hashLongLongLongToLong(rows[0], rows[1], rows[2]));
    }
    for (int band = 0; band < HEAD_BANDS; band++) {
      long[] rows = new long[ROWS];
      for (int row = 0; row < ROWS; row++) {
        rows[row] = sketch.headComponent(band * ROWS + row);
      }
      buckets.add(
          Hashing.komihash5_0(BANDS + band).hashLongLongLongToLong(rows[0], rows[1], rows[2]));
    }
  }

  private static long hash(String index, String where, String what) {
    return Hashing.komihash5_0().hashCharsToLong(index + '\n' + where + '\n' + what);
  }
}
