package vn.hoinghi.ingest.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.hoinghi.avro.FetchOutcome;
import vn.hoinghi.avro.HealthStatus;
import vn.hoinghi.avro.ReachMemory;

/**
 * Whether the outlet answers, lets us in, and is where it was. Dead is one that nobody answered for
 * for long, over several attempts; three answers in a row bring it back.
 */
final class Reach {
  private static final int ENOUGH_SILENCES = 5;
  private static final int ENOUGH_REPLIES = 3;

  /** Addresses go away one by one; so many within a day is a new site. */
  private static final double MOVED_SHARE = 0.05;

  private static final Duration MOVED_FOR = Duration.ofDays(1);

  private final ReachMemory memory;
  private final HealthRules rules;
  private final Answers lists;
  private final Answers articles;

  Reach(ReachMemory memory, HealthRules rules) {
    this.memory = memory;
    this.rules = rules;
    this.lists =
        new Answers(
            memory.getLists(), new Answers.Patience(rules.blockedAfter(), rules.deadAfter()));
    this.articles =
        new Answers(memory.getArticles(), new Answers.Patience(rules.blockedAfter(), null));
  }

  void take(FetchOutcome outcome, Answer answer) {
    Instant at = outcome.getAt();
    switch (answer) {
      case GIVEN, REFUSED -> heard(outcome, answer == Answer.REFUSED);
      case SILENCE -> unheard(outcome);
      case NONE -> {}
    }
    if (outcome.getGoneShare() != null && outcome.getGoneShare() > MOVED_SHARE) {
      memory.setMovedAt(at);
      memory.setGoneShare(outcome.getGoneShare());
    } else if (memory.getMovedAt() != null && at.isAfter(memory.getMovedAt().plus(MOVED_FOR))) {
      memory.setMovedAt(null);
    }
  }

  private void heard(FetchOutcome outcome, boolean refused) {
    memory.setSilences(0);
    memory.setSilentSince(null);
    memory.setReplies(memory.getReplies() + 1);
    if (memory.getReplies() >= ENOUGH_REPLIES) {
      memory.setDead(false);
    }
    if (refused) {
      memory.setRefusal(code(outcome));
    }
    (Answer.isOfList(outcome) ? lists : articles).take(refused, outcome.getAt());
  }

  private void unheard(FetchOutcome outcome) {
    Instant at = outcome.getAt();
    memory.setReplies(0);
    memory.setSilences(memory.getSilences() + 1);
    memory.setSilence(code(outcome));
    if (memory.getSilentSince() == null) {
      memory.setSilentSince(at);
    }
    boolean longEnough = !at.isBefore(memory.getSilentSince().plus(rules.deadAfter()));
    if (longEnough && memory.getSilences() >= ENOUGH_SILENCES) {
      memory.setDead(true);
    }
  }

  private static String code(FetchOutcome outcome) {
    String reason = String.valueOf(outcome.getReason());
    return outcome.getStatus() == null ? reason : reason + " " + outcome.getStatus();
  }

  /** What is wrong, if anything is. */
  Optional<Verdict> verdict() {
    if (memory.getDead()) {
      return Optional.of(new Verdict(HealthStatus.DEAD, this::dead));
    }
    if (lists.blocked() || articles.blocked()) {
      return Optional.of(new Verdict(HealthStatus.BLOCKED, this::blocked));
    }
    return memory.getMovedAt() == null
        ? Optional.empty()
        : Optional.of(new Verdict(HealthStatus.MOVED, this::moved));
  }

  private String dead() {
    return memory.getSilentSince() == null
        ? "answers again, but not three times in a row yet"
        : "no answer to %d attempts since %s, last %s"
            .formatted(memory.getSilences(), memory.getSilentSince(), memory.getSilence());
  }

  private String blocked() {
    Answers worse = articles.blocked() ? articles : lists;
    return "refuses %d of the last %d attempts at %s, last by %s"
        .formatted(
            worse.refusals(),
            worse.count(),
            articles.blocked() ? "articles" : "its lists",
            memory.getRefusal());
  }

  private String moved() {
    return Words.percent(memory.getGoneShare()) + " of its known articles went away within a day";
  }
}
