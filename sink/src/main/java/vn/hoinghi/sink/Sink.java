package vn.hoinghi.sink;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
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
  private static final Duration GOODBYE = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final SinkConfig config;
  private final Rebuild rebuild;
  private final Feed feed;
  private final SinkMetrics metrics;
  private final Backoff backoff;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile Throwable failure;
  private volatile boolean closing;
  private volatile SinkLoop loop;
  private final MeterRegistry registry;
  private HeldBack heldBack;
  private Consumer<byte[], byte[]> consumer;
  private HikariDataSource database;
  private Relay relay;
  private Thread thread;

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
    this.backoff = backoff();
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
      consumer = EventConsumer.open(config);
      relay = relay().start();
      thread = new Thread(this::run, "sink");
      thread.start();
      heldBack = HeldBack.watch(config.kafka(), List.of(feed.events().name()), registry);
      return this;
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private void run() {
    var clients = config.kafka().clientProperties();
    try (TopicFacts facts = new KafkaTopicFacts(clients);
        DeadLetters letters = new KafkaDeadLetters(clients, feed.events().deadLetters())) {
      var store = new PostgresEventStore(database, relay::ring);
      var rounds =
          SinkAssembly.loop(
              config, feed, consumer, facts, store, letters, rebuild, backoff, metrics);
      loop = rounds;
      rounds.subscribe();
      while (!closing) {
        rounds.step();
      }
    } catch (WakeupException e) {
      LOG.debug("woken to end");
    } catch (Throwable e) {
      failure = e;
      LOG.error("the sink has stopped: {}", e.getMessage(), e);
    } finally {
      leave();
    }
  }

  /** However the farewell goes, whoever waits for the end gets it. */
  private void leave() {
    try {
      consumer.close(CloseOptions.timeout(GOODBYE));
    } catch (KafkaException e) {
      LOG.warn("the group was left without a farewell: {}", e.toString());
    } finally {
      ended.countDown();
    }
  }

  /** Adds what keeps this sink from being alive or ready. */
  public void health(Health health) {
    health.alive("sink", () -> failure().map(Throwable::getMessage));
    health.ready("sink-database", backoff::fault);
    health.ready(
        "sink-group",
        () ->
            loop != null && loop.joined()
                ? Optional.empty()
                : Optional.of("waiting for the group to share out the partitions"));
  }

  /** Why the sink stopped by itself; empty while it runs and after an orderly end. */
  public Optional<Throwable> failure() {
    return Optional.ofNullable(failure);
  }

  /** Waits until the sink has ended, by itself or by {@link #close}. */
  public void await() throws InterruptedException {
    ended.await();
  }

  /** Ends after the batch in hand. */
  @Override
  public void close() {
    closing = true;
    if (heldBack != null) {
      heldBack.close();
      heldBack = null;
    }
    if (thread != null) {
      consumer.wakeup();
      try {
        if (!ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
          LOG.warn("the batch in hand did not end in time; its transaction is abandoned");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    if (relay != null) {
      relay.close();
    }
    if (database != null) {
      database.close();
    }
  }
}
