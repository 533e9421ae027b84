package vn.hoinghi.enrich;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import vn.hoinghi.avro.Article;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.Correction;
import vn.hoinghi.avro.EventChange;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.schemas.Topic;
import vn.hoinghi.schemas.Topics;

/**
 * Where results go. What an application computes does not depend on it: one that has computed in
 * the shadow of another can go on in public with the same state.
 *
 * @param articles newest revision of each article
 * @param events live events
 * @param changes what became of event ids
 * @param unusable raw records that could not be used
 * @param refused corrections that could not be carried out
 */
public record Outputs(
    Topic<Article> articles,
    Topic<ConferenceEvent> events,
    Topic<EventChange> changes,
    Topic<RawArticle> unusable,
    Topic<Correction> refused) {
  /** The topics of the contract. */
  public static final Outputs PUBLIC =
      new Outputs(
          Topics.ARTICLES,
          Topics.EVENTS,
          Topics.EVENT_CHANGES,
          Topics.RAW.deadLetters(),
          Topics.CORRECTIONS.deadLetters());

  /**
   * Topics beside those of the contract, set like them, that nobody is promised.
   *
   * @param name of the shadow: small letters, digits and hyphens
   */
  public static Outputs shadow(String name) {
    String prefix = "hoinghi.shadow-" + name + ".";
    return new Outputs(
        PUBLIC.articles.named(prefix + "articles"),
        PUBLIC.events.named(prefix + "events"),
        PUBLIC.changes.named(prefix + "event-changes"),
        PUBLIC.unusable.named(prefix + "articles-raw.dlq"),
        PUBLIC.refused.named(prefix + "corrections.dlq"));
  }

  /** All of them. */
  public List<Topic<? extends SpecificRecord>> topics() {
    return List.of(articles, events, changes, unusable, refused);
  }
}
