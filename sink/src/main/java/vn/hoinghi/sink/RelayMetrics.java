package vn.hoinghi.sink;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the relay counts: confirmations that the brokers have, tries that failed, and for how long
 * the oldest one waits. More are told than revisions were stored by as many as were told twice.
 */
final class RelayMetrics {
  private final Counter told;
  private final Counter again;
  private final AtomicLong oldest = new AtomicLong(Long.MAX_VALUE);

  RelayMetrics(MeterRegistry registry) {
    told = registry.counter("hoinghi.sink.confirmations");
    again = registry.counter("hoinghi.sink.confirmations.retries");
    registry.gauge("hoinghi.sink.confirmations.waiting.seconds", this, RelayMetrics::seconds);
  }

  private double seconds() {
    long since = oldest.get();
    return since == Long.MAX_VALUE ? 0 : Math.max(0, Instant.now().toEpochMilli() - since) / 1000.0;
  }

  /** What the outbox holds at its head. */
  void waiting(List<Confirmation> confirmations) {
    oldest.set(
        confirmations.isEmpty()
            ? Long.MAX_VALUE
            : confirmations.get(0).stored().getStoredAt().toEpochMilli());
  }

  void told(int confirmations) {
    told.increment(confirmations);
    oldest.set(Long.MAX_VALUE);
  }

  void again() {
    again.increment();
  }
}
