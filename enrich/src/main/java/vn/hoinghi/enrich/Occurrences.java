package vn.hoinghi.enrich;

import java.time.Instant;
import java.util.Locale;
import vn.hoinghi.avro.Article;
import vn.hoinghi.avro.EventChange;
import vn.hoinghi.schemas.CloudEvent;
import vn.hoinghi.schemas.Topics;

/**
 * Published records as CloudEvents. Their time is that of the raw record or correction by which
 * they came about; an id says which revision of what, so that who reads a record twice can tell.
 */
final class Occurrences {
  private Occurrences() {}

  static CloudEvent article(Article article, long time) {
    String hash = article.getContentHash();
    String capture =
        article.getFetchedAt().toEpochMilli() + "/" + hash.substring(0, Math.min(8, hash.length()));
    return new CloudEvent(
        Topics.ARTICLES,
        "article." + word(article.getOutcome()),
        article.getArticleId() + "/" + capture + "/" + article.getRulesVersion(),
        article.getArticleId(),
        Instant.ofEpochMilli(time));
  }

  /**
   * @param live whether the event stands, or its id came to an end
   */
  static CloudEvent event(String eventId, long revision, boolean live, long time) {
    return new CloudEvent(
        Topics.EVENTS,
        live ? "event.stands" : "event.ended",
        eventId + "/" + revision,
        eventId,
        Instant.ofEpochMilli(time));
  }

  static CloudEvent change(EventChange change, long time) {
    return new CloudEvent(
        Topics.EVENT_CHANGES,
        "event." + word(change.getKind()),
        change.getEventId() + "/" + change.getRevision() + "/" + word(change.getKind()),
        change.getEventId(),
        Instant.ofEpochMilli(time));
  }

  private static String word(Enum<?> symbol) {
    return symbol.name().toLowerCase(Locale.ROOT);
  }
}
