package vn.hoinghi.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.hoinghi.schemas.Reason;

/**
 * How long one site is left alone after each request: our pace or the delay it asks for, whichever
 * is longer; after a visit that was led on, once more for each redirect, for a redirect is followed
 * within the visit's deadline. Where it fails, twice as long with every failure in a row; where it
 * says that it is overloaded, or has failed {@value Circuit#OPENS_AT} times, for {@code
 * backoffMillis} and twice as long each time, up to an hour, or as long as its Retry-After says.
 * Waits are spread by up to a quarter, so that sites that failed together are not asked together.
 */
final class Politeness {
  private static final Logger LOG = LoggerFactory.getLogger(Politeness.class);

  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Duration LEAST = Duration.ofMillis(1);
  private static final int MAX_DOUBLINGS = 16;

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
  private final Duration backoff;
  private volatile int failures;
  private volatile Instant until = Instant.MIN;

  Politeness(String host, CrawlConfig config) {
    this.host = host;
    this.pace = Duration.ofMillis(config.paceMillis());
    this.backoff = Duration.ofMillis(config.backoffMillis());
  }

  /** Before this moment no request is made. */
  Instant until() {
    return until;
  }

  /** Requests in a row that found the site in trouble. */
  int failures() {
    return failures;
  }

  Circuit circuit(Instant now) {
    if (failures < Circuit.OPENS_AT) {
      return Circuit.CLOSED;
    }
    return until.isAfter(now) ? Circuit.OPEN : Circuit.HALF_OPEN;
  }

  /** Takes note of a request that went well and was no visit. */
  void asked(Duration crawlDelay, Instant now) {
    until = now.plus(longer(pace, crawlDelay));
  }

  /**
   * Takes note of a visit that just ended.
   *
   * @param crawlDelay as the site asks for, or zero
   */
  void requested(Visited visited, Fetched fetched, Duration crawlDelay, Instant now) {
    Duration wait = longer(pace, crawlDelay).multipliedBy(1L + fetched.redirects());
    String reason = visited.outcome().getReason();
    failures = reason != null && TROUBLE.contains(Reason.valueOf(reason)) ? failures + 1 : 0;
    if (failures > 0) {
      wait = longer(wait, RetryAfter.of(fetched, now, spread(pause(overloaded(fetched)))));
      LOG.info("{}: {} ({}), waiting {} ms", host, reason, fetched.problem(), wait.toMillis());
    }
    until = now.plus(wait);
  }

  private Duration pause(boolean overloaded) {
    if (overloaded || failures >= Circuit.OPENS_AT) {
      int times = overloaded ? failures - 1 : failures - Circuit.OPENS_AT;
      return shorter(doubled(backoff, times), longer(backoff, LONGEST));
    }
    return shorter(doubled(longer(pace, LEAST), failures), backoff);
  }

  private static boolean overloaded(Fetched fetched) {
    Integer status = fetched.status();
    return status != null && (status == 429 || status == 503);
  }

  /** Up to a quarter more, the same for the same host and failure. */
  private Duration spread(Duration wait) {
    return wait.plusMillis(
        Math.floorMod((host + failures).hashCode(), Math.max(wait.toMillis() / 4, 1)));
  }

  private static Duration doubled(Duration first, int times) {
    return first.multipliedBy(1L << Math.min(Math.max(times, 0), MAX_DOUBLINGS));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
