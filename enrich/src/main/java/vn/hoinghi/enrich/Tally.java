package vn.hoinghi.enrich;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import vn.hoinghi.avro.ChangeKind;
import vn.hoinghi.schemas.Reason;

/**
 * Counts what came of every raw record. The equation, at any moment between two records: {@code
 * hoinghi_enrich_raw_records_total} = sum of {@code hoinghi_enrich_outcomes_total} over {@code
 * outcome} = superseded + not_conference + conference + withdrawn + dropped + dead_letter. A record
 * counts by what it was on arrival; after a crash records whose transaction was aborted count
 * again. People's corrections are counted apart: {@code hoinghi_enrich_corrections_total}.
 */
final class Tally {
  enum Outcome {
    SUPERSEDED,
    NOT_CONFERENCE,
    CONFERENCE,
    WITHDRAWN,
    DROPPED,
    DEAD_LETTER
  }

  private final Counter raw;
  private final Map<Outcome, Counter> outcomes = new EnumMap<>(Outcome.class);
  private final Map<Reason, Counter> reasons = new EnumMap<>(Reason.class);
  private final Map<ChangeKind, Counter> changes = new EnumMap<>(ChangeKind.class);
  private final Counter corrections;
  private final Counter refusedCorrections;

  Tally(MeterRegistry registry) {
    raw = registry.counter("hoinghi.enrich.raw.records");
    for (Outcome outcome : Outcome.values()) {
      outcomes.put(outcome, registry.counter("hoinghi.enrich.outcomes", "outcome", label(outcome)));
    }
    for (Reason reason : Reason.values()) {
      reasons.put(reason, registry.counter("hoinghi.enrich.faults", "reason", reason.name()));
    }
    corrections = registry.counter("hoinghi.enrich.corrections", "outcome", "accepted");
    refusedCorrections = registry.counter("hoinghi.enrich.corrections", "outcome", "dead_letter");
    for (ChangeKind kind : ChangeKind.values()) {
      changes.put(kind, registry.counter("hoinghi.enrich.event.changes", "kind", label(kind)));
    }
  }

  void raw() {
    raw.increment();
  }

  void outcome(Outcome outcome) {
    outcomes.get(outcome).increment();
  }

  void fault(Outcome outcome, Reason reason) {
    outcome(outcome);
    reasons.get(reason).increment();
  }

  void correction() {
    corrections.increment();
  }

  void refusedCorrection(Reason reason) {
    refusedCorrections.increment();
    reasons.get(reason).increment();
  }

  /** An article that was compared with a part only of those that share a bucket with it. */
  void crowded() {
    reasons.get(Reason.CLUSTER_LIMIT).increment();
  }

  void change(ChangeKind kind) {
    changes.get(kind).increment();
  }

  private static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
