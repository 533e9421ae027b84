package vn.hoinghi.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the lanes of the outlets that this instance owns. One clock wakes lanes when they are due; a
 * thread is taken only while a visit is under way.
 */
final class Crawler implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Crawler.class);
  private static final Duration AFTER_FAULT = Duration.ofSeconds(5);
  private static final int THREAD_IDLE_SECONDS = 10;

  private final CrawlConfig config;
  private final Fetcher fetcher;
  private final GistReader gists;
  private final InstantSource clock;
  private final IngestMetrics metrics;
  private final ScheduledThreadPoolExecutor wakeUps =
      new ScheduledThreadPoolExecutor(1, Threads.named("clock"));
  private final ThreadPoolExecutor visits;
  private final Map<Integer, List<HostLane>> lanes = new ConcurrentHashMap<>();

  Crawler(CrawlConfig config, Fetcher fetcher, InstantSource clock, IngestMetrics metrics) {
    this.config = config;
    this.fetcher = fetcher;
    this.gists = new GistReader(config.revisions().parseBudget());
    this.clock = clock;
    this.metrics = metrics;
    this.visits =
        new ThreadPoolExecutor(
            config.maxHostsAtOnce(),
            config.maxHostsAtOnce(),
            THREAD_IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Threads.named("visit"));
    visits.allowCoreThreadTimeOut(true);
    wakeUps.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /**
   * Starts with the outlets of one partition.
   *
   * @param known all URLs known of a host
   */
  void own(
      int partition, Collection<Outlet> outlets, Function<String, Frontier> known, Ledger ledger) {
    var started = new ArrayList<HostLane>();
    for (Outlet outlet : outlets) {
      Frontier frontier = known.apply(outlet.host());
      started.add(new HostLane(outlet, frontier, config, fetcher, gists, ledger, clock, metrics));
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

  @SuppressWarnings("FutureReturnValueIgnored") // step() lets nothing escape that could be in it
  private void wake(HostLane lane, Instant at) {
    long millis = Math.max(Duration.between(clock.instant(), at).toMillis(), 0);
    try {
      wakeUps.schedule(() -> visits.execute(() -> step(lane)), millis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("{} stays asleep: closing", lane.outlet().host());
    }
  }

  private void step(HostLane lane) {
    Instant next = clock.instant().plus(AFTER_FAULT);
    try {
      next = lane.step();
    } catch (LostLedgerException e) {
      if (!lane.closed()) {
        LOG.warn("{}: a visit was not written down: {}", lane.outlet().host(), e.getMessage());
      }
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("{}: visit broke off", lane.outlet().host(), e);
    }
    if (!lane.closed()) {
      wake(lane, next);
    }
  }

  @Override
  public void close() {
    lanes.keySet().forEach(this::disown);
    wakeUps.shutdownNow();
    visits.shutdownNow();
    gists.close();
  }
}
