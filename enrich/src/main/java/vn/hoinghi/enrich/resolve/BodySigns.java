package vn.hoinghi.enrich.resolve;

import static vn.hoinghi.enrich.resolve.Signal.*;

/** What the body, the kind of gathering, its number and term show. */
final class BodySigns {
  private BodySigns() {}

  static void weigh(Pair pair, Score score) {
    Facts a = pair.a;
    Facts b = pair.b;
    if (!a.body.isEmpty() && !b.body.isEmpty()) {
      score.add(body(a.body, b.body));
    }
    if (a.type == b.type) {
      score.add(TYPE_SAME);
    } else if (pair.otherType()) {
      score.add(TYPE_DIFFER);
    }
    if (Values.same(a.mention.getPlenumOrdinal(), b.mention.getPlenumOrdinal())) {
      score.add(PLENUM_SAME);
    }
    score.judge(
        a.mention.getCongressOrdinal(),
        b.mention.getCongressOrdinal(),
        CONGRESS_SAME,
        CONGRESS_DIFFER);
    score.judge(a.term, b.term, TERM_SAME, TERM_DIFFER);
  }

  private static Signal body(String mine, String theirs) {
    if (mine.equals(theirs)) {
      return BODY_SAME;
    }
    return mine.contains(theirs) || theirs.contains(mine) ? BODY_RELATED : BODY_DIFFER;
  }
}
