package vn.hoinghi.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.hoinghi.schemas.Reason;

/**
 * How long one site is left alone after each request: our pace or the delay it asks for, whichever
 * is longer; and when it seems to be in trouble as a whole, twice as long with every failure in a
 * row, or as long as its Retry-After says.
 */
final class Politeness {
  private static final Logger LOG = LoggerFactory.getLogger(Politeness.class);

  /** Faults of a site, not of one page. */
  private static final Set<Reason> TROUBLE =
      Set.of(
          Reason.FETCH_CONNECT,
          Reason.FETCH_DNS,
          Reason.FETCH_TLS,
          Reason.FETCH_DEADLINE,
          Reason.FETCH_STATUS_5XX,
          Reason.FETCH_BLOCKED_ADDRESS,
          Reason.ROBOTS_UNAVAILABLE);

  private final String host;
  private final Duration pace;
  private final RevisitPlan plan;
  private volatile int failures;
  private Instant until = Instant.MIN;

  Politeness(String host, CrawlConfig config, RevisitPlan plan) {
    this.host = host;
    this.pace = Duration.ofMillis(config.paceMillis());
    this.plan = plan;
  }

  /** Before this moment no request is made. */
  Instant until() {
    return until;
  }

  /** Requests in a row that found the site in trouble. */
  int failures() {
    return failures;
  }

  /**
   * Takes note of a request that just ended.
   *
   * @param crawlDelay as the site asks for, or zero
   */
  void requested(Visited visited, Fetched fetched, Duration crawlDelay, Instant now) {
    Duration wait = longer(pace, crawlDelay);
    String reason = visited.outcome().getReason();
    failures = reason != null && TROUBLE.contains(Reason.valueOf(reason)) ? failures + 1 : 0;
    if (failures > 0) {
      wait = longer(wait, RetryAfter.of(fetched, now, plan.hostPause(failures)));
      LOG.info("{}: {} ({}), waiting {} ms", host, reason, fetched.problem(), wait.toMillis());
    }
    until = now.plus(wait);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
