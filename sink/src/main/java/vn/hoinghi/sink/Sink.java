package vn.hoinghi.sink;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.Health;
import vn.hoinghi.service.HeldBack;

/**
 * Conference events into PostgreSQL, exactly once: rows and the position they were read at are one
 * transaction. Several sinks with one group id share the partitions.
 */
public final class Sink implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sink.class);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final SinkConfig config;
  private final Rebuild rebuild;
  private final Feed feed;
  private final SinkMetrics metrics;
  private final CountDownLatch ended;
  private final List<SinkThread> threads = new CopyOnWriteArrayList<>();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final MeterRegistry registry;
  private HeldBack heldBack;
  private HikariDataSource database;
  private Relay relay;

  /** One that refuses to go on where its rows cannot be trusted. */
  public Sink(SinkConfig config, MeterRegistry registry) {
    this(config, registry, Rebuild.NEVER);
  }

  /** Nothing is opened yet; its counters begin at zero. */
  public Sink(SinkConfig config, MeterRegistry registry, Rebuild rebuild) {
    this(config, registry, rebuild, Feed.PUBLIC);
  }

  /** The same for other events than those of the contract. */
  public Sink(SinkConfig config, MeterRegistry registry, Rebuild rebuild, Feed feed) {
    this.config = config;
    this.rebuild = rebuild;
    this.feed = feed;
    this.registry = registry;
    this.metrics = new SinkMetrics(registry);
    this.ended = new CountDownLatch(config.sink().threads());
  }

  private Backoff backoff() {
    return new Backoff(
        Duration.ofMillis(100),
        Duration.ofMillis(config.sink().maxBackoffMillis()),
        System::nanoTime,
        RandomGenerator.getDefault());
  }

  private Relay relay() {
    var clients = config.kafka().clientProperties();
    Announcer announcer =
        feed.isPublic()
            ? new KafkaAnnouncer(
                () -> SinkProducer.open(clients, Topics.STORED, 2_000, 5_000),
                config.kafka().schemaIds())
            : Announcer.NOBODY;
    return new Relay(database, announcer, backoff(), new RelayMetrics(registry));
  }

  /**
   * Prepares the tables, joins the group and begins to write.
   *
   * @throws SinkException where the tables cannot be brought to this version
   */
  public Sink start() {
    try {
      Database.prepare(config.sink());
      database = Database.open(config.sink());
      relay = relay().start();
      var store = new PostgresEventStore(database, relay::ring);
      for (int i = 1; i <= config.sink().threads(); i++) {
        threads.add(thread(i == 1 ? "sink" : "sink-" + i, store));
      }
      // not before all are there: where the first stops at once, it ends the others
      threads.forEach(SinkThread::start);
      heldBack = HeldBack.watch(config.kafka(), List.of(feed.events().name()), registry);
      return this;
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private SinkThread thread(String name, EventStore store) {
    Backoff backoff = backoff();
    SinkMetrics counts = threads.isEmpty() ? metrics : metrics.ofAnotherThread();
    return new SinkThread(
        name,
        config,
        feed,
        backoff,
        (consumer, facts, letters) ->
            SinkAssembly.loop(
                config, feed, consumer, facts, store, letters, rebuild, backoff, counts),
        this::hasEnded);
  }

  /** Where one has stopped by itself the others would take over its work: all of them end. */
  private void hasEnded(Throwable fault) {
    if (fault != null) {
      failure.compareAndSet(null, fault);
      threads.forEach(SinkThread::end);
    }
    ended.countDown();
  }

  /** Adds what keeps this sink from being alive or ready. */
  public void health(Health health) {
    health.alive("sink", () -> failure().map(Throwable::getMessage));
    health.ready(
        "sink-database",
        () -> threads.stream().map(SinkThread::fault).flatMap(Optional::stream).findFirst());
    health.ready(
        "sink-group",
        () ->
            !threads.isEmpty() && threads.stream().allMatch(SinkThread::joined)
                ? Optional.empty()
                : Optional.of("waiting for the group to share out the partitions"));
  }

  /** Why the sink stopped by itself; empty while it runs and after an orderly end. */
  public Optional<Throwable> failure() {
    return Optional.ofNullable(failure.get());
  }

  /** Waits until the sink has ended, by itself or by {@link #close}. */
  public void await() throws InterruptedException {
    ended.await();
  }

  /** Ends after the batch in hand. */
  @Override
  public void close() {
    if (heldBack != null) {
      heldBack.close();
      heldBack = null;
    }
    threads.forEach(SinkThread::end);
    try {
      long patience = System.nanoTime() + PATIENCE.toNanos();
      for (SinkThread each : threads) {
        if (!each.isGone(patience - System.nanoTime())) {
          LOG.warn("the batch in hand did not end in time; its transaction is abandoned");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (relay != null) {
      relay.close();
    }
    if (database != null) {
      database.close();
    }
  }
}
