package vn.hoinghi.ingest.health;

import java.time.Duration;
import java.time.Instant;
import vn.hoinghi.avro.FieldMemory;

/**
 * Whether a field that used to be found still is. Evidence for "half as often as usual" is summed
 * article by article and never falls below nothing (cumulative sum: E. S. Page, Continuous
 * inspection schemes, Biometrika 41, 1954). An alarm needs 20 bits, so that chance alone needs a
 * million articles for a false one (G. Lorden, Procedures for reacting to a change in distribution,
 * Annals of Mathematical Statistics 42, 1971): six in a row without a text where all had one,
 * dozens where half of them had an author. The way back is the same, at eight bits.
 */
final class FieldWatch {
  private static final double ALARM_BITS = 20;
  private static final double BACK_BITS = 8;
  private static final double SUREST = 0.95;
  private static final double TOO_RARE = 0.02;
  private static final int ENOUGH = 24;

  /** An article of three hundred ago counts a third. */
  private static final double KEPT = 1 - 1.0 / 300;

  private static final Duration NEW_HABIT = Duration.ofDays(30);

  private final FieldMemory memory;
  private final double loss;
  private final boolean mayEnd;

  private FieldWatch(FieldMemory memory, double loss, boolean mayEnd) {
    this.memory = memory;
    this.loss = loss;
    this.mayEnd = mayEnd;
  }

  /**
   * An outlet may report fewer conferences for a season or name authors no more; it does not stop
   * having texts.
   */
  static FieldWatch of(FieldMemory memory) {
    return switch (memory.getField()) {
      case "conference" -> new FieldWatch(memory, 1.0 / 32, true);
      case "author" -> new FieldWatch(memory, 0.5, true);
      default -> new FieldWatch(memory, 0.5, false);
    };
  }

  String field() {
    return memory.getField();
  }

  /** An article that is not recent any more becomes part of what is usual. */
  void learn(Instant at, boolean found) {
    boolean before = memory.getBackSince() != null && at.isBefore(memory.getBackSince());
    if (!gone() && !before) {
      memory.setFound(memory.getFound() * KEPT + (found ? 1 : 0));
      memory.setOf(memory.getOf() * KEPT + 1);
    }
  }

  void take(Instant at, boolean found) {
    if (memory.getOf() < ENOUGH - 1 || usual() < TOO_RARE) {
      return;
    }
    double expected = Math.min(usual(), SUREST);
    double less = expected * loss;
    double evidence =
        Shares.bits(found ? expected : 1 - expected) - Shares.bits(found ? less : 1 - less);
    if (!gone()) {
      memory.setGone(Math.max(0, memory.getGone() + evidence));
      if (memory.getGone() >= ALARM_BITS) {
        memory.setGoneSince(at);
        memory.setBack(0);
      }
    } else {
      memory.setBack(Math.max(0, memory.getBack() - evidence));
      if (memory.getBack() >= BACK_BITS) {
        back(at);
      } else if (mayEnd && at.isAfter(memory.getGoneSince().plus(NEW_HABIT))) {
        memory.setFound(0);
        memory.setOf(0);
        back(at);
      }
    }
  }

  private void back(Instant at) {
    memory.setGoneSince(null);
    memory.setBackSince(at);
    memory.setGone(0);
    memory.setBack(0);
  }

  boolean gone() {
    return memory.getGoneSince() != null;
  }

  boolean known() {
    return memory.getOf() >= 1;
  }

  /** Share of the articles before the recent ones. */
  double usual() {
    return (memory.getFound() + 0.5) / (memory.getOf() + 1);
  }

  long articles() {
    return Math.round(memory.getOf());
  }
}
