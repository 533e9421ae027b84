package vn.hoinghi.ingest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.hoinghi.avro.HealthStatus;
import vn.hoinghi.avro.SourceHealth;

/**
 * How many of the outlets that this instance judges have which status, how long the one that is
 * quiet longest has been so, and how often statuses changed. Over all instances each outlet counts
 * once.
 */
final class HealthMetrics {
  private record Standing(HealthStatus status, Instant since) {}

  private final MeterRegistry registry;
  private final InstantSource clock;
  private final Map<String, Standing> outlets = new ConcurrentHashMap<>();

  HealthMetrics(MeterRegistry registry, InstantSource clock) {
    this.registry = registry;
    this.clock = clock;
    for (HealthStatus status : HealthStatus.values()) {
      Gauge.builder("hoinghi.ingest.sources", () -> count(status))
          .tag("status", name(status))
          .register(registry);
      registry.counter("hoinghi.ingest.sources.changes", "status", name(status));
    }
    Gauge.builder("hoinghi.ingest.sources.quiet.oldest", this::oldestQuiet)
        .baseUnit("seconds")
        .register(registry);
  }

  private static String name(HealthStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  void stands(SourceHealth health) {
    outlets.put(health.getHost(), new Standing(health.getStatus(), health.getSince()));
  }

  void changed(SourceHealth health) {
    registry
        .counter("hoinghi.ingest.sources.changes", "status", name(health.getStatus()))
        .increment();
  }

  /** Another instance judges these now. */
  void gone(Collection<String> hosts) {
    outlets.keySet().removeAll(hosts);
  }

  private long count(HealthStatus status) {
    return outlets.values().stream().filter(each -> each.status() == status).count();
  }

  private double oldestQuiet() {
    return outlets.values().stream()
        .filter(each -> each.status() == HealthStatus.QUIET)
        .map(Standing::since)
        .min(Comparator.naturalOrder())
        .map(since -> Duration.between(since, clock.instant()).toMillis() / 1000.0)
        .orElse(0.0);
  }
}
