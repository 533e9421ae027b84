package vn.hoinghi.ingest.health;

import java.time.Duration;
import java.time.Instant;
import vn.hoinghi.avro.AnswerMemory;

/**
 * How attempts of one kind are answered. Refusals of single pages are usual; blocked is an outlet
 * that refuses more than half of what we ask, beyond doubt and for a while, and until several
 * answers in a row have come again. Whoever is refused asks seldom, so of few that must all be
 * answered a few refusals in a row are enough, if they go on for longer.
 */
final class Answers {
  private static final int REMEMBERED = 32;
  private static final double HALF = 0.5;
  private static final int A_FEW = 3;

  /**
   * @param share how long more than half must have been refused
   * @param row how long a few refusals in a row must have gone on; null where they say nothing
   */
  record Patience(Duration share, Duration row) {}

  private final AnswerMemory memory;
  private final Patience patience;

  Answers(AnswerMemory memory, Patience patience) {
    this.memory = memory;
    this.patience = patience;
  }

  void take(boolean refused, Instant at) {
    memory.setRefusals(memory.getRefusals() << 1 | (refused ? 1 : 0));
    memory.setCount(Math.min(memory.getCount() + 1, REMEMBERED));
    memory.setRun(refused ? 0 : memory.getRun() + 1);
    memory.setRefusalsFrom(!refused ? null : first(memory.getRefusalsFrom(), at));
    if (memory.getBlocked()) {
      if (memory.getRun() >= A_FEW) {
        forget();
      }
      return;
    }
    boolean most = Shares.atLeast(refusals(), memory.getCount()) > HALF;
    memory.setRefusedSince(most ? first(memory.getRefusedSince(), at) : null);
    memory.setBlocked(
        (most && lasts(memory.getRefusedSince(), patience.share(), at))
            || (patience.row() != null
                && refusalsInARow() >= A_FEW
                && lasts(memory.getRefusalsFrom(), patience.row(), at)));
  }

  private static Instant first(Instant before, Instant now) {
    return before == null ? now : before;
  }

  private static boolean lasts(Instant since, Duration enough, Instant now) {
    return !now.isBefore(since.plus(enough));
  }

  private void forget() {
    memory.setBlocked(false);
    memory.setRefusedSince(null);
    memory.setRefusals(0);
    memory.setCount(0);
  }

  boolean blocked() {
    return memory.getBlocked();
  }

  int refusals() {
    return Long.bitCount(counted());
  }

  private int refusalsInARow() {
    return Long.numberOfTrailingZeros(~counted());
  }

  private long counted() {
    return memory.getRefusals() & ((1L << memory.getCount()) - 1);
  }

  int count() {
    return memory.getCount();
  }
}
