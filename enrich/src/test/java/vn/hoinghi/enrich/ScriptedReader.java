package vn.hoinghi.enrich;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import vn.hoinghi.avro.Article;
import vn.hoinghi.avro.ArticleOutcome;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.schemas.ContentIds;
import vn.hoinghi.schemas.Reason;

/**
 * A reader for tests of everything around reading: the body is the article itself in Avro, or a
 * word that makes the reader misbehave.
 */
final class ScriptedReader implements ArticleReader {
  static final String RULES = "scripted-1";

  @Override
  public Outcome read(RawArticle raw) {
    byte[] body = new byte[raw.getBody().remaining()];
    raw.getBody().duplicate().get(body);
    if (body.length > 0 && body[0] == '!') {
      return misbehave(new String(body, StandardCharsets.UTF_8));
    }
    try {
      Article article = Article.fromByteBuffer(raw.getBody().duplicate());
      article.setArticleId(raw.getArticleId());
      article.setUrl(raw.getUrl());
      article.setOutlet(raw.getOutlet());
      article.setFetchedAt(raw.getFetchedAt());
      article.setIngestedAt(raw.getIngestedAt());
      article.setContentHash(ContentIds.contentHash(raw));
      return new Legible(article);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Outcome misbehave(String how) {
    return switch (how) {
      case "!deep" -> deeper(0);
      case "!memory" -> throw new OutOfMemoryError("planted");
      case "!cast" -> throw new ClassCastException("planted");
      case "!assert" -> throw new AssertionError("planted\r\nFORGED LINE \u202e");
      case "!slow" -> endless();
      case "!null" -> new Legible(new Article());
      case "!long" -> new Legible(tooLong());
      default -> new Illegible(Reason.TEXT_EMPTY, "no text");
    };
  }

  private static Article tooLong() {
    var article = new Article();
    article.setOutcome(ArticleOutcome.NOT_CONFERENCE);
    article.setText("x".repeat(1_000_001));
    return article;
  }

  private static Outcome deeper(int level) {
    return level < Integer.MAX_VALUE ? deeper(level + 1) : null;
  }

  private static Outcome endless() {
    long work = 0;
    while (!Thread.currentThread().isInterrupted()) {
      work++;
    }
    throw new IllegalStateException("interrupted after " + work);
  }
}
