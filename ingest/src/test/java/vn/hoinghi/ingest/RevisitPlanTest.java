package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
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
  void anArticleIsVisitedAgainAfterAsLongAsItIsKnown() {
    assertThat(plan.afterSuccess(article(Duration.ZERO), NOW)).isEqualTo(in(Duration.ofDays(1)));
    assertThat(plan.afterSuccess(article(Duration.ofDays(4)), NOW))
        .isEqualTo(in(Duration.ofDays(4)));
    assertThat(plan.afterSuccess(article(Duration.ofDays(4000)), NOW))
        .isEqualTo(in(Duration.ofDays(30)));
  }

  @Test
  void aFeedIsReadAtItsOwnPace() {
    FetchState feed = article(Duration.ofDays(4));
    feed.setKind(FetchKind.FEED);
    assertThat(plan.afterSuccess(feed, NOW)).isEqualTo(in(Duration.ofMinutes(10)));
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

  private static FetchState article(Duration known) {
    return FetchState.newBuilder()
        .setHost("a")
        .setUrl("http://a/")
        .setKind(FetchKind.ARTICLE)
        .setFirstIngestedAt(NOW.minus(known))
        .setNextVisitAt(NOW)
        .build();
  }

  private static Instant in(Duration wait) {
    return NOW.plus(wait);
  }
}
