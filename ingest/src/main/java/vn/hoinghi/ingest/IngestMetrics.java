package vn.hoinghi.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import vn.hoinghi.avro.FetchOutcome;
import vn.hoinghi.avro.FetchResult;
import vn.hoinghi.schemas.Reason;

/**
 * The counters of ingest. At rest
 *
 * <pre>
 * hoinghi.ingest.attempts = Σ hoinghi.ingest.outcomes{result} + hoinghi.ingest.abandoned
 *      result: published, unchanged, listed, refused, failed, gone
 * Σ hoinghi.ingest.reasons{reason} = outcomes{refused} + outcomes{failed} + outcomes{gone}
 * </pre>
 *
 * {@code hoinghi.ingest.hosts{circuit}} is how many sites are asked at their pace (closed), left
 * alone after failures in a row (open), or tried again next (half-open).
 *
 * <p>An attempt is abandoned when what came of it could not be written down, for instance because
 * another instance has taken over; it is then made again. While at work the difference is what is
 * under way. Reading a robots.txt is part of the attempt that needed it.
 */
final class IngestMetrics {
  private final MeterRegistry registry;
  private final Counter attempts;
  private final Counter abandoned;
  private final Timer fetches;
  private final Map<FetchResult, Counter> outcomes = new EnumMap<>(FetchResult.class);
  private final Map<Reason, Counter> reasons = new EnumMap<>(Reason.class);

  IngestMetrics(MeterRegistry registry) {
    this.registry = registry;
    attempts = registry.counter("hoinghi.ingest.attempts");
    abandoned = registry.counter("hoinghi.ingest.abandoned");
    fetches = registry.timer("hoinghi.ingest.fetch");
    for (FetchResult result : FetchResult.values()) {
      String name = result.name().toLowerCase(java.util.Locale.ROOT);
      outcomes.put(result, registry.counter("hoinghi.ingest.outcomes", "result", name));
    }
    for (Reason reason : Reason.values()) {
      reasons.put(reason, registry.counter("hoinghi.ingest.reasons", "reason", reason.name()));
    }
  }

  /**
   * Says how many sites of this instance are treated in which way: {@code hoinghi.ingest.hosts}.
   */
  void watchHosts(ToDoubleFunction<Circuit> hosts) {
    for (Circuit circuit : Circuit.values()) {
      String name = circuit.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
      Gauge.builder("hoinghi.ingest.hosts", () -> hosts.applyAsDouble(circuit))
          .tag("circuit", name)
          .register(registry);
    }
  }

  void attempted() {
    attempts.increment();
  }

  void abandoned() {
    abandoned.increment();
  }

  void ended(FetchOutcome outcome) {
    outcomes.get(outcome.getResult()).increment();
    if (outcome.getReason() != null) {
      reasons.get(Reason.valueOf(outcome.getReason())).increment();
    }
    fetches.record(outcome.getMillis(), TimeUnit.MILLISECONDS);
  }
}
