package vn.hoinghi.enrich.resolve;

import static vn.hoinghi.enrich.resolve.CannotLink.*;

import vn.hoinghi.avro.DayPart;
import vn.hoinghi.avro.Level;

/** Finds the contradiction, if there is one, that no amount of agreement outweighs. */
final class Barriers {
  /** Days by which a report may be wrong. */
  private static final int SLIP = 10;

  private Barriers() {}

  static CannotLink between(Pair pair) {
    Facts a = pair.a;
    Facts b = pair.b;
    if (Values.differ(a.mention.getPlenumOrdinal(), b.mention.getPlenumOrdinal())) {
      return OTHER_PLENUM;
    }
    if (otherProvince(pair)) {
      return OTHER_PROVINCE;
    }
    if (pair.bothAt(Level.COMMUNE) && Values.differ(a.commune, b.commune)) {
      return OTHER_COMMUNE;
    }
    boolean below = pair.bothAt(Level.DISTRICT) || pair.bothAt(Level.COMMUNE);
    if (below && Values.differ(a.district, b.district)) {
      return OTHER_DISTRICT;
    }
    if (otherDays(pair)) {
      return OTHER_DAYS;
    }
    if (otherLevel(pair)) {
      return OTHER_LEVEL;
    }
    return otherSitting(pair) ? OTHER_SITTING : null;
  }

  private static boolean otherProvince(Pair pair) {
    return PlaceSigns.bothPlaced(pair)
        && territorial(pair)
        && !pair.sameText
        && PlaceSigns.province(pair) == Signal.PROVINCE_DIFFER;
  }

  private static boolean otherDays(Pair pair) {
    return pair.gap > 1
        && !pair.likeText
        && !pair.sameOrdinal()
        && !pair.ofSeveralDays()
        && !misdated(pair);
  }

  /** One of them got the day wrong: all else that hardly ever repeats is the same. */
  private static boolean misdated(Pair pair) {
    return pair.gap <= SLIP
        && HashSets.shared(pair.a.persons, pair.b.persons) >= 2
        && Values.same(pair.a.body, pair.b.body)
        && pair.a.type == pair.b.type
        && MatterSigns.sameAttendance(pair);
  }

  private static boolean otherLevel(Pair pair) {
    return pair.a.level != pair.b.level
        && territorial(pair)
        && !pair.sameText
        && Values.differ(pair.a.body, pair.b.body);
  }

  private static boolean otherSitting(Pair pair) {
    DayPart mine = pair.a.mention.getDayPart();
    DayPart theirs = pair.b.mention.getDayPart();
    boolean otherPart = TimeSigns.known(mine) && TimeSigns.known(theirs) && mine != theirs;
    boolean oneDay = !pair.a.days.isUnknown() && pair.a.days.equals(pair.b.days);
    return oneDay && otherPart && pair.otherType() && !pair.likeText;
  }

  private static boolean territorial(Pair pair) {
    return territorial(pair.a.level) && territorial(pair.b.level);
  }

  private static boolean territorial(Level level) {
    return level != Level.UNKNOWN && level != Level.ORGANISATION;
  }
}
