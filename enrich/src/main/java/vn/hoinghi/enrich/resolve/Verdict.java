package vn.hoinghi.enrich.resolve;

/**
 * What comparing two members gave.
 *
 * @param score sum of weights in 1/100 bit; says nothing where a rule decides
 * @param apart the rule that forbids them to be one conference, or null
 */
record Verdict(int score, CannotLink apart) {
  /** From here on two reports are taken to tell of one conference. */
  static final int MATCH = 100;

  boolean matches() {
    return apart == null && score >= MATCH;
  }
}
