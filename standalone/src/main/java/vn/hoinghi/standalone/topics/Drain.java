package vn.hoinghi.standalone.topics;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import vn.hoinghi.standalone.terminal.PipelineException;
import vn.hoinghi.standalone.terminal.Progress;

/**
 * Waits until all that stands in a stage's topics has been used by the stage's reader. Called stage
 * by stage in flow order: the ends are taken when a stage's turn comes, so after the stage before
 * it has finished, and cover transactions that are not decided yet.
 *
 * <p>A reader's position may stop before a transaction marker, which it has nothing to do with:
 * where it no longer moves, a look at the records that are left decides.
 */
public final class Drain {
  private static final long PAUSE_MILLIS = 100;

  private final Positions ends;
  private final Remainder remainder;
  private final Supplier<Map<String, String>> faults;
  private final Progress progress;
  private final Duration patience;

  /** Where the offsets of topics begin and end. */
  interface Positions {
    /** First offset of every partition. */
    Map<TopicPartition, Long> beginnings(Collection<String> topics);

    /** Offset behind the last record, decided or not, of every partition. */
    Map<TopicPartition, Long> ends(Collection<String> topics);
  }

  /** A look at what a reader has not passed. */
  public interface Remainder {
    /** Whether nothing but transaction markers and aborted records stands between two offsets. */
    boolean nothingBetween(TopicPartition partition, long from, long to);
  }

  /**
   * Opens nothing; what it is given is closed by the caller.
   *
   * @param faults parts that have failed, with the reason; nothing is waited for then
   * @param patience how long a stage may stand still
   */
  public Drain(
      Positions ends,
      Remainder remainder,
      Supplier<Map<String, String>> faults,
      Progress progress,
      Duration patience) {
    this.ends = ends;
    this.remainder = remainder;
    this.faults = faults;
    this.progress = progress;
    this.patience = patience;
  }

  /**
   * Returns when the positions have passed everything that the topics hold now.
   *
   * @param positions next offset the stage's reader wants; partitions it has not begun are absent
   * @throws PipelineException when a part fails or nothing moves any more
   */
  public void await(
      String stage, Collection<String> topics, Supplier<Map<TopicPartition, Long>> positions)
      throws InterruptedException {
    Map<TopicPartition, Long> beginnings = ends.beginnings(topics);
    Map<TopicPartition, Long> targets = ends.ends(topics);
    Map<TopicPartition, Long> before = Map.of();
    long movedAt = System.nanoTime();
    while (true) {
      refuseFaults(stage);
      Map<TopicPartition, Long> now = new HashMap<>(beginnings);
      now.putAll(positions.get());
      now.keySet().retainAll(targets.keySet());
      tell(stage, beginnings, now, targets);
      if (passed(now, before, targets)) {
        return;
      }
      if (!now.equals(before)) {
        movedAt = System.nanoTime();
      } else if (System.nanoTime() - movedAt > patience.toNanos()) {
        throw new PipelineException(
            "%s has stood still for %d s, with %d records left"
                .formatted(stage, patience.toSeconds(), left(now, targets)));
      }
      before = now;
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
  }

  private boolean passed(
      Map<TopicPartition, Long> now,
      Map<TopicPartition, Long> before,
      Map<TopicPartition, Long> targets) {
    return targets.entrySet().stream()
        .allMatch(
            target -> {
              TopicPartition partition = target.getKey();
              long at = now.getOrDefault(partition, 0L);
              return at >= target.getValue()
                  || (before.getOrDefault(partition, -1L) == at
                      && remainder.nothingBetween(partition, at, target.getValue()));
            });
  }

  private void refuseFaults(String stage) {
    Map<String, String> faulty = faults.get();
    if (!faulty.isEmpty()) {
      throw new PipelineException("while " + stage + ", a part has failed: " + faulty);
    }
  }

  private void tell(
      String stage,
      Map<TopicPartition, Long> beginnings,
      Map<TopicPartition, Long> now,
      Map<TopicPartition, Long> targets) {
    long total =
        targets.entrySet().stream().mapToLong(e -> e.getValue() - beginnings.get(e.getKey())).sum();
    progress.at(stage, total - left(now, targets), total);
  }

  private static long left(Map<TopicPartition, Long> now, Map<TopicPartition, Long> targets) {
    return targets.entrySet().stream()
        .mapToLong(e -> Math.max(0, e.getValue() - now.getOrDefault(e.getKey(), 0L)))
        .sum();
  }
}
