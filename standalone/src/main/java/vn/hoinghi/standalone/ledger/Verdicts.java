package vn.hoinghi.standalone.ledger;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import vn.hoinghi.avro.Article;
import vn.hoinghi.avro.ArticleOutcome;
import vn.hoinghi.ingest.FolderImport.Published;
import vn.hoinghi.ingest.InputLog;
import vn.hoinghi.standalone.topics.DeadLetterList;

/**
 * Says of each input what became of it, from what the pipeline left behind: the newest state of its
 * article, and the dead letters. Of several equal captures one counts, the one with the smallest
 * id, so that the order of the inputs makes no difference.
 */
public final class Verdicts {
  /**
   * The verdict on one input.
   *
   * @param outcome null where nothing was left behind, which must not be
   * @param reason code, or null
   * @param article its article; an empty one with what is known where it has none of its own
   */
  public record Verdict(Outcome outcome, String reason, Article article) {}

  /** One state of an article. */
  private record Capture(String articleId, Instant fetchedAt, String contentHash) {
    static Capture of(Published input) {
      return new Capture(input.articleId(), input.fetchedAt(), input.contentHash());
    }

    static Capture of(Article article) {
      return new Capture(article.getArticleId(), article.getFetchedAt(), article.getContentHash());
    }

    boolean newerThan(Capture other) {
      int byTime = fetchedAt.compareTo(other.fetchedAt);
      return byTime > 0 || (byTime == 0 && contentHash.compareTo(other.contentHash) > 0);
    }
  }

  /** Why an article was withdrawn that its outlet stands by. */
  public static final String BY_PEOPLE = "CORRECTION";

  private final Function<String, Optional<Article>> newest;
  private final DeadLetterList deadLetters;
  private final Predicate<String> retracted;

  /** The id of the input that counts among equal ones, where there are several. */
  private final Map<Capture, String> counting = new HashMap<>();

  /**
   * @param newest the state of an article that counts, by article id
   * @param retracted articles that people have taken out of all events
   */
  public Verdicts(
      InputLog inputs,
      Function<String, Optional<Article>> newest,
      DeadLetterList deadLetters,
      Predicate<String> retracted) {
    this.retracted = retracted;
    this.newest = newest;
    this.deadLetters = deadLetters;
    Set<Integer> repeated = repeated(inputs);
    inputs.forEach(
        input -> {
          if (input.failed() == null && repeated.contains(Capture.of(input).hashCode())) {
            counting.merge(
                Capture.of(input), input.inputId(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
          }
        });
  }

  /** Hashes that more than one capture has: of most inputs there is no equal, nor room for it. */
  private static Set<Integer> repeated(InputLog inputs) {
    var met = new HashSet<Integer>();
    var repeated = new HashSet<Integer>();
    inputs.forEach(
        input -> {
          int hash = input.failed() == null ? Capture.of(input).hashCode() : 0;
          if (input.failed() == null && !met.add(hash)) {
            repeated.add(hash);
          }
        });
    return repeated;
  }

  public Verdict on(Published input) {
    if (input.failed() != null) {
      return new Verdict(Outcome.DROPPED, input.failed().name(), stub(input, null));
    }
    Optional<String> deadLetter = deadLetters.reason(input.partition(), input.offset());
    if (deadLetter.isPresent()) {
      return new Verdict(Outcome.DEAD_LETTER, deadLetter.get(), stub(input, null));
    }
    Article article = newest.apply(input.articleId()).orElse(null);
    if (article == null) {
      return new Verdict(null, null, stub(input, null));
    }
    Capture own = Capture.of(input);
    Capture counts = Capture.of(article);
    if (own.newerThan(counts)) {
      // the newest one that could be read counts, so this one could not be
      return new Verdict(Outcome.DROPPED, null, stub(input, article));
    }
    return own.equals(counts) && input.inputId().equals(counting.getOrDefault(own, input.inputId()))
        ? counting(article)
        : new Verdict(Outcome.SUPERSEDED, null, stub(input, article));
  }

  private Verdict counting(Article article) {
    boolean taken =
        article.getOutcome() == ArticleOutcome.CONFERENCE && retracted.test(article.getArticleId());
    return taken
        ? new Verdict(Outcome.WITHDRAWN, BY_PEOPLE, article)
        : new Verdict(outcome(article.getOutcome()), article.getReason(), article);
  }

  private static Outcome outcome(ArticleOutcome outcome) {
    return Outcome.valueOf(outcome.name());
  }

  /** What is known of an input that has no article of its own. */
  private static Article stub(Published input, Article newer) {
    var article = new Article();
    article.setArticleId(input.articleId());
    article.setUrl(input.url());
    article.setOutlet(newer == null ? host(input.url()) : newer.getOutlet());
    return article;
  }

  /** Null where the address has none. */
  public static String host(String url) {
    try {
      return url == null ? null : URI.create(url).getHost();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
