package vn.hoinghi.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.hoinghi.avro.FetchState;

/**
 * Runs the lanes of the outlets that this instance owns. One clock wakes lanes when they are due; a
 * thread is taken only while a visit is under way, and kept for a while where the next one is due.
 */
final class Crawler implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Crawler.class);
  private static final Duration AFTER_FAULT = Duration.ofSeconds(5);

  /** A visit that takes this part of the deadline is a long one: a second of 30. */
  private static final int LONG_VISIT = 30;

  /** For so long a lane may keep a thread, as long as it has another visit due. */
  private static final Duration IN_A_ROW = Duration.ofMillis(400);

  /**
   * The part of the outlets that stands in one partition.
   *
   * @param known all URLs known of a host
   */
  private record Estate(Function<String, Frontier> known, Ledger ledger, List<HostLane> lanes) {}

  /** From one turn of a lane to its next; told from others by being another. */
  private static final class Sleep {}

  private final CrawlConfig config;
  private final Fetcher fetcher;
  private final GistReader gists;
  private final InstantSource clock;
  private final IngestMetrics metrics;
  private final ScheduledThreadPoolExecutor wakeUps =
      new ScheduledThreadPoolExecutor(1, Threads.named("clock"));
  private final VisitThreads visits;
  private final Map<Integer, Estate> estates = new ConcurrentHashMap<>();
  private final Map<HostLane, Sleep> asleep = new ConcurrentHashMap<>();
  private final Sites sites;

  /** Hand-overs that were written here and not yet read by their owners. */
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();

  Crawler(CrawlConfig config, Fetcher fetcher, InstantSource clock, IngestMetrics metrics) {
    this.config = config;
    this.fetcher = fetcher;
    this.gists = new GistReader(config.revisions().parseBudget());
    this.clock = clock;
    this.metrics = metrics;
    this.sites = new Sites(config.outlets());
    this.visits =
        new VisitThreads(config.maxHostsAtOnce(), config.limits().totalMillis() / LONG_VISIT);
    metrics.watchHosts(this::hosts);
    wakeUps.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /**
   * Starts with the outlets of one partition.
   *
   * @param known all URLs known of a host
   */
  void own(
      int partition, Collection<Outlet> outlets, Function<String, Frontier> known, Ledger ledger) {
    var estate = new Estate(known, ledger, new CopyOnWriteArrayList<>());
    outlets.forEach(outlet -> estate.lanes().add(lane(outlet, estate)));
    estates.put(partition, estate);
    estate.lanes().forEach(lane -> wake(lane, clock.instant()));
  }

  private HostLane lane(Outlet outlet, Estate estate) {
    Frontier frontier = estate.known().apply(outlet.host());
    return new HostLane(outlet, frontier, config, fetcher, gists, estate.ledger(), clock, metrics)
        .knowing(sites, this::handedOver);
  }

  /** Stops with a partition; what is under way there is not written down any more. */
  void disown(int partition) {
    Estate given = estates.remove(partition);
    if (given != null) {
      given.lanes().forEach(HostLane::close);
      given.lanes().forEach(asleep::remove);
    }
  }

  /**
   * Gives a hand-over to the lane of its host, where this instance has it. What an import asks for
   * is asked for also where the site is nobody's outlet: its partition has an owner all the same.
   */
  void offer(int partition, FetchState handOver) {
    underWay.remove(FetchStates.key(handOver));
    Estate estate = estates.get(partition);
    if (estate == null) {
      return;
    }
    Optional<HostLane> lane =
        estate.lanes().stream()
            .filter(each -> each.outlet().host().equals(handOver.getHost()))
            .findAny();
    if (lane.isPresent()) {
      offer(lane.get(), handOver);
    } else if (handOver.getImportId() != null) {
      HostLane visitor = lane(Outlet.withoutLists(handOver.getHost()), estate).onErrandsOnly();
      estate.lanes().add(visitor);
      visitor.offer(handOver);
      wake(visitor, clock.instant());
    }
  }

  private void offer(HostLane lane, FetchState handOver) {
    lane.offer(handOver);
    Sleep sleep = asleep.get(lane);
    if (sleep != null && asleep.remove(lane, sleep)) {
      wake(lane, clock.instant());
    }
  }

  private void handedOver(FetchState handOver, boolean stands) {
    if (stands) {
      underWay.add(FetchStates.key(handOver));
    } else {
      underWay.remove(FetchStates.key(handOver));
    }
  }

  private Stream<HostLane> lanes() {
    return estates.values().stream().flatMap(estate -> estate.lanes().stream());
  }

  private long hosts(Circuit circuit) {
    return lanes().filter(lane -> lane.circuit() == circuit).count();
  }

  /**
   * Whether each lane is {@linkplain HostLane#settled() settled}, and nothing on its way from one
   * to another.
   */
  boolean settled() {
    return lanes().allMatch(HostLane::settled)
        && lanes()
            .map(lane -> FetchStates.handOversOf(lane.outlet().host()))
            .noneMatch(prefix -> underWay.stream().anyMatch(key -> key.startsWith(prefix)));
  }

  @SuppressWarnings("FutureReturnValueIgnored") // end() lets nothing escape
  private void wake(HostLane lane, Instant at) {
    long millis = Math.max(Duration.between(clock.instant(), at).toMillis(), 0);
    try {
      var sleep = new Sleep();
      asleep.put(lane, sleep);
      wakeUps.schedule(() -> end(lane, sleep), millis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("{} stays asleep: closing", lane.outlet().host());
    }
  }

  /** Whoever takes a lane's sleep away wakes it, and nobody else: no lane runs twice at once. */
  private void end(HostLane lane, Sleep sleep) {
    if (asleep.remove(lane, sleep)) {
      visits.execute(() -> run(lane));
    }
  }

  private void run(HostLane lane) {
    Instant until = clock.instant().plus(IN_A_ROW);
    Instant next = step(lane);
    for (Instant now = clock.instant();
        !lane.closed() && !next.isAfter(now) && now.isBefore(until);
        now = clock.instant()) {
      next = step(lane);
    }
    if (!lane.closed()) {
      wake(lane, next);
    }
  }

  private Instant step(HostLane lane) {
    try {
      return lane.step();
    } catch (LostLedgerException e) {
      if (!lane.closed()) {
        LOG.warn("{}: a visit was not written down: {}", lane.outlet().host(), e.getMessage());
      }
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("{}: visit broke off", lane.outlet().host(), e);
    }
    return clock.instant().plus(AFTER_FAULT);
  }

  @Override
  public void close() {
    estates.keySet().forEach(this::disown);
    wakeUps.shutdownNow();
    visits.close();
    gists.close();
  }
}
