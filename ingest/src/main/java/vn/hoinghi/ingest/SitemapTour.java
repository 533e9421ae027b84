package vn.hoinghi.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.InterruptException;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.avro.FetchResult;
import vn.hoinghi.schemas.Reason;

/**
 * Reads a sitemap and all that it leads to, a list after the other, and gathers the addresses whose
 * lastmod lies in a range. The site is asked as the crawler asks it: its robots.txt, our deadlines
 * and guards, one request at a time; at half the pace, for the crawler may be asking there too.
 */
final class SitemapTour {
  private static final int MAX_DEPTH = 3;
  private static final int MAX_LISTS = 10_000;
  private static final int RETRIES = 2;

  /** Told how it comes along; what it throws ends it. */
  interface Watcher {
    void at(int read, int known);

    void failed(Attempt attempt);
  }

  private record Sheet(CanonicalUrl url, int depth) {}

  private final Outlet outlet;
  private final CrawlConfig config;
  private final Fetcher fetcher;
  private final Robots robots;
  private final RevisitPlan plan;
  private final DayRange range;
  private final boolean undatedToo;
  private final InstantSource clock;
  private final Watcher watcher;
  private final CountDownLatch never = new CountDownLatch(1);
  private final Deque<Sheet> open = new ArrayDeque<>();
  private final Set<String> met = new HashSet<>();
  private Instant notBefore = Instant.MIN;
  private int read;
  private long undated;
  private long offSite;
  private boolean complete = true;

  /**
   * @param undatedToo whether addresses without a lastmod are taken where a range was given
   */
  SitemapTour(
      Outlet outlet,
      CrawlConfig config,
      Fetcher fetcher,
      DayRange range,
      boolean undatedToo,
      InstantSource clock,
      Watcher watcher) {
    this.outlet = outlet;
    this.config = config;
    this.fetcher = fetcher;
    this.robots = new Robots(fetcher, config);
    this.plan = new RevisitPlan(config);
    this.range = range;
    this.undatedToo = undatedToo || range.isEverything();
    this.clock = clock;
    this.watcher = watcher;
  }

  /** Whether every list could be read. */
  boolean complete() {
    return complete;
  }

  /** Addresses that were left because nobody says when they changed. */
  long undated() {
    return undated;
  }

  /** Addresses that were left because they are another site's. */
  long offSite() {
    return offSite;
  }

  /** Returns when all lists are read, or were given up. */
  void walk(CanonicalUrl start, Consumer<CanonicalUrl> taken) {
    met.add(start.toString());
    open.add(new Sheet(start, 0));
    while (!open.isEmpty()) {
      Sheet list = open.remove();
      watcher.at(read, read + 1 + open.size());
      visit(list, taken);
      read++;
    }
    watcher.at(read, read);
  }

  private void visit(Sheet list, Consumer<CanonicalUrl> taken) {
    for (int failures = 1; ; failures++) {
      Fetched fetched = fetch(list.url());
      Reason reason = reason(list, fetched);
      try {
        if (reason == null) {
          follow(list, fetched, taken);
          return;
        }
      } catch (Refused e) {
        reason = e.reason();
      }
      if (!reason.retryable() || failures > RETRIES) {
        fail(list.url(), reason, fetched);
        return;
      }
      Instant again = plan.afterFailure(list.url().toString(), failures, reason, now());
      Duration asked = RetryAfter.of(fetched, now(), Duration.between(now(), again));
      restUntil(now().plus(asked.compareTo(WebTools.PATIENCE) > 0 ? WebTools.PATIENCE : asked));
    }
  }

  private static Reason reason(Sheet list, Fetched fetched) {
    if (list.depth() >= MAX_DEPTH) {
      return Reason.SITEMAP_DEPTH;
    }
    if (fetched.failure() != null || fetched.status() == 200) {
      return fetched.failure();
    }
    boolean passing = fetched.status() >= 500 || fetched.status() == 429;
    return passing ? Reason.FETCH_STATUS_5XX : Reason.FETCH_STATUS_4XX;
  }

  private Fetched fetch(CanonicalUrl url) {
    restUntil(notBefore);
    if (robots.read(url, now())) {
      rest();
    }
    var request =
        FetchRequest.of(url, config.limits().bytesOf(FetchKind.SITEMAP))
            .with(hop -> robots.check(hop, now()));
    Fetched fetched = fetcher.fetch(request);
    notBefore = now().plus(pace());
    return fetched;
  }

  private void fail(CanonicalUrl url, Reason reason, Fetched fetched) {
    complete = false;
    watcher.failed(
        Attempt.of(
            url.toString(),
            FetchResult.FAILED,
            reason,
            fetched.problem() == null ? "status " + fetched.status() : fetched.problem(),
            fetched.status(),
            fetched.wireBytes()));
  }

  private void follow(Sheet list, Fetched fetched, Consumer<CanonicalUrl> taken) throws Refused {
    Links links =
        new SitemapReader(config.limits())
            .read(fetched.body(), fetched.finalUrl(), fetched.charset());
    for (Links.Link link : links.found()) {
      try {
        consider(link, list.depth(), taken);
      } catch (Refused e) {
        // an address that is none; its neighbours are
      }
    }
    if (links.limit() != null) {
      fail(list.url(), links.limit(), fetched);
    }
  }

  private void consider(Links.Link link, int depth, Consumer<CanonicalUrl> taken) throws Refused {
    boolean article = link.kind() == FetchKind.ARTICLE;
    CanonicalUrl url = article ? CanonicalUrl.of(link.url()) : CanonicalUrl.addressOf(link.url());
    if (!outlet.owns(url)) {
      offSite++;
    } else if (!article) {
      if (range.mayBeIn(link.modified()) && met.add(url.toString())) {
        follow(new Sheet(url, depth + 1));
      }
    } else if (!url.pathAndQuery().equals("/") && outlet.mayBeArticle(url)) {
      take(url, link.modified(), taken);
    }
  }

  private void follow(Sheet list) {
    if (met.size() <= MAX_LISTS) {
      open.add(list);
    } else if (complete) {
      fail(list.url(), Reason.SITEMAP_LIMIT, Visit.notAsked(list.url(), null, "one list too many"));
    }
  }

  private void take(CanonicalUrl url, Instant lastmod, Consumer<CanonicalUrl> taken) {
    if (lastmod == null && !undatedToo) {
      undated++;
    } else if (lastmod == null || range.holds(lastmod)) {
      taken.accept(url);
    }
  }

  private Duration pace() {
    Duration ours = Duration.ofMillis(config.paceMillis());
    Duration theirs = robots.crawlDelay();
    return (ours.compareTo(theirs) > 0 ? ours : theirs).multipliedBy(2);
  }

  private void rest() {
    restUntil(now().plus(pace()));
  }

  private void restUntil(Instant moment) {
    try {
      for (Instant now = now(); moment.isAfter(now); now = now()) {
        watcher.at(read, read + 1 + open.size());
        long millis = Math.min(Duration.between(now, moment).toMillis() + 1, 1_000);
        never.await(millis, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private Instant now() {
    return clock.instant();
  }
}
