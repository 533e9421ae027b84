package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.avro.FetchState;
import vn.hoinghi.schemas.Reason;

class RevisitPlanTest {
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
  private static final CrawlConfig DEFAULTS =
      new CrawlConfig(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

  private final RevisitPlan plan = new RevisitPlan(DEFAULTS);

  @Test
  void anArticleThatStaysAsItIsIsVisitedEverMoreRarely() {
    FetchState article = visited(FetchKind.ARTICLE, null);

    assertThat(waits(article, false, false, false, false, false, false, false))
        .containsExactly(days(1), days(2), days(4), days(8), days(16), days(30), days(30));
  }

  @Test
  void anArticleThatChangesIsVisitedTwiceAsOften() {
    FetchState article = visited(FetchKind.ARTICLE, days(8));

    assertThat(waits(article, true, true, false, true, true, true))
        .containsExactly(days(4), days(2), days(4), days(2), days(1), days(1));
  }

  @Test
  void aListIsReadOftenWhereItBringsNewsAndRarelyWhereNot() {
    FetchState feed = visited(FetchKind.FEED, null);

    assertThat(waits(feed, false, false, false, true, true, true))
        .containsExactly(
            minutes(10),
            minutes(15),
            Duration.ofSeconds(22 * 60 + 30),
            Duration.ofSeconds(11 * 60 + 15),
            minutes(10),
            minutes(10));
    feed.setEveryMillis(Duration.ofHours(20).toMillis());
    assertThat(plan.every(feed, false)).isEqualTo(days(1));
  }

  @Test
  void whatWasNeverVisitedBeginsWithTheShortestWait() {
    FetchState heardOf = visited(FetchKind.LISTING, days(1));
    heardOf.setLastFetchedAt(null);

    assertThat(plan.every(heardOf, true)).isEqualTo(minutes(10));
  }

  @Test
  void furtherPagesOfAListWaitToBeCalled() {
    FetchState second = visited(FetchKind.LISTING, null);
    second.setDepth(1);
    assertThat(plan.every(second, true)).isEqualTo(days(30));

    FetchState sitemap = visited(FetchKind.SITEMAP, null);
    sitemap.setDepth(1);
    assertThat(plan.every(sitemap, true)).isEqualTo(minutes(10));
  }

  @Test
  void noWaitIsShorterThanThePace() {
    var slow =
        new CrawlConfig(
            null,
            null,
            null,
            days(2).toMillis(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);

    assertThat(new RevisitPlan(slow).every(visited(FetchKind.FEED, null), true)).isEqualTo(days(2));
  }

  @Test
  void aListThatAlwaysSaysThatAnArticleChangedIsBelievedLessAndLess() {
    FetchState article = visited(FetchKind.ARTICLE, days(1));
    assertThat(plan.called(article, NOW.plusSeconds(1))).isEqualTo(in(Duration.ofHours(1)));
    assertThat(plan.called(article, NOW.plus(days(2)))).isEqualTo(in(days(2)));

    article.setEveryMillis(days(8).toMillis());
    assertThat(plan.called(article, NOW.plusSeconds(1))).isEqualTo(in(Duration.ofHours(8)));
  }

  @Test
  void failuresWaitTwiceAsLongEachTimeUpToADay() {
    for (int failures = 1; failures < 40; failures++) {
      Duration least = Duration.ofMinutes(1).multipliedBy(1L << Math.min(failures - 1, 11));
      Duration capped = least.compareTo(Duration.ofDays(1)) > 0 ? Duration.ofDays(1) : least;
      Instant next = plan.afterFailure("http://a/", failures, Reason.FETCH_DEADLINE, NOW);
      assertThat(next).isBetween(in(capped), in(capped.plus(capped.dividedBy(4))));
    }
  }

  @Test
  void whatWillNotMendItselfIsSeldomTriedAgain() {
    assertThat(plan.afterFailure("http://a/", 1, Reason.FETCH_MEDIA_TYPE, NOW))
        .isAfterOrEqualTo(in(Duration.ofDays(1)));
    assertThat(plan.afterFailure("http://a/", 30, Reason.FETCH_MEDIA_TYPE, NOW))
        .isBetween(in(Duration.ofDays(30)), in(Duration.ofDays(38)));
  }

  @Test
  void whatFailedTogetherDoesNotComeBackTogether() {
    var times = new HashSet<Instant>();
    for (int i = 0; i < 100; i++) {
      times.add(plan.afterFailure("http://a/" + i, 1, Reason.FETCH_DEADLINE, NOW));
    }
    assertThat(times).hasSizeGreaterThan(80);
  }

  /** The waits that follow visits which found something new, or nothing. */
  private List<Duration> waits(FetchState state, boolean... changes) {
    var waits = new ArrayList<Duration>();
    for (boolean changed : changes) {
      waits.add(plan.every(state, changed));
      state.setEveryMillis(waits.get(waits.size() - 1).toMillis());
    }
    return waits;
  }

  private static FetchState visited(FetchKind kind, Duration every) {
    return FetchState.newBuilder()
        .setHost("a")
        .setUrl("http://a/")
        .setKind(kind)
        .setLastFetchedAt(NOW)
        .setEveryMillis(every == null ? null : every.toMillis())
        .setNextVisitAt(NOW)
        .build();
  }

  private static Duration days(long days) {
    return Duration.ofDays(days);
  }

  private static Duration minutes(long minutes) {
    return Duration.ofMinutes(minutes);
  }

  private static Instant in(Duration wait) {
    return NOW.plus(wait);
  }
}
