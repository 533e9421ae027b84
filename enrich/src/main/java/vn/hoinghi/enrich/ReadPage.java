package vn.hoinghi.enrich;

import vn.hoinghi.avro.ArticleOutcome;
import vn.hoinghi.enrich.resolve.Member;

/**
 * What came of reading a page.
 *
 * @param member what the article is to the resolver, ingested at the beginning of time; null where
 *     it reports no conference
 */
record ReadPage(ArticleReader.Outcome outcome, Member member) {
  static ReadPage of(ArticleReader.Outcome outcome) {
    if (outcome instanceof ArticleReader.Legible legible
        && legible.article().getOutcome() == ArticleOutcome.CONFERENCE) {
      return new ReadPage(outcome, Member.of(legible.article(), 0));
    }
    return new ReadPage(outcome, null);
  }
}
