package vn.hoinghi.enrich.resolve;

import static vn.hoinghi.enrich.resolve.Signal.*;

/** What headline and text show. */
final class WordSigns {
  private static final int UNLIKE = 3;

  private WordSigns() {}

  static void weigh(Pair pair, Score score) {
    Facts a = pair.a;
    Facts b = pair.b;
    int words = a.titleWords.length + b.titleWords.length;
    if (words > 0) {
      int common = HashSets.shared(a.titleWords, b.titleWords);
      int percent = common * 100 / (words - common);
      score.add(percent >= 50 ? TITLE_ALIKE : percent >= 25 ? TITLE_SOME : TITLE_UNLIKE);
    }
    if (a.member.sketch().isNone() || b.member.sketch().isNone()) {
      return;
    }
    if (pair.sameText) {
      score.add(TEXT_DUPLICATE);
    } else if (pair.likeText) {
      score.add(pair.similarity >= Pair.ALIKE ? TEXT_ALIKE : TEXT_CONTAINED);
    } else if (pair.similarity < UNLIKE) {
      score.add(TEXT_UNLIKE);
    }
  }
}
