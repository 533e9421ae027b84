package vn.hoinghi.enrich.resolve;

import com.dynatrace.hash4j.hashing.Hashing;
import java.util.Arrays;
import vn.hoinghi.avro.ConferenceType;

/**
 * Comparing every article with every other is out of the question. A member stands in a handful of
 * index buckets, and only members that share one are compared: place and day, chair and week, body
 * with its ordinal or term, bands of the text sketch. A bucket is a 64-bit hash; two that collide
 * cost comparisons, never a wrong answer.
 */
final class Buckets {
  private static final int MAX_DAYS = 8;
  private static final int WEEK = 7;
  private static final int BANDS = 6;
  private static final int HEAD_BANDS = 2;
  private static final int ROWS = 3;

  /** Hears what each bucket is made of, for someone who wants to know why two members met. */
  interface Names {
    Names UNHEARD = (bucket, index, where, what) -> {};

    /**
     * Called once for each bucket that is made.
     *
     * @param where area or chair, as far as the index asks for one
     * @param what day, week, number or band
     */
    void named(long bucket, String index, String where, String what);
  }

  private final Facts facts;
  private final Names names;
  private long[] found = new long[16];
  private int count;

  private Buckets(Facts facts, Names names) {
    this.facts = facts;
    this.names = names;
  }

  /** The buckets of one member, each once, in a fixed order. */
  static long[] of(Facts facts) {
    return of(facts, Names.UNHEARD);
  }

  /** The same, with someone who hears what they are made of. */
  static long[] of(Facts facts, Names names) {
    var buckets = new Buckets(facts, names);
    buckets.placeAndDay();
    buckets.chairAndWeek();
    buckets.bodyAndOrdinal();
    buckets.text(facts.member.sketch());
    return Arrays.copyOf(buckets.found, buckets.count);
  }

  /**
   * What may last is reported day by day: there the day after too, so that day one and two meet.
   */
  private void placeAndDay() {
    boolean lasting =
        facts.type == ConferenceType.CONGRESS || facts.type == ConferenceType.TRAINING;
    for (Days.Range range : facts.around.ranges()) {
      int last = Math.min(range.last() + (lasting ? 1 : 0), range.first() + MAX_DAYS);
      for (int day = range.first(); day <= last; day++) {
        add("day", facts.province, Integer.toString(day));
      }
    }
  }

  /**
   * A report that names no province, or the day before, still says who was in the chair. Weeks
   * rather than days, so that days next to each other mostly meet.
   */
  private void chairAndWeek() {
    if (facts.chairs.length == 0) {
      return;
    }
    for (Days.Range range : facts.around.ranges()) {
      String week = Integer.toString(range.first() / WEEK);
      add("chair", Long.toString(facts.chairs[0]), week);
    }
  }

  /**
   * A body numbers its plenums from one in every term, so that a number says something together
   * with the term only: the written one, or those in which the day may lie.
   */
  private void bodyAndOrdinal() {
    Integer plenum = facts.mention.getPlenumOrdinal();
    Integer congress = facts.mention.getCongressOrdinal();
    boolean isCongress = facts.type == ConferenceType.CONGRESS;
    if (plenum != null) {
      for (String term : Terms.of(facts)) {
        add("plenum", facts.area, plenum + "|" + term);
      }
    }
    if (isCongress && congress != null) {
      add("congress", facts.area, facts.body + congress);
    }
    if (isCongress && !facts.term.isEmpty()) {
      add("term", facts.area, facts.body + facts.term);
    }
  }

  private void text(Sketch sketch) {
    if (sketch.isNone()) {
      return;
    }
    for (int band = 0; band < BANDS; band++) {
      int row = band * ROWS;
      band(
          "text",
          band,
          Hashing.komihash5_0(band)
              .hashLongLongLongToLong(
                  sketch.component(row), sketch.component(row + 1), sketch.component(row + 2)));
    }
    for (int band = 0; band < HEAD_BANDS; band++) {
      int row = band * ROWS;
      band(
          "beginning",
          band,
          Hashing.komihash5_0(BANDS + band)
              .hashLongLongLongToLong(
                  sketch.headComponent(row),
                  sketch.headComponent(row + 1),
                  sketch.headComponent(row + 2)));
    }
  }

  private void band(String index, int band, long bucket) {
    names.named(bucket, index, "", Integer.toString(band));
    add(bucket);
  }

  private void add(String index, String where, String what) {
    long bucket = HashSets.hash(index + '\n' + where + '\n' + what);
    names.named(bucket, index, where, what);
    add(bucket);
  }

  private void add(long bucket) {
    for (int i = 0; i < count; i++) {
      if (found[i] == bucket) {
        return;
      }
    }
    if (count == found.length) {
      found = Arrays.copyOf(found, 2 * count);
    }
    found[count++] = bucket;
  }
}
