package vn.hoinghi.enrich;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A look that is taken once a second until closed, by a thread of its own. One that fails is told,
 * and the next is taken all the same.
 */
final class EverySecond implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EverySecond.class);
  private static final long PAUSE_MILLIS = 1_000;

  private final CountDownLatch closing = new CountDownLatch(1);

  private EverySecond() {}

  /** What is done each time. */
  interface Look {
    void take() throws InterruptedException;
  }

  static EverySecond take(Look look, String thread) {
    var every = new EverySecond();
    var taking = new Thread(() -> every.run(look), thread);
    taking.setDaemon(true);
    taking.start();
    return every;
  }

  private void run(Look look) {
    try {
      while (!closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
        takeOnce(look);
      }
    } catch (InterruptedException e) {
      LOG.debug("not watched any longer");
    }
  }

  private void takeOnce(Look look) throws InterruptedException {
    try {
      look.take();
    } catch (RuntimeException e) {
      if (closing.getCount() > 0) {
        LOG.warn("looked in vain: {}", e.toString(), e);
      }
    }
  }

  /** Does not wait for a look that is being taken, which may be the one that closes. */
  @Override
  public void close() {
    closing.countDown();
  }
}
