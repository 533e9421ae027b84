package vn.hoinghi.ingest;

import java.time.Duration;
import java.time.Instant;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.avro.FetchState;
import vn.hoinghi.schemas.Reason;

/**
 * When a URL is visited next. Each has a wait of its own, learnt from what its visits found: half
 * of the last where there was something new, longer by half (a list) or twice as long (an article:
 * they are corrected soon or never) where there was nothing, between the shortest and the longest
 * that the configuration allows. Further pages of a list wait as long as can be, for the page
 * before them calls. Failures wait twice as long each time, spread by up to a quarter so that what
 * failed together does not come back together.
 */
final class RevisitPlan {
  private static final Duration LONGEST = Duration.ofDays(30);
  private static final Duration HELD_BACK = Duration.ofDays(7);
  private static final Duration LONGEST_RETRY = Duration.ofDays(1);
  private static final int MAX_DOUBLINGS = 16;
  private static final int CALLED_EARLIER = 24;

  private final CrawlConfig config;

  RevisitPlan(CrawlConfig config) {
    this.config = config;
  }

  /**
   * The wait that a visit just made leads to.
   *
   * @param before the state ahead of the visit
   * @param changed whether it found something new
   */
  Duration every(FetchState before, boolean changed) {
    Duration least = least(before);
    Duration most = most(before);
    if (before.getEveryMillis() == null || before.getLastFetchedAt() == null) {
      return between(least, least, most);
    }
    Duration last = Duration.ofMillis(before.getEveryMillis());
    Duration growth = before.getKind() == FetchKind.ARTICLE ? last : last.dividedBy(2);
    return between(least, changed ? last.dividedBy(2) : last.plus(growth), most);
  }

  /**
   * When an article is visited of which a list says that it changed: not at once again and again,
   * and the later the more often nothing was found.
   */
  Instant called(FetchState article, Instant now) {
    Duration every =
        article.getEveryMillis() == null
            ? least(article)
            : Duration.ofMillis(article.getEveryMillis());
    Instant soonest = article.getLastFetchedAt().plus(every.dividedBy(CALLED_EARLIER));
    return soonest.isAfter(now) ? soonest : now;
  }

  private Duration least(FetchState state) {
    long millis =
        isPageBehind(state)
            ? config.sources().maxRevisitMillis()
            : state.getKind() == FetchKind.ARTICLE
                ? config.revisitMillis()
                : config.listingMillis();
    return Duration.ofMillis(Math.max(millis, config.paceMillis()));
  }

  private Duration most(FetchState state) {
    boolean list = state.getKind() != FetchKind.ARTICLE && !isPageBehind(state);
    return Duration.ofMillis(
        list ? config.sources().maxListingMillis() : config.sources().maxRevisitMillis());
  }

  /** Sitemaps below an index are lists of their own. */
  private static boolean isPageBehind(FetchState state) {
    return state.getDepth() > 0 && state.getKind() != FetchKind.SITEMAP;
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
