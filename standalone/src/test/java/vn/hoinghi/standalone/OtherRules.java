package vn.hoinghi.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.function.Predicate;
import vn.hoinghi.avro.Article;
import vn.hoinghi.avro.ArticleOutcome;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.enrich.ArticleReader;
import vn.hoinghi.schemas.BadRecordException;
import vn.hoinghi.schemas.ContentIds;
import vn.hoinghi.schemas.NotConference;
import vn.hoinghi.schemas.Reason;

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

  /**
   * The rules given, but that they know what to do with a page that defeats those that ship, and
   * lay aside one that those read.
   *
   * @param defeating id of the page that they take for one without a conference
   * @param defeated id of the page that they lay aside
   */
  static ArticleReader mastering(ArticleReader rules, String defeating, String defeated) {
    return raw -> {
      if (raw.getArticleId().equals(defeated)) {
        throw new BadRecordException(Reason.PARSE_DEPTH, "too deep for these rules");
      }
      if (!raw.getArticleId().equals(defeating)) {
        return rules.read(raw);
      }
      var plain =
          RawArticle.newBuilder(raw)
              .setMediaType("text/plain")
              .setBody(ByteBuffer.wrap("Trời đẹp\n\nHôm nay trời nắng.".getBytes(UTF_8)))
              .build();
      var read = (ArticleReader.Legible) rules.read(plain);
      read.article().setContentHash(ContentIds.contentHash(raw));
      return read;
    };
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

  /** A page of the same outlet that defeats the rules that ship. */
  static RawArticle tooDeep(RawArticle like) {
    String url = "https://" + like.getOutlet() + "/trang-rat-sau.html";
    return RawArticle.newBuilder(like)
        .setArticleId(ContentIds.articleId(url))
        .setUrl(url)
        .setMediaType("text/html")
        .setBody(ByteBuffer.wrap("<div>".repeat(600).getBytes(UTF_8)))
        .build();
  }
}
