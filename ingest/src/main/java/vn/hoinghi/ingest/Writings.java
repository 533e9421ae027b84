package vn.hoinghi.ingest;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Visits of one lane on their way to the topics. A transaction takes longer than a page; so the
 * lane goes on as if what it did stood there already. When it turns out later that it does not, all
 * that the lane knows is in doubt, and the lane has to end.
 */
final class Writings {
  private final Ledger ledger;
  private final IngestMetrics metrics;
  private final AtomicInteger underWay = new AtomicInteger();

  Writings(Ledger ledger, IngestMetrics metrics) {
    this.ledger = ledger;
    this.metrics = metrics;
  }

  boolean areUnderWay() {
    return underWay.get() > 0;
  }

  /**
   * Has a part of a visit written down.
   *
   * @param lost what to do where that fails after this returned
   * @throws LostLedgerException where it is known already that it failed
   */
  void submit(Visited part, Runnable lost) {
    var writing = new Writing(part, lost);
    ledger.submit(part, writing::end);
    writing.leave();
  }

  private final class Writing {
    private final Visited part;
    private final Runnable ifLost;
    private LostLedgerException loss;
    private boolean left;

    Writing(Visited part, Runnable ifLost) {
      this.part = part;
      this.ifLost = ifLost;
      underWay.incrementAndGet();
    }

    synchronized void end(LostLedgerException reason) {
      loss = reason;
      if (reason == null) {
        count(true);
      } else if (left) {
        ifLost.run();
        count(false);
      }
      underWay.decrementAndGet();
    }

    private void count(boolean stands) {
      if (part.outcome() == null) {
        return;
      }
      if (stands) {
        metrics.ended(part.outcome());
      } else {
        metrics.abandoned();
      }
    }

    synchronized void leave() {
      left = true;
      if (loss != null) {
        throw loss;
      }
    }
  }
}
