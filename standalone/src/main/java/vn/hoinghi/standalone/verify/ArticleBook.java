package vn.hoinghi.standalone.verify;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import vn.hoinghi.avro.Article;
import vn.hoinghi.avro.ArticleOutcome;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.EventSource;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.enrich.OneReading;
import vn.hoinghi.schemas.ContentIds;
import vn.hoinghi.standalone.ledger.Ledger;
import vn.hoinghi.standalone.ledger.Outcome;
import vn.hoinghi.standalone.ledger.Verdicts;
import vn.hoinghi.standalone.terminal.Harmless;
import vn.hoinghi.standalone.verify.Findings.Part;

/**
 * Holds raw articles against articles, and articles against events, whichever of them are lost. It
 * is told the articles first, then the events, then every raw record: what a raw record came to
 * follows from the article that stands now, so nobody needs to have counted.
 */
final class ArticleBook {
  /** What is known of an article's newest revision; a capture of it may come from the raw topic. */
  private static final class Standing {
    private final Instant fetchedAt;
    private final String contentHash;
    private final ArticleOutcome outcome;
    private final String reason;
    private boolean captured;
    private boolean inEvent;

    Standing(Article article) {
      fetchedAt = article.getFetchedAt();
      contentHash = article.getContentHash();
      outcome = article.getOutcome();
      reason = article.getReason();
    }

    /** Positive where the raw record is the later capture. */
    int compare(RawArticle raw, String hash) {
      int byTime = raw.getFetchedAt().compareTo(fetchedAt);
      return byTime == 0 ? hash.compareTo(contentHash) : byTime;
    }
  }

  private final Ledger ledger = new Ledger(0);
  private final Findings findings;
  private final Predicate<String> retracted;
  private final Map<String, Standing> articles = new HashMap<>();
  private long unnamed;
  private long waiting;

  /**
   * @param retracted articles that people have taken out of all events
   */
  ArticleBook(Findings findings, Predicate<String> retracted) {
    this.findings = findings;
    this.retracted = retracted;
  }

  /** Takes a record of the articles topic; of several of one article the last counts. */
  void article(Article article) {
    articles.put(article.getArticleId(), new Standing(article));
  }

  /** Takes a live event. */
  void event(ConferenceEvent event) {
    for (EventSource source : event.getSources()) {
      String id = source.getArticleId();
      Standing article = articles.get(id);
      if (article == null || article.outcome != ArticleOutcome.CONFERENCE) {
        findings.add(
            Part.EVENTS,
            id,
            "stands in event %s and %s"
                .formatted(
                    event.getEventId(),
                    article == null ? "is no known article" : "is " + article.outcome));
      } else if (article.inEvent) {
        findings.add(Part.EVENTS, id, "stands in two events, one is " + event.getEventId());
      } else {
        article.inEvent = true;
      }
    }
    unnamed += event.getSourceCount() - event.getSources().size();
  }

  /** Takes a raw record that enrich laid aside. */
  void deadLetter(String reason) {
    ledger.another(Outcome.DEAD_LETTER, reason);
  }

  /** Whether anything stands of the article of a raw record. */
  boolean knows(RawArticle raw) {
    return articles.containsKey(raw.getArticleId());
  }

  /**
   * Takes a raw record of an article that is known.
   *
   * @param place where it stands, for people
   * @param passed whether enrich says that it is through with it
   * @param again reads it once more, for it left nothing that would tell
   */
  void capture(String place, RawArticle raw, boolean passed, Again again) {
    Standing article = articles.get(raw.getArticleId());
    String hash = ContentIds.contentHash(raw);
    int order = article.compare(raw, hash);
    if (order < 0 || (order == 0 && article.captured)) {
      ledger.another(Outcome.SUPERSEDED, null);
    } else if (order == 0) {
      article.captured = true;
      enter(raw.getArticleId(), article);
    } else if (!passed) {
      waiting++;
    } else {
      withoutTrace(place, raw, again.read());
    }
  }

  /** A raw record that is not passed yet, whatever it is. */
  void waits() {
    waiting++;
  }

  /** How a record reads, asked only where it is needed. */
  interface Again {
    OneReading read();
  }

  /** A page that cannot be read leaves an older one standing that could be. */
  private void withoutTrace(String place, RawArticle raw, OneReading reading) {
    if (reading.article() == null && !reading.deadLetter()) {
      ledger.another(Outcome.DROPPED, reading.failed().name());
      return;
    }
    findings.add(
        Part.ENRICH,
        place,
        "%s, captured %s, has left no trace: an older capture stands"
            .formatted(Harmless.line(raw.getUrl()), raw.getFetchedAt()));
  }

  private void enter(String id, Standing article) {
    boolean taken = article.outcome == ArticleOutcome.CONFERENCE && retracted.test(id);
    if (taken) {
      ledger.another(Outcome.WITHDRAWN, Verdicts.BY_PEOPLE);
    } else {
      ledger.another(Outcome.valueOf(article.outcome.name()), article.reason);
    }
  }

  /** Says what is left over when everything has been told, and gives the sums. */
  Ledger close() {
    long beyond = unnamed;
    for (Map.Entry<String, Standing> entry : articles.entrySet()) {
      Standing article = entry.getValue();
      String id = entry.getKey();
      boolean member = article.outcome == ArticleOutcome.CONFERENCE;
      boolean out = member && retracted.test(id);
      if (!article.captured) {
        findings.add(
            Part.ENRICH,
            id,
            "stands as captured %s, and the raw topic has no such capture"
                .formatted(article.fetchedAt));
      }
      if (out && article.inEvent) {
        findings.add(Part.EVENTS, id, "was retracted by a person and stands in an event");
      } else if (member && !out && !article.inEvent && beyond-- <= 0) {
        findings.add(Part.EVENTS, id, "reports a conference and stands in no event");
      }
    }
    return ledger;
  }

  /** Raw records that enrich is not through with. */
  long waiting() {
    return waiting;
  }
}
