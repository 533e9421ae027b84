package vn.hoinghi.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.ingest.FolderImport.Published;
import vn.hoinghi.schemas.Reason;

/**
 * Single addresses of one site, asked for one after the other at its pace and each until it has its
 * outcome. As somebody named each of them, a redirect is followed to another site too; the page
 * then belongs to the site that answers. A site that keeps silent is not asked to the end of the
 * list: what is left has the outcome of those before.
 */
final class UrlLane implements Lane {
  /**
   * One address.
   *
   * @param names as it was given, in every spelling
   */
  record Wanted(CanonicalUrl url, List<String> names) {}

  private record Turn(Wanted wanted, int failures, Instant notBefore) {}

  private final String name;
  private final WebTools web;
  private final Robots robots;
  private final RevisitPlan plan;
  private final Deque<Turn> turns = new ArrayDeque<>();
  private final Map<String, Refused> withoutRobots = new HashMap<>();
  private Instant until = Instant.MIN;
  private int silences;
  private final AtomicLong done = new AtomicLong();
  private volatile long left;

  UrlLane(String name, List<Wanted> wanted, WebTools web) {
    this.name = name;
    this.web = web;
    this.robots = new Robots(web.fetcher(), web.config());
    this.plan = new RevisitPlan(web.config());
    wanted.forEach(each -> turns.add(new Turn(each, 0, Instant.MIN)));
    this.left = turns.size();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long done() {
    return done.get();
  }

  @Override
  public long left() {
    return left;
  }

  @Override
  public Instant step() {
    Turn turn = turns.peek();
    if (turn == null) {
      return null;
    }
    Instant due = until.isAfter(turn.notBefore()) ? until : turn.notBefore();
    if (due.isAfter(web.now())) {
      return due;
    }
    turns.remove();
    visit(turn);
    left = turns.size();
    return turns.isEmpty() ? null : until;
  }

  private void visit(Turn turn) {
    long began = System.nanoTime();
    CanonicalUrl url = turn.wanted().url();
    Fetched fetched = silences < WebTools.SILENCES ? fetch(url) : silent(url);
    var answering = Outlet.of(fetched.finalUrl().host());
    var unknown = FetchStates.unvisited(answering.host(), url, FetchKind.ARTICLE, web.now());
    var visit = new Visit(answering, unknown, fetched, web.now(), plan);
    Visited visited = new ArticleVisit(visit, new Frontier(1), web.gists(), false).judge();
    until = web.now().plus(rest(fetched));
    silences = fetched.failure() == Reason.FETCH_DEADLINE ? silences + 1 : 0;
    if (visited.worthRetrying() && turn.failures() < web.config().quickRetries()) {
      Instant again =
          plan.afterFailure(url.toString(), turn.failures() + 1, reason(visited), web.now());
      turns.add(new Turn(turn.wanted(), turn.failures() + 1, again));
      return;
    }
    web.ledger().commit(visited);
    done.incrementAndGet();
    long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    note(turn.wanted(), visited, fetched, fetched.millis() > 0 ? fetched.millis() : took);
  }

  private Fetched fetch(CanonicalUrl url) {
    var request =
        FetchRequest.of(url, web.config().limits().maxBytes())
            .with(hop -> check(hop, !hop.equals(url)));
    return web.fetcher().fetch(request);
  }

  /** A site whose robots.txt cannot be had is asked for it once. */
  private void check(CanonicalUrl hop, boolean redirected) throws Refused {
    Refused before = withoutRobots.get(hop.origin());
    if (before != null) {
      throw new Refused(before.reason(), before.getMessage(), before);
    }
    try {
      robots.check(hop, web.now());
    } catch (Refused e) {
      if (e.reason() == Reason.ROBOTS_UNAVAILABLE) {
        withoutRobots.put(hop.origin(), e);
      }
      throw redirected && e.reason() == Reason.FETCH_BLOCKED_ADDRESS
          ? new Refused(Reason.FETCH_REDIRECT_BLOCKED, "leads to " + hop.origin(), e)
          : e;
    }
  }

  private static Fetched silent(CanonicalUrl url) {
    return Visit.notAsked(
        url,
        Reason.FETCH_DEADLINE,
        "not asked, for " + WebTools.SILENCES + " requests in a row had no answer in time");
  }

  private Duration rest(Fetched fetched) {
    if (fetched.status() == null && fetched.millis() == 0) {
      return Duration.ZERO;
    }
    Duration pace = Duration.ofMillis(web.config().paceMillis());
    Duration asked = RetryAfter.of(fetched, web.now(), Duration.ZERO);
    Duration believed = asked.compareTo(WebTools.PATIENCE) > 0 ? WebTools.PATIENCE : asked;
    Duration between = longest(pace, robots.crawlDelay());
    return longest(believed, between.multipliedBy(1L + fetched.redirects()));
  }

  private static Duration longest(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private void note(Wanted wanted, Visited visited, Fetched fetched, long millis) {
    for (String as : wanted.names()) {
      Attempt attempt = Attempt.of(visited.outcome(), as, fetched.problem(), millis);
      Published input =
          visited.raw() == null
              ? VisitedInput.failed(as, wanted.url().toString(), reason(visited), fetched.problem())
              : VisitedInput.published(
                  as, visited.raw(), web.ledger().placeOf(visited.raw().getArticleId()));
      web.takings().add(attempt, input);
    }
  }

  private static Reason reason(Visited visited) {
    return Reason.valueOf(visited.outcome().getReason());
  }
}
