package vn.hoinghi.standalone.terminal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * An orderly end by SIGINT or SIGTERM: the JVM waits until the run has closed what it opened.
 * Opened first, so closed last. The signal interrupts nobody, for a server that is interrupted
 * while it closes leaves a mess: whoever waits looks here.
 */
public final class Shutdown implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::endInOrder, "shutdown");

  private Shutdown() {}

  public static Shutdown onSignal() {
    var shutdown = new Shutdown();
    Runtime.getRuntime().addShutdownHook(shutdown.hook);
    return shutdown;
  }

  /** Returns when a signal has come. */
  public void await() throws InterruptedException {
    asked.await();
  }

  /** Waits a while; true when a signal has come. */
  public boolean await(long millis) throws InterruptedException {
    return asked.await(millis, TimeUnit.MILLISECONDS);
  }

  /**
   * Goes on only where no signal has come.
   *
   * @throws PipelineException after a signal
   */
  public void check() {
    if (asked.getCount() == 0) {
      throw new PipelineException("stopped by a signal before the end");
    }
  }

  @Override
  public void close() {
    ended.countDown();
    if (asked.getCount() > 0) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }

  @SuppressWarnings("CatchAndPrintStackTrace")
  private void endInOrder() {
    asked.countDown();
    try {
      if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println(
            "hoinghi: still closing after " + PATIENCE_SECONDS + " s, ending anyway");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
