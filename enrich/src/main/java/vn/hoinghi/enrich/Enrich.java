package vn.hoinghi.enrich;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.hoinghi.content.PageReader;
import vn.hoinghi.enrich.mention.MentionReader;
import vn.hoinghi.enrich.outlet.OutletRegistry;
import vn.hoinghi.service.ConfigException;
import vn.hoinghi.service.Health;

/**
 * Raw articles in, articles and conference events out, exactly once. Several instances with one
 * application id share the work.
 */
public final class Enrich implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Enrich.class);

  private final EnrichConfig config;
  private final String rulesVersion;
  private final Supplier<Topology> topology;
  private final MeterRegistry metrics;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile Throwable failure;
  private volatile boolean aside;
  private volatile Running running;
  private boolean closed;
  private MakingWay makingWay;

  /**
   * Nothing is opened yet.
   *
   * @throws ConfigException where the outlets file cannot be read
   */
  public Enrich(EnrichConfig config, MeterRegistry metrics) {
    this(config, Outputs.PUBLIC, metrics);
  }

  /**
   * The same with results that go elsewhere.
   *
   * @throws ConfigException where the outlets file cannot be read
   */
  public Enrich(EnrichConfig config, Outputs outputs, MeterRegistry metrics) {
    this(
        config,
        new WebArticleReader(
            PageReader.standard(), MentionReader.standard(), outlets(config.enrich())),
        MentionReader.RULES_VERSION,
        outputs,
        metrics);
  }

  /**
   * The same with another way of reading.
   *
   * @param rulesVersion version of the rules that the reader reads by; state made by another
   *     version is refused at the start
   */
  public Enrich(
      EnrichConfig config, ArticleReader reader, String rulesVersion, MeterRegistry metrics) {
    this(config, reader, rulesVersion, Outputs.PUBLIC, metrics);
  }

  /** The same with another way of reading, and results that go elsewhere. */
  public Enrich(
      EnrichConfig config,
      ArticleReader reader,
      String rulesVersion,
      Outputs outputs,
      MeterRegistry metrics) {
    this.config = config;
    this.rulesVersion = rulesVersion;
    this.metrics = metrics;
    this.topology =
        new EnrichTopology(
            config.kafka().schemaIds(),
            reader,
            rulesVersion,
            Duration.ofMillis(config.enrich().parseBudgetMillis()),
            metrics,
            outputs);
  }

  /**
   * Looks whether the state is the one that this program may go on with, joins the group, restores
   * and begins to work. While a promotion wants all instances away it only waits.
   *
   * @throws ConfigException naming what keeps it from starting, and what to do
   */
  public synchronized Enrich start() {
    makingWay = MakingWay.of(config.kafka(), config.enrich().applicationId());
    try {
      aside = makingWay.isAsked();
      if (aside) {
        LOG.info("a promotion is at work: enrich begins after it");
      } else {
        running = begin();
      }
      makingWay.watch(aside, this::leave, this::goOn);
      return this;
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private Running begin() {
    return Running.begin(
        config, topology.get(), rulesVersion, metrics, this::failed, this::stopped);
  }

  /** Makes way for a promotion. */
  private synchronized void leave() {
    if (running != null && failure == null) {
      LOG.info("enrich makes way for a promotion, and goes on after it");
      aside = true;
      running.close();
      running = null;
    }
  }

  /** The promotion is over, one way or the other. */
  private synchronized void goOn() {
    if (closed || failure != null) {
      return;
    }
    try {
      running = begin();
      aside = false;
    } catch (RuntimeException e) {
      failed(e);
      ended.countDown();
    }
  }

  private void stopped() {
    if (!aside || failure != null) {
      ended.countDown();
    }
  }

  /** Adds what keeps this app from being alive or ready. */
  public void health(Health health) {
    health.alive("enrich", () -> failure().map(Enrich::reason));
    health.ready(
        "enrich-streams",
        () ->
            state() == KafkaStreams.State.RUNNING
                ? Optional.empty()
                : Optional.of(aside ? "makes way for a promotion" : "Kafka Streams is " + state()));
  }

  public KafkaStreams.State state() {
    Running now = running;
    return now == null ? KafkaStreams.State.CREATED : now.state();
  }

  /** Why it stopped by itself; empty while it runs and after an orderly end. */
  public Optional<Throwable> failure() {
    return Optional.ofNullable(failure);
  }

  /** Waits until it has ended, by itself or by {@link #close}. */
  public void await() throws InterruptedException {
    ended.await();
  }

  /** Commits what is in hand and leaves the group, so that others need not wait for a time-out. */
  @Override
  public synchronized void close() {
    closed = true;
    if (makingWay != null) {
      makingWay.close();
    }
    if (running != null) {
      running.close();
      running = null;
    }
    ended.countDown();
  }

  private void failed(Throwable fault) {
    if (failure == null) {
      failure = fault;
    }
    LOG.error("enrich has stopped: {}", reason(fault), fault);
  }

  private static String reason(Throwable fault) {
    Throwable cause = fault.getCause() == null ? fault : fault.getCause();
    return DeadLetterHeaders.printable(cause.toString());
  }

  /** The outlets that ship, under those of the user's file where there is one. */
  static OutletRegistry outlets(EnrichConfig.Work work) {
    OutletRegistry shipped = OutletRegistry.standard();
    if (work.outletsFile() == null) {
      return shipped;
    }
    try {
      return shipped.mergedWith(OutletRegistry.read(work.outletsFile()));
    } catch (IOException e) {
      throw new ConfigException("enrich.outletsFile cannot be used: " + e.getMessage(), e);
    }
  }
}
