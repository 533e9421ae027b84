package vn.hoinghi.sink;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits at the start for what is not up yet. In a cluster everything starts at once and in no
 * order; who gives up at once is started again, over and over, and who waits for ever says nothing.
 */
final class Patience {
  private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
  private static final long FIRST_MILLIS = 500;
  private static final long LONGEST_MILLIS = 10_000;

  private final Duration limit;
  private final LongSupplier nanoTime;
  private final long begin;
  private volatile String waitsFor;

  /** All that is waited for together may take this long. */
  Patience(Duration limit, LongSupplier nanoTime) {
    this.limit = limit;
    this.nanoTime = nanoTime;
    this.begin = nanoTime.getAsLong();
  }

  /** Something that may not be there yet. */
  interface Attempt {
    /**
     * Makes it once.
     *
     * @throws NotThereException where a later attempt may succeed
     */
    void make() throws NotThereException;
  }

  /**
   * Attempts it until it succeeds.
   *
   * @throws NotThereException what the last attempt said, when the time is over
   */
  void until(Attempt attempt) throws NotThereException, InterruptedException {
    for (long wait = FIRST_MILLIS; ; wait = Math.min(LONGEST_MILLIS, 2 * wait)) {
      try {
        attempt.make();
        waitsFor = null;
        return;
      } catch (NotThereException e) {
        Duration waited = Duration.ofNanos(nanoTime.getAsLong() - begin);
        long left = limit.minus(waited).toMillis();
        if (left <= 0) {
          throw e.after(limit);
        }
        waitsFor = e.getMessage();
        LOG.warn("waiting, {} of {} s so far: {}", waited.toSeconds(), limit.toSeconds(), waitsFor);
        TimeUnit.MILLISECONDS.sleep(Math.min(wait, left));
      }
    }
  }

  /** What is being waited for, or null. */
  String waitsFor() {
    return waitsFor;
  }
}
