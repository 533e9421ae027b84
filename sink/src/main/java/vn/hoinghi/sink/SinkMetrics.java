package vn.hoinghi.sink;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import vn.hoinghi.schemas.Reason;

/**
 * What the sink counts. Of the records read, each has one outcome, so that at rest
 *
 * <pre>
 * hoinghi_sink_records_read_total = sum over outcome of hoinghi_sink_records_total
 *   applied      changed the rows of its event
 *   collapsed    overtaken by a later record of the same event within its batch
 *   stale        not newer than what is known of its event (SINK_REVISION_STALE)
 *   dead_letter  kept on the dead letter topic; by reason in hoinghi_sink_dead_letters_total
 *   handed_back  not settled, because the batch failed or another sink moved the position; read again by whoever owns the partition
 * </pre>
 */
final class SinkMetrics {
  private static final String RECORDS = "hoinghi.sink.records";

  private final MeterRegistry registry;
  private final Counter read;
  private final Counter applied;
  private final Counter collapsed;
  private final Counter stale;
  private final Counter deadLetters;
  private final Counter handedBack;
  private final Counter contradicting;
  private final Timer batches;
  private final Timer ages;
  private final AtomicLong lag;
  private long lagOfThread;
  private long settled;

  SinkMetrics(MeterRegistry registry) {
    this(registry, new AtomicLong());
    registry.gauge("hoinghi.sink.lag", lag);
  }

  private SinkMetrics(MeterRegistry registry, AtomicLong lag) {
    this.registry = registry;
    this.lag = lag;
    this.read = registry.counter("hoinghi.sink.records.read");
    this.applied = outcome("applied");
    this.collapsed = outcome("collapsed");
    this.stale = outcome("stale");
    this.deadLetters = outcome("dead_letter");
    this.handedBack = outcome("handed_back");
    this.contradicting = registry.counter("hoinghi.sink.revision.contradictions");
    this.batches = registry.timer("hoinghi.sink.batch");
    this.ages = registry.timer("hoinghi.sink.record.age");
  }

  /** The same counters for another thread; what one thread has done is not the other's. */
  SinkMetrics ofAnotherThread() {
    return new SinkMetrics(registry, lag);
  }

  private Counter outcome(String outcome) {
    return registry.counter(RECORDS, "outcome", outcome);
  }

  void read(int records) {
    read.increment(records);
  }

  void stored(Stored stored) {
    applied.increment(stored.applied());
    collapsed.increment(stored.collapsed());
    stale.increment(stored.stale());
    contradicting.increment(stored.contradicting());
    settled += stored.applied() + stored.collapsed() + stored.stale();
  }

  void deadLetter(Reason reason) {
    deadLetters.increment();
    registry.counter("hoinghi.sink.dead.letters", "reason", reason.name()).increment();
    settled++;
  }

  void handedBack(long records) {
    handedBack.increment((double) records);
  }

  /** Records settled by this thread so far: applied, collapsed, stale or dead letters. */
  long settled() {
    return settled;
  }

  /** Why a batch did not go through: "fenced" or "unavailable". */
  void again(String why) {
    registry.counter("hoinghi.sink.retries", "why", why).increment();
  }

  void batch(long nanos) {
    batches.record(Duration.ofNanos(nanos));
  }

  /** From the record's Kafka time to its rows being visible. */
  void age(long millis) {
    ages.record(Math.max(0, millis), TimeUnit.MILLISECONDS);
  }

  void lag(long records) {
    lag.addAndGet(records - lagOfThread);
    lagOfThread = records;
  }
}
