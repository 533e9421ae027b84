package vn.hoinghi.standalone;

import java.util.function.Predicate;
import vn.hoinghi.avro.Article;
import vn.hoinghi.avro.ArticleOutcome;
import vn.hoinghi.enrich.ArticleReader;
import vn.hoinghi.schemas.NotConference;

/** Rules beside those that ship. */
final class OtherRules {
  private OtherRules() {}

  /**
   * Rules by which one article reports nothing, and some tell of the same term.
   *
   * @param none id of the article that reports nothing
   * @param some ids of those that tell of the term
   */
  static ArticleReader without(String none, String version, Predicate<String> some) {
    ArticleReader shipped = TestNews.reader();
    return raw -> otherwise(shipped.read(raw), none, version, some);
  }

  private static ArticleReader.Outcome otherwise(
      ArticleReader.Outcome read, String none, String version, Predicate<String> some) {
    if (!(read instanceof ArticleReader.Legible legible)) {
      return read;
    }
    Article.Builder article = Article.newBuilder(legible.article()).setRulesVersion(version);
    if (legible.article().getConference() != null) {
      if (legible.article().getArticleId().equals(none)) {
        article
            .setOutcome(ArticleOutcome.NOT_CONFERENCE)
            .setReason(NotConference.NO_GATHERING.name())
            .setConference(null);
      } else if (some.test(legible.article().getArticleId())) {
        article.getConference().setTerm("1990-1995");
      }
    }
    return new ArticleReader.Legible(article.build());
  }
}
