package vn.hoinghi.enrich;

import vn.hoinghi.avro.Article;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.schemas.Reason;

/**
 * Reads a captured page: its text and, where it reports one, the conference. Knows neither clock,
 * network nor Kafka; the same raw article always gives the same answer. Called from several threads
 * at once.
 */
public interface ArticleReader {
  /**
   * Reads one raw article.
   *
   * @throws RuntimeException or an {@link Error}, which the caller turns into a dead letter
   */
  Outcome read(RawArticle raw);

  /** What came of reading. */
  sealed interface Outcome permits Legible, Illegible {}

  /** An article with outcome CONFERENCE or NOT_CONFERENCE. */
  record Legible(Article article) implements Outcome {}

  /** A page without an article in it. */
  record Illegible(Reason reason, String message) implements Outcome {}
}
