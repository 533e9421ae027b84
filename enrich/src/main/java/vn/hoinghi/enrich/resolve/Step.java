package vn.hoinghi.enrich.resolve;

import vn.hoinghi.avro.Correction;

/**
 * One step by which groups of articles grew, or did not.
 *
 * @param a one of the two articles whose match was tried, the first in articleId order
 * @param b the other
 * @param score of their comparison in 1/100 bit; says nothing where a person linked them
 * @param link the correction by which a person put them together; null where they match
 * @param refused why their groups stayed apart; null where they were joined
 */
public record Step(Member a, Member b, int score, Correction link, Refusal refused) {

  /**
   * What kept two groups apart although two of their articles match.
   *
   * @param a one of the pair that cannot be, or null where only the sum over all pairs speaks
   *     against it
   * @param b the other, or null
   * @param score of that pair, or of all pairs together, in 1/100 bit; says nothing where a rule
   *     decided
   * @param rule name of the rule that forbids that pair, or null
   * @param because what the rule means, or null
   */
  public record Refusal(Member a, Member b, int score, String rule, String because) {

    static Refusal of(Agglomeration.Objection objection) {
      Verdict verdict = objection.verdict();
      CannotLink apart = verdict == null ? null : verdict.apart();
      return new Refusal(
          objection.mine(),
          objection.theirs(),
          verdict == null ? (int) Math.max(objection.sum(), Integer.MIN_VALUE) : verdict.score(),
          apart == null ? null : apart.name(),
          apart == null ? null : apart.sentence());
    }
  }
}
