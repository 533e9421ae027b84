package vn.hoinghi.enrich;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.ThreadMetadata;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.HeldBack;

/**
 * The topology at work, from the look whether it may begin until it has left the group. What
 * reaches its handler is no fault of a page but of the code, of the state or of Kafka: to go on
 * would lose something, so it ends.
 */
final class Running implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Running.class);
  private static final Duration GOODBYE = Duration.ofSeconds(15);

  private final SealedState state;
  private final KafkaStreams streams;
  private final AbandonedTransactions abandoned;
  private final HeldBack heldBack;
  private volatile boolean faulty;

  private Running(
      EnrichConfig settled,
      String origin,
      Topology topology,
      MeterRegistry metrics,
      Consumer<Throwable> fault,
      Runnable ended) {
    EnrichConfig.Work work = settled.enrich();
    state = SealedState.open(work.stateDir(), work.applicationId(), origin, Clock.systemUTC());
    KafkaStreams made = null;
    try {
      made = new KafkaStreams(topology, StreamsSettings.of(settled));
      made.setUncaughtExceptionHandler(
          e -> {
            faulty = true;
            fault.accept(e);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
          });
      made.setStateListener(
          (now, before) -> {
            LOG.info("enrich is {}", now);
            if (now == KafkaStreams.State.ERROR || now == KafkaStreams.State.NOT_RUNNING) {
              ended.run();
            }
          });
      made.start();
      KafkaStreams mine = made;
      abandoned =
          AbandonedTransactions.watch(
              settled.kafka(),
              work.applicationId(),
              () -> mine.state() == KafkaStreams.State.REBALANCING,
              () -> members(mine));
      heldBack =
          HeldBack.watch(
              settled.kafka(), List.of(Topics.RAW.name(), Topics.CORRECTIONS.name()), metrics);
      streams = made;
    } catch (RuntimeException e) {
      if (made != null) {
        leave(made);
      }
      state.close();
      throw e;
    }
  }

  /**
   * Looks whether the state is the one that this program may go on with, joins the group, restores
   * and begins to work.
   *
   * @param fault is told what it has stopped for
   * @param ended is called when it has stopped, for whatever reason
   * @throws vn.hoinghi.service.ConfigException naming what keeps it from starting, and what to do
   */
  static Running begin(
      EnrichConfig config,
      Topology topology,
      String rulesVersion,
      MeterRegistry metrics,
      Consumer<Throwable> fault,
      Runnable ended) {
    String application = Succession.current(config.kafka(), config.enrich().applicationId());
    if (!application.equals(config.enrich().applicationId())) {
      LOG.info(
          "{} goes on as {}, which was promoted", config.enrich().applicationId(), application);
    }
    String origin = StartCheck.pass(config.kafka(), application, topology, rulesVersion);
    return new Running(config.as(application), origin, topology, metrics, fault, ended);
  }

  /** What its threads are called among the members of the group. */
  private static Set<String> members(KafkaStreams streams) {
    return streams.metadataForLocalThreads().stream()
        .map(ThreadMetadata::consumerClientId)
        .collect(Collectors.toSet());
  }

  KafkaStreams.State state() {
    return streams.state();
  }

  /** Commits what is in hand and leaves the group, so that others need not wait for a time-out. */
  @Override
  public void close() {
    heldBack.close();
    abandoned.close();
    if (leave(streams) && !faulty) {
      state.seal();
    }
    state.close();
  }

  private static boolean leave(KafkaStreams streams) {
    boolean left =
        streams.close(
            CloseOptions.timeout(GOODBYE)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
    if (!left) {
      LOG.warn("enrich did not end within {}; its open transaction is abandoned", GOODBYE);
    }
    return left;
  }
}
