package vn.hoinghi.enrich.resolve;

import com.dynatrace.hash4j.hashing.Hashing;
import java.util.Arrays;
import java.util.function.IntToLongFunction;
import vn.hoinghi.avro.ConferenceType;
import vn.hoinghi.avro.Level;

/**
 * Comparing every article with every other is out of the question. A member stands in a handful of
 * index buckets, and only members that share one are compared: place and day, chair and week, body
 * with its ordinal, term or the resolution that it studied, bands of the text sketch. A bucket is a
 * 64-bit hash; two that collide cost comparisons, never a wrong answer.
 */
public final class Buckets {
  private static final int MAX_DAYS = 8;
  private static final int MAX_DOCUMENTS = 3;
  private static final int WEEK = 7;
  private static final int BANDS = 6;

  /**
   * Set phrases make any two reports a little alike. Of four components one pair of strangers in a
   * million agrees in all, of three one in twenty thousand: too many after fifteen years.
   */
  private static final int ROWS = 4;

  private static final int HEAD_BANDS = 2;
  private static final int HEAD_STEP = 2;

  /** The bit by which a bucket of the text is known. */
  private static final long OF_TEXT = 1;

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

  /** Whether a bucket stands for words in common, not for a place, a day or a person. */
  public static boolean isOfText(long bucket) {
    return (bucket & OF_TEXT) != 0;
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
    buckets.bodyAndDocument();
    buckets.text(facts.member.sketch());
    return Arrays.copyOf(buckets.found, buckets.count);
  }

  /**
   * What may last is reported day by day: such gatherings meet their like of the day after too, so
   * that day one and two come together.
   */
  private void placeAndDay() {
    boolean lasting =
        facts.type == ConferenceType.CONGRESS || facts.type == ConferenceType.TRAINING;
    for (Days.Range range : facts.around.ranges()) {
      int last = Math.min(range.last(), range.first() + MAX_DAYS);
      for (int day = range.first(); day <= last; day++) {
        add("day", province(day), Integer.toString(day));
      }
      for (int day = range.first(); lasting && day <= last + 1; day++) {
        add("days", province(day), facts.type.name() + day);
      }
    }
  }

  /** Provinces that were merged are one from the day of the new map on, and not before. */
  private String province(int day) {
    return day < PlaceSigns.NEW_MAP.toEpochDay() ? facts.provinceName : facts.province;
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
        add("plenum", facts.area, facts.body + plenum + "|" + term);
      }
    }
    if (isCongress && congress != null) {
      add("congress", facts.area, facts.body + congress);
    }
    if (isCongress && !facts.term.isEmpty()) {
      add("term", facts.area, facts.body + facts.term);
    }
  }

  /** So that a study without a day is found: a body studies a resolution once. */
  private void bodyAndDocument() {
    if (facts.type != ConferenceType.STUDY || facts.body.isEmpty()) {
      return;
    }
    String where = facts.level == Level.COMMUNE ? facts.area : facts.province;
    for (int i = 0; i < Math.min(MAX_DOCUMENTS, facts.documents.length); i++) {
      add("document", where, facts.body + facts.documents[i]);
    }
  }

  private void text(Sketch sketch) {
    if (sketch.isNone()) {
      return;
    }
    for (int band = 0; band < BANDS; band++) {
      band("text", band, band(band, sketch::component, band * ROWS));
    }
    for (int band = 0; band < HEAD_BANDS; band++) {
      band("beginning", band, band(BANDS + band, sketch::headComponent, band * HEAD_STEP));
    }
  }

  private static long band(int seed, IntToLongFunction components, int row) {
    long rows = 0;
    for (int i = row; i < row + ROWS; i++) {
      rows = rows << 16 | components.applyAsLong(i);
    }
    return Hashing.komihash5_0(seed).hashLongToLong(rows) | OF_TEXT;
  }

  private void band(String index, int band, long bucket) {
    names.named(bucket, index, "", Integer.toString(band));
    add(bucket);
  }

  private void add(String index, String where, String what) {
    long bucket = HashSets.hash(index + '\n' + where + '\n' + what) & ~OF_TEXT;
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
