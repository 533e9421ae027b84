package vn.hoinghi.ingest;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.hoinghi.avro.FetchOutcome;
import vn.hoinghi.avro.FetchState;
import vn.hoinghi.avro.RawArticle;

/**
 * One lane on loopback sites with a ledger in memory and a clock that is moved by hand: {@code
 * settle()} makes every visit that is due without waiting for any pace.
 */
final class Crawls implements AutoCloseable, Ledger, InstantSource {
  static final String HOST = "bao.example";
  private static final int MAX_STEPS = 500;

  final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  final List<RawArticle> published = new ArrayList<>();
  final List<FetchOutcome> outcomes = new ArrayList<>();
  final Map<String, FetchState> states = new LinkedHashMap<>();
  final List<Visited> commits = new ArrayList<>();
  private final Map<String, String> spellings = new HashMap<>();
  private final Fetcher fetcher;
  private final GistReader gists = new GistReader(Duration.ofSeconds(20));
  private final CrawlConfig config;
  private Instant now = Instant.parse("2026-11-01T00:00:00Z");
  HostLane lane;
  RuntimeException refuseWith;

  private Crawls(CrawlConfig config, Outlet outlet) {
    this.config = config;
    this.fetcher =
        new Fetcher(
            config.limits(),
            new AddressGuard(config.openedRanges()),
            HostOverrides.parse(config.resolve()),
            config.fullUserAgent());
    start(outlet);
  }

  /** A crawl of one outlet whose feed is {@code /rss} and whose host is found at this site. */
  static Crawls of(Site site) {
    return of(site, (Revisions) null);
  }

  static Crawls of(Site site, Outlet outlet) {
    return new Crawls(config(site, outlet, null), outlet);
  }

  static Crawls of(Site site, Revisions revisions) {
    var outlet = new Outlet(HOST, null, null, null, List.of("/rss"), null, "http", true);
    return new Crawls(config(site, outlet, revisions), outlet);
  }

  static CrawlConfig config(Site site, Outlet outlet) {
    return config(site, outlet, null);
  }

  private static CrawlConfig config(Site site, Outlet outlet, Revisions revisions) {
    int port = site.port();
    return new CrawlConfig(
        "hoinghi-test/1",
        "test@bao.example",
        List.of(outlet),
        1_000L,
        null,
        Duration.ofHours(6).toMillis(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        limits(),
        List.of("127.0.0.0/8"),
        List.of(
            outlet.host() + "=127.0.0.1:" + port, "www." + outlet.host() + "=127.0.0.1:" + port),
        revisions,
        null);
  }

  /** The limits of production at a twentieth of their time. */
  static FetchLimits limits() {
    return new FetchLimits(1_500, 500, 250, 500, 1_024, null, null, null, null);
  }

  /** Goes on as another instance would that has read the states back. */
  void start(Outlet outlet) {
    var frontier = new Frontier(config.maxPagesPerHost());
    states.values().forEach(frontier::put);
    lane =
        new HostLane(
            outlet, frontier, config, fetcher, gists, this, this, new IngestMetrics(registry));
  }

  /** Every visit that is due now or within the lane's pace and first retries. */
  Crawls settle() {
    for (int i = 0; i < MAX_STEPS; i++) {
      Instant next = lane.step();
      if (lane.settled()) {
        return this;
      }
      now = next.isAfter(now) ? next : now;
    }
    throw new AssertionError("not settled after " + MAX_STEPS + " visits: " + outcomes);
  }

  /** The next visit, after what has to come before it. */
  Crawls visit() {
    int before = outcomes.size();
    for (int i = 0; i < MAX_STEPS && outcomes.size() == before; i++) {
      Instant next = lane.step();
      now = outcomes.size() == before && next.isAfter(now) ? next : now;
    }
    return this;
  }

  Crawls later(Duration wait) {
    now = now.plus(wait);
    return this;
  }

  /** All that becomes due within this time. */
  Crawls during(Duration time) {
    Instant end = now.plus(time);
    while (now.isBefore(end)) {
      Instant next = lane.step();
      now = next.isAfter(now) ? next : now;
    }
    return this;
  }

  /** Result and reason of every attempt, by path. */
  Map<String, String> results() {
    return outcomes.stream()
        .collect(
            Collectors.toMap(
                o -> o.getUrl().replaceFirst("https?://[^/]*", ""),
                o -> o.getResult() + (o.getReason() == null ? "" : " " + o.getReason()),
                (a, b) -> a + ", " + b,
                LinkedHashMap::new));
  }

  long count(String meter) {
    return registry.find(meter).counters().stream().mapToLong(c -> (long) c.count()).sum();
  }

  @Override
  public void commit(Visited visited) {
    if (refuseWith != null) {
      throw refuseWith;
    }
    commits.add(visited);
    visited
        .states()
        .forEach(
            state -> {
              String spelt = spellings.put(FetchStates.key(state), state.getUrl());
              if (spelt != null) {
                states.remove(spelt);
              }
              states.put(state.getUrl(), state);
            });
    if (visited.raw() != null) {
      published.add(visited.raw());
    }
    if (visited.outcome() != null) {
      outcomes.add(visited.outcome());
    }
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public void close() {
    fetcher.close();
    gists.close();
  }
}
