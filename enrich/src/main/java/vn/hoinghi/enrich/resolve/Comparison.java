package vn.hoinghi.enrich.resolve;

import java.util.function.Consumer;

/**
 * Whether two articles report one conference, judged on facts: the sum of the weights of what
 * agrees and differs (Fellegi and Sunter 1969), added in field order in integers, unless a {@link
 * CannotLink} decides. Symmetric.
 */
final class Comparison {
  private Comparison() {}

  /** The verdict alone. */
  static Verdict of(Facts a, Facts b) {
    var pair = new Pair(a, b);
    CannotLink apart = Barriers.between(pair);
    return apart == null ? new Verdict(score(pair, signal -> {}), null) : new Verdict(0, apart);
  }

  /** As {@link #of(Facts, Facts)}, with the score in any case, telling each signal that counted. */
  static Verdict of(Facts a, Facts b, Consumer<Signal> listener) {
    var pair = new Pair(a, b);
    return new Verdict(score(pair, listener), Barriers.between(pair));
  }

  private static int score(Pair pair, Consumer<Signal> listener) {
    var score = new Score(listener);
    score.add(Signal.PRIOR);
    TimeSigns.weigh(pair, score);
    PlaceSigns.weigh(pair, score);
    BodySigns.weigh(pair, score);
    MatterSigns.weigh(pair, score);
    PeopleSigns.weigh(pair, score);
    WordSigns.weigh(pair, score);
    return bounded(pair, score.sum());
  }

  /**
   * Without a date only the text, the body with its ordinal or with what it studied, or a
   * publication at the time can carry a link.
   */
  private static int bounded(Pair pair, int score) {
    if (!pair.undated() || pair.mayBeOneDay() || pair.likeText) {
      return score;
    }
    return pair.sameOrdinal() || pair.sameStudy() ? score : Math.min(score, 0);
  }
}
