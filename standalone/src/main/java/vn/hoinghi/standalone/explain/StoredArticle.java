package vn.hoinghi.standalone.explain;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.schemas.ContentIds;
import vn.hoinghi.sink.StoredEvents;
import vn.hoinghi.standalone.correct.NamedArticles;
import vn.hoinghi.standalone.terminal.Harmless;
import vn.hoinghi.standalone.terminal.PipelineException;

/**
 * An article that somebody named, and the event of the tables that it stands in. An event stands
 * for the article that its id is made of; where that has left it, for its first.
 */
record StoredArticle(String name, String articleId, ConferenceEvent event) {

  /**
   * What a name means; empty where the tables do not know it.
   *
   * @throws vn.hoinghi.service.ConfigException where it is no name
   */
  static Optional<StoredArticle> of(String name, StoredEvents tables) throws SQLException {
    if (KnownArticles.isEventId(name)) {
      Optional<String> live = tables.live(name);
      if (live.isEmpty()) {
        return Optional.empty();
      }
      ConferenceEvent event = event(live.get(), tables);
      return Optional.of(new StoredArticle(name, NamedArticles.madeOf(name, event), event));
    }
    String articleId = NamedArticles.articleId(name);
    Optional<String> naming = tables.naming(articleId);
    return naming.isEmpty()
        ? Optional.empty()
        : Optional.of(new StoredArticle(name, articleId, event(naming.get(), tables)));
  }

  private static ConferenceEvent event(String id, StoredEvents tables) throws SQLException {
    return tables
        .event(id)
        .orElseThrow(
            () -> new PipelineException("the newest revision of " + id + " is not in the history"));
  }

  /** Why there is none of that name. */
  static String missing(String name, StoredEvents tables) throws SQLException {
    String because =
        !KnownArticles.isEventId(name)
            ? "in no event of the tables; they name the first 200 articles of each, and none that"
                + " is in no event"
            : tables.ended(name)
                ? "ended, and leads on to no event"
                : "no such event in the tables";
    return Harmless.line(name) + ": " + because;
  }

  /** Whether an id was asked for under which no event is live. */
  boolean ledOn() {
    return KnownArticles.isEventId(name) && !name.equals(event.getEventId());
  }

  /** Where it led. */
  String led() {
    return ContentIds.eventId(event.getShard(), articleId).equals(name)
        ? ExplainWords.led(name, event.getEventId())
        : name + " is no event any more; it leads on to " + event.getEventId();
  }

  /** The article that this one reprints, or null. */
  String reprintOf() {
    return event.getSources().stream()
        .filter(s -> s.getArticleId().equals(articleId))
        .flatMap(s -> Stream.ofNullable(s.getReprintOf()))
        .findFirst()
        .orElse(null);
  }
}
