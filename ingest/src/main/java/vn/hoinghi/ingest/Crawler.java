package vn.hoinghi.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.hoinghi.avro.FetchState;

/**
 * Runs the lanes of the outlets that this instance owns. One clock wakes lanes when they are due; a
 * thread is taken only while a visit is under way, and kept as long as the lane has another one
 * due.
 */
final class Crawler implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Crawler.class);
  private static final Duration AFTER_FAULT = Duration.ofSeconds(5);
  private static final int THREAD_IDLE_SECONDS = 10;

  /** Visits that a lane makes before others may have its thread. */
  private static final int VISITS_IN_A_ROW = 50;

  /** Before a lane asks again for a thread, where all are taken. */
  private static final Duration FULL_HOUSE = Duration.ofMillis(5);

  private final CrawlConfig config;
  private final Fetcher fetcher;
  private final InstantSource clock;
  private final IngestMetrics metrics;
  private final ScheduledThreadPoolExecutor wakeUps =
      new ScheduledThreadPoolExecutor(1, Threads.named("clock"));
  private final ThreadPoolExecutor visits;
  private final Map<Integer, List<HostLane>> lanes = new ConcurrentHashMap<>();

  Crawler(CrawlConfig config, Fetcher fetcher, InstantSource clock, IngestMetrics metrics) {
    this.config = config;
    this.fetcher = fetcher;
    this.clock = clock;
    this.metrics = metrics;
    this.visits =
        new ThreadPoolExecutor(
            0,
            config.maxHostsAtOnce(),
            THREAD_IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Threads.named("visit"));
    wakeUps.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /**
   * Starts with the outlets of one partition.
   *
   * @param known states of all their URLs, the newest of each
   */
  void own(int partition, Collection<Outlet> outlets, List<FetchState> known, Ledger ledger) {
    Map<String, List<FetchState>> byHost =
        known.stream().collect(Collectors.groupingBy(FetchState::getHost));
    var started = new ArrayList<HostLane>();
    for (Outlet outlet : outlets) {
      List<FetchState> states = byHost.getOrDefault(outlet.host(), List.of());
      started.add(new HostLane(outlet, states, config, fetcher, ledger, clock, metrics));
    }
    lanes.put(partition, started);
    started.forEach(lane -> wake(lane, clock.instant()));
  }

  /** Stops with a partition; what is under way there is not written down any more. */
  void disown(int partition) {
    List<HostLane> stopped = lanes.remove(partition);
    if (stopped != null) {
      stopped.forEach(HostLane::close);
    }
  }

  /** Whether each lane is {@linkplain HostLane#settled() settled}. */
  boolean settled() {
    return lanes.values().stream().flatMap(List::stream).allMatch(HostLane::settled);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // neither lets anything escape
  private void wake(HostLane lane, Instant at) {
    long millis = Math.max(Duration.between(clock.instant(), at).toMillis(), 0);
    try {
      wakeUps.schedule(() -> start(lane), millis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("{} stays asleep: closing", lane.outlet().host());
    }
  }

  private void start(HostLane lane) {
    try {
      visits.execute(() -> visit(lane));
    } catch (RejectedExecutionException e) {
      wake(lane, clock.instant().plus(FULL_HOUSE));
    }
  }

  private void visit(HostLane lane) {
    Instant next = step(lane);
    for (int more = 1; more < VISITS_IN_A_ROW && isDue(lane, next); more++) {
      next = step(lane);
    }
    if (!lane.closed()) {
      wake(lane, next);
    }
  }

  private boolean isDue(HostLane lane, Instant next) {
    return !lane.closed() && !next.isAfter(clock.instant());
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
    lanes.keySet().forEach(this::disown);
    wakeUps.shutdownNow();
    visits.shutdownNow();
  }
}
