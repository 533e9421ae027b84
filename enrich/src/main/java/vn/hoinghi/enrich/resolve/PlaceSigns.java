package vn.hoinghi.enrich.resolve;

import static vn.hoinghi.enrich.resolve.Signal.*;

import java.time.LocalDate;
import vn.hoinghi.avro.Level;

/** What level, province, district and commune show. */
final class PlaceSigns {
  /** The day on which the 34 provinces of today took the place of 63. */
  static final LocalDate NEW_MAP = LocalDate.of(2025, 7, 1);

  private PlaceSigns() {}

  static void weigh(Pair pair, Score score) {
    Facts a = pair.a;
    Facts b = pair.b;
    if (a.level != Level.UNKNOWN && b.level != Level.UNKNOWN) {
      score.add(a.level == b.level ? LEVEL_SAME : LEVEL_DIFFER);
    }
    if (a.province.isEmpty() && b.province.isEmpty()) {
      score.add(PROVINCE_NONE);
    } else if (bothPlaced(pair)) {
      score.add(province(pair));
    }
    score.judge(a.district, b.district, DISTRICT_SAME, DISTRICT_DIFFER);
    score.judge(a.commune, b.commune, COMMUNE_SAME, COMMUNE_DIFFER);
  }

  static boolean bothPlaced(Pair pair) {
    return !pair.a.province.isEmpty() && !pair.b.province.isEmpty();
  }

  /** Provinces that were merged are one once the new map may have been in force. */
  static Signal province(Pair pair) {
    Facts a = pair.a;
    Facts b = pair.b;
    if (a.provinceName.equals(b.provinceName)) {
      return PROVINCE_SAME;
    }
    boolean newMap = a.days.mayBeSince(NEW_MAP) || b.days.mayBeSince(NEW_MAP);
    return newMap && a.province.equals(b.province) ? PROVINCE_SUCCESSOR : PROVINCE_DIFFER;
  }
}
