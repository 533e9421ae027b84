package vn.hoinghi.ingest;

import java.time.Duration;
import java.time.Instant;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.avro.FetchState;
import vn.hoinghi.schemas.Reason;

/**
 * When a URL is visited next. Articles are corrected soon or never: the wait is as long as they are
 * known, from {@code revisitMillis} up to a month. Failures wait twice as long each time, spread by
 * up to a quarter so that what failed together does not come back together.
 */
final class RevisitPlan {
  private static final Duration LONGEST = Duration.ofDays(30);
  private static final Duration HELD_BACK = Duration.ofDays(7);
  private static final Duration LONGEST_RETRY = Duration.ofDays(1);
  private static final int MAX_DOUBLINGS = 16;

  private final CrawlConfig config;

  RevisitPlan(CrawlConfig config) {
    this.config = config;
  }

  Instant afterSuccess(FetchState state, Instant now) {
    if (state.getKind() == FetchKind.FEED || state.getKind() == FetchKind.SITEMAP) {
      return now.plusMillis(config.listingMillis());
    }
    Duration known =
        state.getFirstIngestedAt() == null
            ? Duration.ZERO
            : Duration.between(state.getFirstIngestedAt(), now);
    return now.plus(between(Duration.ofMillis(config.revisitMillis()), known, LONGEST));
  }

  /**
   * @param failures in a row, this one included
   */
  Instant afterFailure(String url, int failures, Reason reason, Instant now) {
    Duration first = reason.retryable() ? Duration.ofMillis(config.backoffMillis()) : LONGEST_RETRY;
    Duration longest = reason.retryable() ? LONGEST_RETRY : LONGEST;
    Duration wait = between(first, doubled(first, failures - 1), longest);
    return now.plus(wait).plusMillis(spread(url, failures, wait));
  }

  Instant toConfirmGone(Instant now) {
    return now.plusMillis(config.goneConfirmMillis());
  }

  /** Until when witnesses are waited for that a withdrawal is none of many: a day, as it comes. */
  Instant toGiveUpWaiting(Instant heard) {
    return heard.plusMillis(24 * config.goneConfirmMillis());
  }

  Instant afterGone(Instant now) {
    return now.plus(LONGEST);
  }

  /** A withdrawal that is not believed may be later. */
  Instant afterHeldBack(Instant now) {
    return now.plus(HELD_BACK);
  }

  private static Duration doubled(Duration first, int times) {
    return first.multipliedBy(1L << Math.min(Math.max(times, 0), MAX_DOUBLINGS));
  }

  private static Duration between(Duration least, Duration wanted, Duration most) {
    Duration atLeast = wanted.compareTo(least) < 0 ? least : wanted;
    return atLeast.compareTo(most) > 0 && most.compareTo(least) > 0 ? most : atLeast;
  }

  private static long spread(String url, int failures, Duration wait) {
    return Math.floorMod((url + failures).hashCode(), Math.max(wait.toMillis() / 4, 1));
  }
}
