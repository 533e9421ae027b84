package vn.hoinghi.enrich.resolve;

/**
 * Comparisons made lately. A component is resolved anew with every article that joins it, and
 * nearly all of its pairs were compared before. Each pair has one place in the table, where the
 * last that fell on it stands.
 */
final class Verdicts {
  private static final int PLACES = 1 << 16;

  private final Facts[] first = new Facts[PLACES];
  private final Facts[] second = new Facts[PLACES];
  private final Verdict[] verdicts = new Verdict[PLACES];

  /** The verdict on two members, in any order. */
  Verdict of(Facts a, Facts b) {
    boolean inOrder = a.member.articleId().compareTo(b.member.articleId()) <= 0;
    Facts one = inOrder ? a : b;
    Facts other = inOrder ? b : a;
    int hash = System.identityHashCode(one) * 31 + System.identityHashCode(other);
    int place = (hash ^ hash >>> 15) & PLACES - 1;
    if (first[place] != one || second[place] != other) {
      verdicts[place] = Comparison.of(one, other);
      first[place] = one;
      second[place] = other;
    }
    return verdicts[place];
  }
}
