package vn.hoinghi.standalone.explain;

import java.util.List;
import java.util.Optional;
import vn.hoinghi.avro.Article;
import vn.hoinghi.enrich.resolve.EventAccount;
import vn.hoinghi.enrich.resolve.PairAccount;
import vn.hoinghi.schemas.NotConference;
import vn.hoinghi.service.ConfigException;
import vn.hoinghi.standalone.ledger.WhyNot;
import vn.hoinghi.standalone.terminal.Harmless;
import vn.hoinghi.standalone.terminal.Paint;

/** Answers by who has the articles themselves. */
record KnownAnswers(KnownArticles known) {

  /**
   * @param asked one name or two
   * @throws ConfigException where both are one article
   */
  Answer to(List<String> asked) {
    return asked.size() == 1 ? one(asked.get(0)) : two(asked.get(0), asked.get(1));
  }

  private Answer one(String name) {
    Optional<String> id = known.articleId(name);
    Optional<EventAccount> account = id.flatMap(a -> known.around(a).flatMap(e -> e.event(a)));
    if (account.isEmpty()) {
      return missing(name, id);
    }
    String found = account.get().event().getEventId();
    boolean led = KnownArticles.isEventId(name) && !found.equals(name);
    return Answer.of(
        ExplainJson.of(account.get()),
        new EventText(account.get(), Paint.ofOutput()).lines(),
        led ? List.of(ExplainWords.led(name, found)) : List.of());
  }

  private Answer two(String left, String right) {
    Optional<String> mine = known.articleId(left);
    Optional<String> theirs = known.articleId(right);
    if (mine.flatMap(known::around).isEmpty()) {
      return missing(left, mine);
    }
    if (theirs.flatMap(known::around).isEmpty()) {
      return missing(right, theirs);
    }
    if (mine.equals(theirs)) {
      throw new ConfigException("both are one article: " + Harmless.line(left));
    }
    Optional<PairAccount> account =
        known.around(mine.get()).flatMap(e -> e.pair(mine.get(), theirs.get()));
    return account
        .map(a -> Answer.of(ExplainJson.of(a), PairText.of(a, Paint.ofOutput()).lines(), List.of()))
        .orElseGet(() -> Answer.none(ExplainWords.OTHER_SHARDS));
  }

  private Answer missing(String name, Optional<String> id) {
    String reason =
        id.flatMap(a -> known.article(a).map(article -> standing(article, known.retracted(a))))
            .orElse(
                KnownArticles.isEventId(name)
                    ? "no article that is known gives this event its id"
                    : "no such article");
    return Answer.none(Harmless.line(name) + ": " + reason);
  }

  private static String standing(Article article, boolean retracted) {
    if (retracted) {
      return "stands in no event, for a person retracted it";
    }
    String reason = article.getReason();
    return switch (article.getOutcome()) {
      case NOT_CONFERENCE ->
          "reports no conference: "
              + reason
              + ", "
              + WhyNot.sentence(NotConference.valueOf(reason));
      case WITHDRAWN -> "was withdrawn";
      case DROPPED -> "could not be read: " + reason;
      case CONFERENCE -> "is not in this shard";
    };
  }
}
