package vn.hoinghi.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.hoinghi.schemas.Reason;

/** The robots.txt of one outlet's origins, read when first needed and once a day after that. */
final class Robots {
  /** Faults that say more than that the rules could not be read. */
  private static final Set<Reason> TELLING =
      Set.of(
          Reason.FETCH_BLOCKED_ADDRESS,
          Reason.FETCH_REDIRECT_BLOCKED,
          Reason.FETCH_DNS,
          Reason.FETCH_CONNECT,
          Reason.FETCH_DEADLINE,
          Reason.FETCH_TLS);

  private final Fetcher fetcher;
  private final CrawlConfig config;

  /** A site has a few origins; lists may lead to any number of others. */
  private static final int MAX_ORIGINS = 16;

  private final Map<String, RobotsRules> rules = new Recent<>(MAX_ORIGINS);
  private final Map<String, Refused> justFailed = new Recent<>(MAX_ORIGINS);
  private Duration crawlDelay = Duration.ZERO;

  /** The address that was decided about last: each is asked about before and at its request. */
  private CanonicalUrl allowed;

  Robots(Fetcher fetcher, CrawlConfig config) {
    this.fetcher = fetcher;
    this.config = config;
  }

  /**
   * Reads the rules that speak for this URL where they are not known, a request of its own.
   *
   * @return whether they have come just now, and the URL should be asked for a pace later; a
   *     failure is told by the {@link #check} that follows
   */
  boolean read(CanonicalUrl url, Instant now) {
    if (known(url, now) != null) {
      return false;
    }
    try {
      learn(url, now);
      return true;
    } catch (Refused e) {
      justFailed.put(url.origin(), e);
      return false;
    }
  }

  /** Why the {@link #check} of this URL will fail, as far as that is known; else null. */
  Reason justFailed(CanonicalUrl url) {
    Refused failure = justFailed.get(url.origin());
    return failure == null ? null : failure.reason();
  }

  /**
   * Whether this URL may be asked for.
   *
   * @throws Refused {@link Reason#ROBOTS_DISALLOWED}, or the reason why nobody can tell
   */
  void check(CanonicalUrl url, Instant now) throws Refused {
    Refused failure = justFailed.remove(url.origin());
    if (failure != null) {
      throw failure;
    }
    RobotsRules known = known(url, now);
    if (known == null) {
      known = learn(url, now);
    }
    crawlDelay = delay(known);
    if (url.equals(allowed)) {
      return;
    }
    if (!known.allows(url)) {
      throw new Refused(Reason.ROBOTS_DISALLOWED, "by " + url.origin() + "/robots.txt");
    }
    allowed = url;
  }

  private RobotsRules known(CanonicalUrl url, Instant now) {
    RobotsRules known = rules.get(url.origin());
    return known == null || !known.until().isAfter(now) ? null : known;
  }

  private RobotsRules learn(CanonicalUrl url, Instant now) throws Refused {
    RobotsRules learnt = ask(url, now);
    rules.put(url.origin(), learnt);
    allowed = null;
    crawlDelay = delay(learnt);
    return learnt;
  }

  private Duration delay(RobotsRules known) {
    return known.crawlDelay(Duration.ofMillis(config.maxCrawlDelayMillis()));
  }

  private RobotsRules ask(CanonicalUrl url, Instant now) throws Refused {
    CanonicalUrl address = CanonicalUrl.addressOf(url.origin() + "/robots.txt");
    Fetched answer = fetcher.fetch(FetchRequest.of(address, FetchLimits.ROBOTS_BYTES).cutAtLimit());
    if (answer.failure() != null) {
      Reason reason =
          TELLING.contains(answer.failure()) ? answer.failure() : Reason.ROBOTS_UNAVAILABLE;
      throw new Refused(reason, "robots.txt: " + answer.problem());
    }
    int status = answer.status();
    if (status >= 500 || status == 429) {
      throw new Refused(Reason.ROBOTS_UNAVAILABLE, "robots.txt: status " + status);
    }
    return status == 200
        ? RobotsRules.of(answer, address, config.userAgent(), now)
        : RobotsRules.allowAll(now);
  }

  /** As last asked for by the site, clamped. */
  Duration crawlDelay() {
    return crawlDelay;
  }

  /** Sitemap lines of the robots.txt that speaks for this URL; null where it was not read. */
  List<String> sitemaps(CanonicalUrl url) {
    RobotsRules known = rules.get(url.origin());
    return known == null ? null : known.sitemaps();
  }
}
