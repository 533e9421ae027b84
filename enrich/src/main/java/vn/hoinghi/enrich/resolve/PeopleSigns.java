package vn.hoinghi.enrich.resolve;

import static vn.hoinghi.enrich.resolve.Signal.*;

/** What the people named show. */
final class PeopleSigns {
  private PeopleSigns() {}

  static void weigh(Pair pair, Score score) {
    Facts a = pair.a;
    Facts b = pair.b;
    int shared = HashSets.shared(a.persons, b.persons);
    if (shared > 0) {
      score.add(shared == 1 ? PERSON_ONE : shared == 2 ? PERSON_TWO : PERSON_MANY);
    } else if (a.persons.length >= 2 && b.persons.length >= 2) {
      score.add(PERSON_NONE);
    }
    if (a.chairs.length > 0 && b.chairs.length > 0) {
      score.add(HashSets.shared(a.chairs, b.chairs) > 0 ? CHAIR_SAME : CHAIR_DIFFER);
    }
  }
}
