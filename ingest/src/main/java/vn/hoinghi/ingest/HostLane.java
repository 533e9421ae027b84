package vn.hoinghi.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.avro.FetchState;

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
  private final Writings writings;
  private final InstantSource clock;
  private final IngestMetrics metrics;
  private final SiteRequests requests;
  private final VisitJudge judge;
  private final RevisitPlan plan;
  private final Frontier frontier;
  private final Politeness politeness;
  private final Places places;
  private final Errands errands;
  private boolean onErrandsOnly;
  private HandOvers handOvers;
  private HandOvers.Watch handedOver = (handOver, stands) -> {};
  private volatile boolean closed;
  private volatile boolean busy;

  HostLane(
      Outlet outlet,
      Frontier frontier,
      CrawlConfig config,
      Fetcher fetcher,
      GistReader gists,
      Ledger ledger,
      InstantSource clock,
      IngestMetrics metrics) {
    this.outlet = outlet;
    this.config = config;
    this.writings = new Writings(ledger, metrics);
    this.clock = clock;
    this.metrics = metrics;
    this.plan = new RevisitPlan(config);
    this.frontier = frontier;
    this.politeness = new Politeness(outlet.host(), config);
    this.handOvers = new HandOvers(outlet, new Sites(List.of()));
    this.places = new Places(outlet);
    this.requests =
        new SiteRequests(
            outlet, places, fetcher.ofOneSite(), config, clock, url -> handOvers.areFor(url));
    this.judge = new VisitJudge(outlet, frontier, config, gists, requests::sitemaps);
    this.errands = new Errands(config.quickRetries());
    addRoots();
  }

  /** Hands other outlets' articles over to them, each told to {@code watch}. */
  HostLane knowing(Sites sites, HandOvers.Watch watch) {
    handOvers = new HandOvers(outlet, sites);
    handedOver = watch;
    return this;
  }

  /** Visits what imports ask for and nothing else: a site that nobody reads for good. */
  HostLane onErrandsOnly() {
    onErrandsOnly = true;
    return this;
  }

  /** Somebody found this address of ours; from any thread. It is taken up at the next step. */
  void offer(FetchState handOver) {
    handOvers.offer(handOver);
  }

  Outlet outlet() {
    return outlet;
  }

  Frontier frontier() {
    return frontier;
  }

  /** Whether the site is asked as usual, left alone, or about to be tried again. */
  Circuit circuit() {
    return politeness.circuit(clock.instant());
  }

  /** Makes no further request; a visit under way is not written down any more. */
  void close() {
    closed = true;
    requests.leave();
  }

  boolean closed() {
    return closed;
  }

  /**
   * Whether every known URL was visited, as far as the site lets us, and all of it is written down.
   */
  boolean settled() {
    boolean givenUp = politeness.failures() > config.quickRetries();
    return !busy
        && !writings.areUnderWay()
        && !handOvers.areWaiting()
        && (givenUp || (!errands.areOpen() && (onErrandsOnly || frontier.settled())));
  }

  /**
   * Makes the visit that is due, if any.
   *
   * @return when to come back
   */
  Instant step() {
    Instant now = now();
    takeUp(now);
    FetchState due = closed || politeness.until().isAfter(now) ? null : due(now);
    if (due == null) {
      return wakeUp(now);
    }
    busy = true;
    try {
      if (requests.rulesHaveCome(due)) {
        politeness.asked(requests.crawlDelay(), clock.instant());
      } else {
        visit(due);
      }
    } finally {
      busy = false;
    }
    return wakeUp(now());
  }

  private FetchState due(Instant now) {
    return errands.next(onErrandsOnly ? null : frontier.due(now), frontier, now);
  }

  private void takeUp(Instant now) {
    busy = true;
    try {
      Visited taken = closed ? null : handOvers.takeUp(frontier, errands, now);
      if (taken != null) {
        submit(taken);
        taken.states().forEach(frontier::put);
      }
    } finally {
      busy = false;
    }
  }

  private Instant wakeUp(Instant now) {
    if (handOvers.areWaiting()) {
      return now;
    }
    Instant due = earlier(onErrandsOnly ? null : frontier.nextDue(), errands.nextDue());
    Instant wanted = due == null || due.isAfter(now.plus(IDLE)) ? now.plus(IDLE) : due;
    return wanted.isBefore(politeness.until()) ? politeness.until() : wanted;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one == null || (other != null && other.isBefore(one)) ? other : one;
  }

  private void visit(FetchState due) {
    metrics.attempted();
    Fetched fetched = requests.fetch(due);
    var visit = new Visit(outlet, due, fetched, timeAfter(due), plan);
    Visited visited = null;
    try {
      Visited judged = judge.judged(visit, handOvers);
      visited = errands.visited(due.getUrl(), judged.with(judged.states(), handOvers.drain()));
      visited.handOvers().forEach(handOver -> handedOver.told(handOver, true));
      write(visited);
    } catch (LostLedgerException e) {
      if (visited != null) {
        notHandedOver(visited);
      }
      metrics.abandoned();
      throw e;
    }
    int failures = visited.states().get(0).getFailures();
    frontier.put(
        visited, due.getUrl(), visited.worthRetrying() && failures <= config.quickRetries());
    politeness.requested(visited, fetched, requests.crawlDelay(), clock.instant());
  }

  private void write(Visited visited) {
    List<FetchState> states = visited.states();
    int from = 0;
    for (; states.size() - from > STATES_AT_ONCE; from += STATES_AT_ONCE) {
      submit(new Visited(states.subList(from, from + STATES_AT_ONCE), null, null));
    }
    submit(visited.with(states.subList(from, states.size()), visited.handOvers()));
  }

  private void submit(Visited part) {
    refuseIfClosed();
    writings.submit(
        part,
        () -> {
          close();
          notHandedOver(part);
        });
  }

  private void notHandedOver(Visited visited) {
    visited.handOvers().forEach(handOver -> handedOver.told(handOver, false));
  }

  private void refuseIfClosed() {
    if (closed) {
      throw new LostLedgerException(outlet.host() + " is no longer ours", null);
    }
  }

  /** What is known from the start: the lists that were given, else the home page. */
  private void addRoots() {
    List<Links.Link> lists =
        outlet.listsAreGiven()
            ? outlet.givenLists()
            : List.of(new Links.Link("/", FetchKind.LISTING, null));
    for (Links.Link list : lists) {
      try {
        CanonicalUrl url = outlet.url(list.url());
        places.add(url);
        if (frontier.get(url.toString()) == null) {
          frontier.put(FetchStates.unvisited(outlet.host(), url, list.kind(), now()));
        }
      } catch (Refused e) {
        LOG.warn("{}: no usable address: {}", outlet.host(), Text.printable(list.url(), 200));
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
