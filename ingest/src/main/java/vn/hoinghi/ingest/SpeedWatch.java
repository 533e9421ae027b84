package vn.hoinghi.ingest;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives up bodies that drip. A read time-out does not help against one byte every half second, so
 * each body is looked at once per window from outside and cut off when too little came. Nearly all
 * bodies are there long before anybody looks; so one clock ticks for all, and a body that comes and
 * goes between two ticks costs next to nothing.
 */
final class SpeedWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SpeedWatch.class);
  private static final int TICKS_A_WINDOW = 10;
  private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

  private final long windowNanos;
  private final int bytesPerSecond;
  private final Set<Watched> bodies = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock =
      new ScheduledThreadPoolExecutor(1, Threads.named("speed"));

  @SuppressWarnings("FutureReturnValueIgnored") // it ticks until closed
  SpeedWatch(FetchLimits limits) {
    this.windowNanos = TimeUnit.MILLISECONDS.toNanos(limits.slowWindowMillis());
    this.bytesPerSecond = limits.minBytesPerSecond();
    long tick = Math.max(windowNanos / TICKS_A_WINDOW, 1);
    clock.scheduleWithFixedDelay(this::tick, tick, tick, TimeUnit.NANOSECONDS);
  }

  private void tick() {
    long now = System.nanoTime();
    for (Watched body : bodies) {
      try {
        body.look(now);
      } catch (RuntimeException e) {
        LOG.warn("a body that is too slow was not cut off", e); // and the clock goes on
      }
    }
  }

  /** One body under watch, from now until closed. */
  final class Watched implements AutoCloseable {
    private final AtomicLong received = new AtomicLong();
    private final AtomicBoolean tooSlow = new AtomicBoolean();
    private final Runnable cutOff;
    private long windowBegan = System.nanoTime();
    private long before;

    private Watched(Runnable cutOff) {
      this.cutOff = cutOff;
    }

    void received(long bytes) {
      received.addAndGet(bytes);
    }

    boolean tooSlow() {
      return tooSlow.get();
    }

    private void look(long now) {
      long took = now - windowBegan;
      if (took < windowNanos) {
        return;
      }
      long all = received.get();
      if (all - before < bytesPerSecond * (took / NANOS)) {
        tooSlow.set(true);
        cutOff.run();
      }
      before = all;
      windowBegan = now;
    }

    @Override
    public void close() {
      bodies.remove(this);
    }
  }

  Watched watch(Runnable cutOff) {
    var body = new Watched(cutOff);
    bodies.add(body);
    return body;
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
