package vn.hoinghi.enrich;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Consumer;
import vn.hoinghi.avro.Article;
import vn.hoinghi.avro.ArticleOutcome;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.avro.ConferenceType;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.avro.RawStatus;
import vn.hoinghi.schemas.ContentIds;
import vn.hoinghi.schemas.TrustedRecords;

/** Raw articles for tests, in the language of the {@link ScriptedReader}. */
final class Pages {
  static final Instant NOON = Instant.parse("2026-11-15T12:00:00Z");

  static {
    TrustedRecords.trust();
  }

  private Pages() {}

  /** A page that reports a conference; {@code minute} is both capture and ingestion. */
  static RawArticle report(
      String url, int minute, String text, Consumer<ConferenceMention.Builder> mention) {
    var builder = ConferenceMention.newBuilder().setType(ConferenceType.STUDY);
    mention.accept(builder);
    return raw(url, minute, minute, body(text, builder.build()));
  }

  static RawArticle raw(String url, int fetched, int ingested, ByteBuffer body) {
    return RawArticle.newBuilder()
        .setArticleId(ContentIds.articleId(url))
        .setUrl(url)
        .setOutlet(java.net.URI.create(url).getHost())
        .setFetchedAt(NOON.plusSeconds(60L * fetched))
        .setIngestedAt(NOON.plusSeconds(60L * ingested))
        .setBody(body)
        .build();
  }

  static RawArticle gone(String url, int minute) {
    RawArticle gone = raw(url, minute, minute, ByteBuffer.allocate(0));
    gone.setStatus(RawStatus.GONE);
    return gone;
  }

  static ByteBuffer word(String word) {
    return ByteBuffer.wrap(word.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @param mention null for a page that reports none
   */
  static ByteBuffer body(String text, ConferenceMention mention) {
    try {
      return Article.newBuilder()
          .setArticleId("")
          .setUrl("")
          .setOutlet("")
          .setFetchedAt(NOON)
          .setIngestedAt(NOON)
          .setContentHash("")
          .setOutcome(mention == null ? ArticleOutcome.NOT_CONFERENCE : ArticleOutcome.CONFERENCE)
          .setReason(mention == null ? "NO_GATHERING" : null)
          .setTitle(text.lines().findFirst().orElse(""))
          .setText(text)
          .setRulesVersion(ScriptedReader.RULES)
          .setConference(mention)
          .build()
          .toByteBuffer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
