package vn.hoinghi.ingest.health;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.hoinghi.avro.AnswerMemory;
import vn.hoinghi.avro.CadenceMemory;
import vn.hoinghi.avro.FetchOutcome;
import vn.hoinghi.avro.FetchResult;
import vn.hoinghi.avro.FillMemory;
import vn.hoinghi.avro.HealthStatus;
import vn.hoinghi.avro.ReachMemory;
import vn.hoinghi.avro.SourceHealth;
import vn.hoinghi.avro.SourceMemory;
import vn.hoinghi.schemas.TrustedRecords;

/**
 * Judges one outlet. Hears of its attempts and articles in the order of their times; answers with a
 * record for {@code hoinghi.source-health.v1} when the status changes, and now and then with the
 * newest figures. What is older than what it has heard of already says nothing new, so records may
 * be repeated. Used by one thread at a time.
 */
public final class OutletJudge {
  static {
    TrustedRecords.trust();
  }

  private final HealthRules rules;
  private final SourceHealth health;
  private final SourceMemory memory;
  private final Reach reach;
  private final Cadence cadence;
  private final Fill fill;
  private final LastDay lastDay;
  private Instant toldAt;
  private boolean knowsMore;

  /** Null until something was heard. */
  private Verdict verdict;

  private OutletJudge(SourceHealth health, HealthRules rules) {
    this.rules = rules;
    this.health = health;
    memory = health.getMemory();
    memory.setNewestUrls(new ArrayList<>(memory.getNewestUrls()));
    reach = new Reach(memory.getReach(), rules);
    cadence = new Cadence(memory.getCadence(), memory.getFirstAt(), rules);
    fill = new Fill(memory.getFill());
    lastDay = new LastDay(memory);
  }

  /**
   * Of an outlet that was not heard of before this attempt, which is still to be {@linkplain #take
   * taken}.
   */
  public static OutletJudge beginning(FetchOutcome first, HealthRules rules) {
    Instant at = first.getAt();
    SourceHealth health =
        SourceHealth.newBuilder()
            .setHost(first.getHost())
            .setAt(at)
            .setSince(at)
            .setStatus(HealthStatus.LEARNING)
            .setMemory(nothing(at))
            .build();
    return new OutletJudge(health, rules);
  }

  /**
   * Goes on where another judge, or an earlier life, has left off; starts anew from a record
   * without memory.
   */
  public static OutletJudge goingOn(SourceHealth last, HealthRules rules) {
    SourceHealth copy = SourceHealth.newBuilder(last).build();
    if (copy.getMemory() == null) {
      copy.setMemory(nothing(copy.getAt()));
    }
    var judge = new OutletJudge(copy, rules);
    judge.toldAt = last.getAt();
    return judge;
  }

  private static SourceMemory nothing(Instant at) {
    return SourceMemory.newBuilder()
        .setFirstAt(at)
        .setNewestAt(at)
        .setReach(
            ReachMemory.newBuilder()
                .setLists(AnswerMemory.newBuilder().build())
                .setArticles(AnswerMemory.newBuilder().build())
                .build())
        .setCadence(CadenceMemory.newBuilder().build())
        .setFill(FillMemory.newBuilder().build())
        .build();
  }

  /**
   * Hears of an attempt.
   *
   * @return what is to be published, if anything is
   */
  public Optional<SourceHealth> take(FetchOutcome outcome) {
    if (!isNews(outcome)) {
      return Optional.empty();
    }
    Instant at = outcome.getAt();
    Answer answer = Answer.of(outcome);
    lastDay.take(outcome);
    reach.take(outcome, answer);
    cadence.passed(at);
    if (outcome.getFirst()) {
      cadence.published(at);
    }
    if (Answer.isOfList(outcome)) {
      look(answer, at);
    }
    if (outcome.getResult() == FetchResult.PUBLISHED) {
      health.setFetchedTotal(health.getFetchedTotal() + 1);
    }
    return judged(at);
  }

  /** Hears of an article as it was understood. */
  public Optional<SourceHealth> take(ArticleFacts facts) {
    boolean news = fill.take(facts);
    return news ? judged(memory.getNewestAt()) : Optional.empty();
  }

  private void look(Answer answer, Instant at) {
    if (answer == Answer.GIVEN) {
      cadence.looked(at);
    } else {
      cadence.missed();
    }
  }

  private boolean isNews(FetchOutcome outcome) {
    Instant at = outcome.getAt();
    List<String> urls = memory.getNewestUrls();
    if (at.isBefore(memory.getNewestAt())
        || (at.equals(memory.getNewestAt()) && urls.contains(outcome.getUrl()))) {
      return false;
    }
    if (at.isAfter(memory.getNewestAt())) {
      urls.clear();
    }
    urls.add(outcome.getUrl());
    memory.setNewestAt(at);
    return true;
  }

  private Optional<SourceHealth> judged(Instant at) {
    verdict = verdict();
    boolean changed = toldAt == null || verdict.status() != health.getStatus();
    health.setAt(at);
    if (changed) {
      health.setStatus(verdict.status());
      health.setSince(at);
    }
    knowsMore = true;
    boolean due = changed || !at.isBefore(toldAt.plus(rules.refresh()));
    return due ? Optional.of(tell()) : Optional.empty();
  }

  /** The record with the newest figures, as published now. */
  public SourceHealth tell() {
    toldAt = health.getAt();
    knowsMore = false;
    return now();
  }

  boolean knowsMoreThanTold() {
    return knowsMore;
  }

  Instant newestAt() {
    return memory.getNewestAt();
  }

  /** How the outlet is doing as far as is known; a copy. */
  public SourceHealth now() {
    if (verdict != null) {
      health.setBecause(verdict.because().get());
    }
    return SourceHealth.newBuilder(health)
        .setLastArticleAt(memory.getCadence().getLastNewAt())
        .setArticlesPerDay(cadence.perDay())
        .setUsualGapMillis(cadence.usualPauseMillis())
        .setAttempts(lastDay.attempts())
        .setFetched(lastDay.fetched())
        .setRefused(lastDay.refused())
        .setUsualFill(fill.usual())
        .setRecentFill(fill.recent())
        .build();
  }

  private Verdict verdict() {
    return reach
        .verdict()
        .or(() -> cadence.quiet() ? Optional.of(quiet()) : fill.verdict())
        .orElseGet(this::well);
  }

  private Verdict quiet() {
    return new Verdict(HealthStatus.QUIET, cadence::because);
  }

  private Verdict well() {
    return cadence.learnt()
        ? new Verdict(HealthStatus.HEALTHY, () -> cadence.perDayWords() + " usual")
        : new Verdict(HealthStatus.LEARNING, () -> "known since " + memory.getFirstAt());
  }
}
