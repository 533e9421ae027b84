package vn.hoinghi.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.avro.FetchOutcome;
import vn.hoinghi.avro.FetchState;
import vn.hoinghi.schemas.Reason;

/**
 * One outlet's turn: a visit at a time, over one connection, at the site's pace. Each outlet has a
 * lane of its own, so a slow one holds up nobody else.
 */
final class HostLane {
  private static final Logger LOG = LoggerFactory.getLogger(HostLane.class);

  /** States written in one transaction ahead of the listing they came from. */
  private static final int STATES_AT_ONCE = 1_000;

  private static final Duration IDLE = Duration.ofMinutes(1);

  private final Outlet outlet;
  private final CrawlConfig config;
  private final Fetcher fetcher;
  private final Ledger ledger;
  private final InstantSource clock;
  private final IngestMetrics metrics;
  private final RevisitPlan plan;
  private final Frontier frontier;
  private final Robots robots;
  private final Politeness politeness;
  private volatile boolean closed;
  private volatile boolean busy;
  private volatile boolean rooted;
  private final AtomicInteger unwritten = new AtomicInteger();

  HostLane(
      Outlet outlet,
      List<FetchState> known,
      CrawlConfig config,
      Fetcher fetcher,
      Ledger ledger,
      InstantSource clock,
      IngestMetrics metrics) {
    this.outlet = outlet;
    this.config = config;
    this.fetcher = fetcher;
    this.ledger = ledger;
    this.clock = clock;
    this.metrics = metrics;
    this.plan = new RevisitPlan(config);
    this.frontier = new Frontier(config.maxPagesPerHost());
    this.robots = new Robots(fetcher, config);
    this.politeness = new Politeness(outlet.host(), config, plan);
    known.forEach(frontier::put);
    addRoots(FetchKind.FEED, outlet.feedsToRead());
    if (outlet.listsAreGiven()) {
      addRoots(FetchKind.SITEMAP, outlet.sitemapsToRead(List.of()));
      rooted = true;
    }
  }

  Outlet outlet() {
    return outlet;
  }

  Frontier frontier() {
    return frontier;
  }

  /** Makes no further request; a visit under way is not written down any more. */
  void close() {
    closed = true;
  }

  boolean closed() {
    return closed;
  }

  /**
   * Whether every known URL was visited, as far as the site lets us, and all of it is written down.
   */
  boolean settled() {
    boolean givenUp = politeness.failures() > config.quickRetries();
    return !busy && unwritten.get() == 0 && (givenUp || (rooted && frontier.settled()));
  }

  /**
   * Makes the visit that is due, if any.
   *
   * @return when to come back
   */
  Instant step() {
    Instant now = now();
    FetchState due = closed || politeness.until().isAfter(now) ? null : frontier.due(now);
    if (due == null) {
      return wakeUp(now);
    }
    busy = true;
    try {
      visit(due);
    } finally {
      busy = false;
    }
    return wakeUp(now());
  }

  private Instant wakeUp(Instant now) {
    Instant due = frontier.nextDue();
    Instant wanted = due == null || due.isAfter(now.plus(IDLE)) ? now.plus(IDLE) : due;
    return wanted.isBefore(politeness.until()) ? politeness.until() : wanted;
  }

  private void visit(FetchState due) {
    metrics.attempted();
    Fetched fetched = fetch(due);
    var visit = new Visit(outlet, due, fetched, timeAfter(due), plan);
    Visited visited =
        due.getKind() == FetchKind.ARTICLE
            ? new ArticleVisit(visit, frontier::get).judge()
            : new ListingVisit(visit, frontier, config.limits()).judge();
    try {
      write(visited);
    } catch (LostLedgerException e) {
      metrics.abandoned();
      throw e;
    }
    int failures = visited.states().get(0).getFailures();
    frontier.put(
        visited, due.getUrl(), visited.worthRetrying() && failures <= config.quickRetries());
    politeness.requested(visited, fetched, robots.crawlDelay(), now());
  }

  private Fetched fetch(FetchState due) {
    CanonicalUrl url;
    try {
      url = CanonicalUrl.addressOf(due.getUrl());
      try {
        robots.check(url, now());
      } finally {
        addDeclaredSitemaps(url);
      }
      boolean article = due.getKind() == FetchKind.ARTICLE;
      FetchLimits limits = config.limits();
      var request =
          FetchRequest.of(url, article ? limits.maxBytes() : limits.maxListingBytes())
              .with(hop -> check(hop, article));
      return fetcher.fetch(
          due.getContentHash() == null
              ? request
              : request.ifChanged(due.getEtag(), due.getLastModified()));
    } catch (Refused e) {
      return Visit.notAsked(null, e.reason(), e.getMessage());
    }
  }

  /** An article elsewhere is for whoever reads that site; it is not even asked for. */
  private void check(CanonicalUrl hop, boolean article) throws Refused {
    if (article && !outlet.owns(hop)) {
      throw new Refused(Reason.FETCH_REDIRECT_BLOCKED, "leads to " + hop.host());
    }
    robots.check(hop, now());
  }

  private void write(Visited visited) {
    List<FetchState> states = visited.states();
    int from = 0;
    for (; states.size() - from > STATES_AT_ONCE; from += STATES_AT_ONCE) {
      submit(new Visited(states.subList(from, from + STATES_AT_ONCE), null, null));
    }
    submit(new Visited(states.subList(from, states.size()), visited.raw(), visited.outcome()));
  }

  private void submit(Visited part) {
    if (closed) {
      throw new LostLedgerException(outlet.host() + " is no longer ours", null);
    }
    var writing = new Writing(part.outcome());
    ledger.submit(part, writing::end);
    writing.leave();
  }

  /**
   * A part of a visit on its way to the topics. The lane goes on as if it stood there already; when
   * it turns out later that it does not, all that the lane knows is in doubt, and the lane ends.
   */
  private final class Writing {
    private final FetchOutcome outcome;
    private LostLedgerException lost;
    private boolean left;

    Writing(FetchOutcome outcome) {
      this.outcome = outcome;
      unwritten.incrementAndGet();
    }

    synchronized void end(LostLedgerException reason) {
      lost = reason;
      if (reason != null && left) {
        close();
      }
      if (outcome != null && (reason == null || left)) {
        count(reason == null);
      }
      unwritten.decrementAndGet();
    }

    private void count(boolean stands) {
      if (stands) {
        metrics.ended(outcome);
      } else {
        metrics.abandoned();
      }
    }

    /** Lets it go on by itself; throws where it is known already that it cannot. */
    synchronized void leave() {
      left = true;
      if (lost != null) {
        throw lost;
      }
    }
  }

  private void addDeclaredSitemaps(CanonicalUrl url) {
    List<String> declared = rooted ? null : robots.sitemaps(url);
    if (declared != null) {
      addRoots(FetchKind.SITEMAP, outlet.sitemapsToRead(declared));
      rooted = true;
    }
  }

  private void addRoots(FetchKind kind, List<String> references) {
    for (String reference : references) {
      try {
        CanonicalUrl url = outlet.url(reference);
        if (frontier.get(url.toString()) == null) {
          frontier.put(FetchStates.unvisited(outlet.host(), url, kind, now()));
        }
      } catch (Refused e) {
        LOG.warn("{}: no usable address: {}", outlet.host(), Text.printable(reference, 200));
      }
    }
  }

  /** A later capture is never stamped at or before an earlier one, whatever the clock did. */
  private Instant timeAfter(FetchState before) {
    Instant now = now();
    Instant last = before.getLastFetchedAt();
    return last == null || now.isAfter(last) ? now : last.plusMillis(1);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
