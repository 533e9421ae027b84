package vn.hoinghi.enrich;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.hoinghi.service.KafkaConfig;

/**
 * Lets somebody take the place of all instances of an application, wherever they run: for as long
 * as a group of a certain name has a member, they stand aside. A member that dies is forgotten by
 * the brokers, so nobody stands aside for the dead, and there is no request that would have to be
 * taken back. What was begun is waited for, too: until it is decided nobody knows which state to go
 * on with.
 */
final class MakingWay implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MakingWay.class);
  private static final long ANSWER_MILLIS = 10_000;

  private final Admin admin;
  private final String group;
  private final TopicPartition charter;
  private EverySecond watch;
  private boolean waits;
  private volatile boolean late;

  private MakingWay(KafkaConfig kafka, String application) {
    this.admin = Admin.create(kafka.clientProperties());
    this.group = Succession.askingGroup(application);
    this.charter = new TopicPartition(Succession.charter(application), 0);
  }

  static MakingWay of(KafkaConfig kafka, String application) {
    return new MakingWay(kafka, application);
  }

  /**
   * Watches until closed.
   *
   * @param aside whether it stands aside already
   * @param leave ends what is at work
   * @param goOn begins it again
   */
  void watch(boolean aside, Runnable leave, Runnable goOn) {
    waits = aside;
    watch = EverySecond.take(() -> look(leave, goOn), "enrich-making-way");
  }

  private void look(Runnable leave, Runnable goOn) {
    if (!waits && (late || isAsked())) {
      leave.run();
      late = false;
      waits = true;
    } else if (waits && !isAsked() && isDecided()) {
      goOn.run();
      waits = false;
    }
  }

  /** Whether somebody wants all instances away now; brokers that do not answer want nothing. */
  boolean isAsked() {
    try {
      return !admin
          .describeConsumerGroups(List.of(group))
          .describedGroups()
          .get(group)
          .get(ANSWER_MILLIS, TimeUnit.MILLISECONDS)
          .members()
          .isEmpty();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof GroupIdNotFoundException)) {
        LOG.debug("group {} is not told of: {}", group, e.getCause().toString());
      }
      return false;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Somebody's place was taken after it looked whether it may begin.
   *
   * @return whether it was, so that it will be ended, and begun again
   */
  boolean cameLate() {
    late = isAsked();
    return late;
  }

  private boolean isDecided() {
    try {
      return end(IsolationLevel.READ_COMMITTED) == end(IsolationLevel.READ_UNCOMMITTED);
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private long end(IsolationLevel level)
      throws ExecutionException, InterruptedException, TimeoutException {
    return admin
        .listOffsets(Map.of(charter, OffsetSpec.latest()), new ListOffsetsOptions(level))
        .partitionResult(charter)
        .get(ANSWER_MILLIS, TimeUnit.MILLISECONDS)
        .offset();
  }

  @Override
  public void close() {
    if (watch != null) {
      watch.close();
    }
    admin.close(Duration.ZERO);
  }
}
