package vn.hoinghi.standalone;

import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.standalone.topics.ClusterPositions;

/**
 * How fast an application goes on over what lies before it: from the first moment at which its
 * committed positions move to the last. The time in which it starts, and in which somebody finds
 * out that it has finished, is not in it.
 */
final class Pace implements AutoCloseable {
  private static final long LOOK_MILLIS = 20;

  private final Supplier<Map<TopicPartition, Long>> moved;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private ScheduledFuture<?> looking;
  private long firstAt;
  private long firstDone;
  private long movedAt;
  private long done;
  private long sum = -1;
  private long begun;

  private Pace(Supplier<Map<TopicPartition, Long>> moved) {
    this.moved = moved;
  }

  /** Of an application alone. */
  static Pace watch(ClusterPositions positions, String application) {
    return watch(() -> positions.committed(application));
  }

  /** Of an application and the sink behind it. */
  static Pace watch(ClusterPositions positions, String application, VisibleRows rows) {
    return watch(
        () -> {
          Map<TopicPartition, Long> all = positions.committed(application);
          all.putAll(rows.positions());
          return all;
        });
  }

  private static Pace watch(Supplier<Map<TopicPartition, Long>> moved) {
    var pace = new Pace(moved);
    pace.looking =
        pace.clock.scheduleWithFixedDelay(pace::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    return pace;
  }

  private synchronized void look() {
    long all = 0;
    long raw = 0;
    for (var at : moved.get().entrySet()) {
      all += at.getValue();
      raw += at.getKey().topic().equals(Topics.RAW.name()) ? at.getValue() : 0;
    }
    if (all == sum) {
      return;
    }
    if (sum < 0) {
      begun = raw;
    }
    movedAt = System.nanoTime();
    sum = all;
    done = raw;
    if (firstAt == 0 && raw > begun) {
      firstAt = movedAt;
      firstDone = raw;
    }
  }

  /** Raw records a second, once all is through. */
  synchronized double perSecond() {
    return (done - firstDone) / ((movedAt - firstAt) / 1e9);
  }

  /** When the positions moved last, by {@link System#nanoTime}. */
  synchronized long movedAt() {
    return movedAt;
  }

  @Override
  public void close() {
    looking.cancel(false);
    clock.shutdown();
  }
}
