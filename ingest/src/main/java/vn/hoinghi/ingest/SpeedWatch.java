package vn.hoinghi.ingest;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives up bodies that drip. A read time-out does not help against one byte every half second, so
 * each body is looked at once per window from outside and cut off when too little came.
 */
final class SpeedWatch implements AutoCloseable {
  private final long windowMillis;
  private final long bytesPerWindow;
  private final ScheduledExecutorService clock;

  SpeedWatch(FetchLimits limits) {
    this.windowMillis = limits.slowWindowMillis();
    this.bytesPerWindow = limits.minBytesPerSecond() * windowMillis / 1000;
    var threads = new ScheduledThreadPoolExecutor(1, Threads.named("speed"));
    threads.setRemoveOnCancelPolicy(true);
    this.clock = threads;
  }

  /** One body under watch, from now until closed. */
  final class Watched implements AutoCloseable {
    private final AtomicLong received = new AtomicLong();
    private final AtomicBoolean tooSlow = new AtomicBoolean();
    private final Runnable cutOff;
    private final Future<?> looks;
    private long before;

    private Watched(Runnable cutOff) {
      this.cutOff = cutOff;
      this.looks =
          clock.scheduleAtFixedRate(this::look, windowMillis, windowMillis, TimeUnit.MILLISECONDS);
    }

    void received(long bytes) {
      received.addAndGet(bytes);
    }

    boolean tooSlow() {
      return tooSlow.get();
    }

    private void look() {
      long now = received.get();
      if (now - before < bytesPerWindow) {
        tooSlow.set(true);
        cutOff.run();
      }
      before = now;
    }

    @Override
    public void close() {
      looks.cancel(false);
    }
  }

  Watched watch(Runnable cutOff) {
    return new Watched(cutOff);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
