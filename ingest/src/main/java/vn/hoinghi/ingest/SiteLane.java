package vn.hoinghi.ingest;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.RecordMetadata;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.avro.FetchOutcome;
import vn.hoinghi.avro.FetchResult;
import vn.hoinghi.avro.FetchState;
import vn.hoinghi.ingest.FolderImport.Published;
import vn.hoinghi.schemas.Reason;

/**
 * A site read once to its end by the crawler's own {@link HostLane}: what its lists name now is
 * asked for, and then it is over. A site that keeps silent, or asks to be left alone for long, is
 * left; what is known of it and was not asked for has that for its outcome.
 */
final class SiteLane implements Lane, Ledger {
  /** Without an answer to these there is nothing to ask a site for. */
  private static final Set<Reason> SHUT =
      Set.of(
          Reason.ROBOTS_UNAVAILABLE,
          Reason.FETCH_BLOCKED_ADDRESS,
          Reason.FETCH_DNS,
          Reason.FETCH_CONNECT,
          Reason.FETCH_TLS);

  private final WebTools web;
  private final HostLane lane;
  private final Set<String> tried = new HashSet<>();
  private final AtomicLong done = new AtomicLong();
  private volatile long left = 1;
  private int silences;
  private FetchOutcome last;

  SiteLane(Outlet outlet, WebTools web, IngestMetrics metrics) {
    this.web = web;
    this.lane =
        new HostLane(
            outlet,
            new Frontier(web.config().maxPagesPerHost()),
            web.config(),
            web.fetcher(),
            web.gists(),
            this,
            web.clock(),
            metrics);
  }

  @Override
  public String name() {
    return lane.outlet().host();
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
    Instant next = lane.step();
    left = lane.frontier().unvisited().size();
    boolean given = silences >= WebTools.SILENCES || isShut() || next.isAfter(lastMoment());
    if (left > 0 && given) {
      leaveTheRest();
    }
    return left > 0 || !(lane.closed() || lane.frontier().settled()) ? next : null;
  }

  private Instant lastMoment() {
    long delay = web.config().maxCrawlDelayMillis() + web.config().paceMillis();
    return web.now().plus(WebTools.PATIENCE).plusMillis(delay);
  }

  private boolean isShut() {
    return last != null && last.getReason() != null && SHUT.contains(reason(last));
  }

  private void leaveTheRest() {
    Reason reason =
        last == null || last.getReason() == null ? Reason.FETCH_STATUS_5XX : reason(last);
    for (FetchState state : lane.frontier().unvisited()) {
      String url = state.getUrl();
      if (tried.add(url)) {
        String problem = "not asked for, since the site had no answer to " + last.getUrl();
        web.takings()
            .add(
                Attempt.of(url, FetchResult.FAILED, reason, problem, null, 0),
                VisitedInput.failed(url, url, reason, problem));
        done.incrementAndGet();
      }
    }
    left = 0;
    lane.close();
  }

  @Override
  public void commit(Visited visited) {
    web.ledger().commit(visited);
    FetchOutcome outcome = visited.outcome();
    if (outcome == null) {
      return;
    }
    last = outcome;
    silences = Reason.FETCH_DEADLINE.name().equals(outcome.getReason()) ? silences + 1 : 0;
    boolean again =
        visited.worthRetrying()
            && visited.states().get(0).getFailures() <= web.config().quickRetries();
    if (!again && tried.add(outcome.getUrl())) {
      done.incrementAndGet();
      Attempt attempt = Attempt.of(outcome, outcome.getUrl(), null, outcome.getMillis());
      boolean guess = isMissing(outcome) && UsualPlaces.mayBe(outcome.getUrl());
      web.takings().add(guess ? attempt.ofNothing() : attempt, input(visited));
    }
  }

  /** Null for a list that could be read, and for one that was only guessed and is not there. */
  private Published input(Visited visited) {
    FetchOutcome outcome = visited.outcome();
    String url = outcome.getUrl();
    if (visited.raw() != null && outcome.getResult() == FetchResult.PUBLISHED) {
      return published(url, visited);
    }
    boolean notThere = outcome.getResult() == FetchResult.GONE || isMissing(outcome);
    boolean page = isArticle(url);
    if (outcome.getReason() == null || (!page && notThere)) {
      return null;
    }
    return VisitedInput.failed(url, url, reason(outcome), null);
  }

  private Published published(String url, Visited visited) {
    RecordMetadata at = web.ledger().placeOf(visited.raw().getArticleId());
    return VisitedInput.published(url, visited.raw(), at);
  }

  private boolean isArticle(String url) {
    FetchState known = lane.frontier().get(url);
    return known != null && known.getKind() == FetchKind.ARTICLE;
  }

  private static boolean isMissing(FetchOutcome outcome) {
    return Reason.FETCH_STATUS_4XX.name().equals(outcome.getReason());
  }

  private static Reason reason(FetchOutcome outcome) {
    return Reason.valueOf(outcome.getReason());
  }
}
