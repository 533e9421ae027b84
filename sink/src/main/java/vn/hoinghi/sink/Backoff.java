package vn.hoinghi.sink;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * How long to leave something alone that failed: twice as long each time, up to a bound, and never
 * all sinks at the same moment. Only its owner moves it; others may read the fault.
 */
final class Backoff {
  private final long firstNanos;
  private final long boundNanos;
  private final LongSupplier nanoTime;
  private final RandomGenerator dice;
  private int failures;
  private long until;
  private volatile String fault;

  Backoff(Duration first, Duration bound, LongSupplier nanoTime, RandomGenerator dice) {
    this.firstNanos = first.toNanos();
    this.boundNanos = bound.toNanos();
    this.nanoTime = nanoTime;
    this.dice = dice;
    this.until = nanoTime.getAsLong();
  }

  /** Notes a failure and returns how long to wait: half of the step for certain, half by chance. */
  Duration failed(String why) {
    long step = Math.min(boundNanos, firstNanos << Math.min(failures, 20));
    failures++;
    fault = why;
    long wait = step / 2 + dice.nextLong(step / 2 + 1);
    until = nanoTime.getAsLong() + wait;
    return Duration.ofNanos(wait);
  }

  /** It answers again; how often it failed is not forgotten yet. */
  void answered() {
    fault = null;
  }

  /** It did its work. */
  void succeeded() {
    fault = null;
    failures = 0;
  }

  boolean isOver() {
    return nanoTime.getAsLong() - until >= 0;
  }

  /** What is being waited out, for the health page. */
  Optional<String> fault() {
    return Optional.ofNullable(fault);
  }
}
