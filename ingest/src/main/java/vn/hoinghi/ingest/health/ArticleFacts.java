package vn.hoinghi.ingest.health;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import vn.hoinghi.avro.Article;
import vn.hoinghi.avro.ArticleOutcome;

/**
 * Which fields were found in an article.
 *
 * @param at when it was captured
 * @param found of {@link #FIELDS}
 */
public record ArticleFacts(String host, String articleId, Instant at, Set<String> found) {
  static final Set<String> FIELDS =
      new TreeSet<>(Set.of("title", "text", "publishedAt", "author", "conference"));

  /** A shorter text is a caption. */
  private static final int TEXT_CHARS = 200;

  public ArticleFacts {
    found = Set.copyOf(found);
  }

  /** Null where the article was withdrawn, which says nothing of its fields. */
  public static ArticleFacts of(Article article) {
    if (article.getOutcome() == ArticleOutcome.WITHDRAWN) {
      return null;
    }
    var found = new TreeSet<String>();
    add(found, "title", !article.getTitle().isBlank());
    add(found, "text", article.getText().length() - article.getTitle().length() >= TEXT_CHARS);
    add(found, "publishedAt", article.getPublishedAt() != null);
    add(found, "author", article.getAuthor() != null);
    add(found, "conference", article.getConference() != null);
    return new ArticleFacts(
        article.getOutlet(), article.getArticleId(), article.getFetchedAt(), found);
  }

  private static void add(Set<String> found, String field, boolean there) {
    if (there) {
      found.add(field);
    }
  }
}
