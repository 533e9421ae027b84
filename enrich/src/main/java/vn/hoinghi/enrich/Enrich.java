package vn.hoinghi.enrich;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.hoinghi.content.PageReader;
import vn.hoinghi.enrich.mention.MentionReader;
import vn.hoinghi.enrich.outlet.OutletRegistry;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.ConfigException;
import vn.hoinghi.service.Health;
import vn.hoinghi.service.HeldBack;

/**
 * Raw articles in, articles and conference events out, exactly once. Several instances with one
 * application id share the work.
 */
public final class Enrich implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Enrich.class);
  private static final Duration GOODBYE = Duration.ofSeconds(15);

  private final EnrichConfig config;
  private final String rulesVersion;
  private final Topology topology;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile Throwable failure;
  private volatile KafkaStreams streams;
  private SealedState state;
  private final MeterRegistry metrics;
  private HeldBack heldBack;

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
                outputs)
            .get();
  }

  /**
   * Looks whether the state is the one that this program may go on with, joins the group, restores
   * and begins to work.
   *
   * @throws ConfigException naming what keeps it from starting, and what to do
   */
  public synchronized Enrich start() {
    String application = Succession.current(config.kafka(), config.enrich().applicationId());
    EnrichConfig settled = config.as(application);
    EnrichConfig.Work work = settled.enrich();
    if (!application.equals(config.enrich().applicationId())) {
      LOG.info(
          "{} goes on as {}, which was promoted", config.enrich().applicationId(), application);
    }
    String origin = StartCheck.pass(settled.kafka(), application, topology, rulesVersion);
    state = SealedState.open(work.stateDir(), application, origin, Clock.systemUTC());
    try {
      streams = new KafkaStreams(topology, StreamsSettings.of(settled));
      streams.setUncaughtExceptionHandler(this::failed);
      streams.setStateListener(
          (now, before) -> {
            LOG.info("enrich is {}", now);
            if (now == KafkaStreams.State.ERROR || now == KafkaStreams.State.NOT_RUNNING) {
              ended.countDown();
            }
          });
      streams.start();
      heldBack =
          HeldBack.watch(
              config.kafka(), List.of(Topics.RAW.name(), Topics.CORRECTIONS.name()), metrics);
      return this;
    } catch (RuntimeException e) {
      close();
      throw e;
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
                : Optional.of("Kafka Streams is " + state()));
  }

  public KafkaStreams.State state() {
    KafkaStreams running = streams;
    return running == null ? KafkaStreams.State.CREATED : running.state();
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
    if (heldBack != null) {
      heldBack.close();
      heldBack = null;
    }
    boolean inOrder = streams != null && leave() && failure == null;
    if (state != null) {
      if (inOrder) {
        state.seal();
      }
      state.close();
      state = null;
    }
    ended.countDown();
  }

  private boolean leave() {
    boolean left =
        streams.close(
            CloseOptions.timeout(GOODBYE)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
    if (!left) {
      LOG.warn("enrich did not end within {}; its open transaction is abandoned", GOODBYE);
    }
    return left;
  }

  /**
   * What reaches this is no fault of a page but of the code, of the state or of Kafka: to go on
   * would lose something, so the process ends and its supervisor decides.
   */
  private StreamThreadExceptionResponse failed(Throwable fault) {
    if (failure == null) {
      failure = fault;
    }
    LOG.error("enrich has stopped: {}", reason(fault), fault);
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
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
