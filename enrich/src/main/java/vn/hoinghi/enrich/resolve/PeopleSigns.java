package vn.hoinghi.enrich.resolve;

import static vn.hoinghi.enrich.resolve.Signal.*;

/** What the people named show: whoever is in the chair, and everyone else. */
final class PeopleSigns {
  private PeopleSigns() {}

  static void weigh(Pair pair, Score score) {
    Facts a = pair.a;
    Facts b = pair.b;
    int chairs = HashSets.shared(a.chairs, b.chairs);
    if (a.chairs.length > 0 && b.chairs.length > 0) {
      score.add(chairs > 0 ? CHAIR_SAME : CHAIR_DIFFER);
    }
    int others = HashSets.shared(a.persons, b.persons) - chairs;
    if (others > 0) {
      score.add(others == 1 ? PERSON_ONE : others == 2 ? PERSON_TWO : PERSON_MANY);
    } else if (Math.min(a.persons.length, b.persons.length) - chairs >= 2 && sameHall(pair)) {
      score.add(PERSON_NONE);
    }
  }

  /**
   * Reports of one hall on one day name some of the same people; the opening of a congress names
   * its guests, though, and the day after those who were elected.
   */
  private static boolean sameHall(Pair pair) {
    return !pair.relayed() && !(pair.gap > 0 && pair.ofSeveralDays());
  }
}
