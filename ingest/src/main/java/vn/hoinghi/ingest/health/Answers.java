package vn.hoinghi.ingest.health;

import java.time.Duration;
import java.time.Instant;
import vn.hoinghi.avro.AnswerMemory;

/**
 * How attempts of one kind are answered. Refusals of single pages are usual; blocked is an outlet
 * that refuses more than half of what we ask, beyond doubt and for a while, and until several
 * answers in a row have come again.
 */
final class Answers {
  private static final int REMEMBERED = 32;
  private static final double HALF = 0.5;
  private static final int ENOUGH_TO_RETURN = 3;

  private final AnswerMemory memory;
  private final Duration blockedAfter;

  Answers(AnswerMemory memory, Duration blockedAfter) {
    this.memory = memory;
    this.blockedAfter = blockedAfter;
  }

  void take(boolean refused, Instant at) {
    memory.setRefusals(memory.getRefusals() << 1 | (refused ? 1 : 0));
    memory.setCount(Math.min(memory.getCount() + 1, REMEMBERED));
    memory.setRun(refused ? 0 : memory.getRun() + 1);
    if (memory.getBlocked()) {
      if (memory.getRun() >= ENOUGH_TO_RETURN) {
        forget();
      }
    } else if (Shares.atLeast(refusals(), memory.getCount()) <= HALF) {
      memory.setRefusedSince(null);
    } else {
      if (memory.getRefusedSince() == null) {
        memory.setRefusedSince(at);
      }
      memory.setBlocked(!at.isBefore(memory.getRefusedSince().plus(blockedAfter)));
    }
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
    long counted = memory.getRefusals() & ((1L << memory.getCount()) - 1);
    return Long.bitCount(counted);
  }

  int count() {
    return memory.getCount();
  }
}
