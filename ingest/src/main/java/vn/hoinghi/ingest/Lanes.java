package vn.hoinghi.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs lanes side by side until each has come to its end, and tells all along how far they are and
 * which of them keep the rest waiting.
 */
final class Lanes {
  private static final long TELL_MILLIS = 200;

  /** Lanes named to who asks what is waited for. */
  private static final int NAMED = 3;

  /** Told again and again while the lanes run; whatever it throws ends them. */
  interface Watcher {
    /**
     * Told where they stand.
     *
     * @param done attempts made
     * @param known attempts known of, those made included
     * @param waitingFor the sites that have been at it for longest, in words
     */
    void at(long done, long known, String waitingFor);
  }

  private final int atOnce;
  private final InstantSource clock;
  private final Map<Lane, Instant> running = new ConcurrentHashMap<>();
  private final CountDownLatch stopped = new CountDownLatch(1);

  Lanes(int atOnce, InstantSource clock) {
    this.atOnce = atOnce;
    this.clock = clock;
  }

  /** Returns when all lanes have ended; throws what broke one of them. */
  void run(List<? extends Lane> lanes, Watcher watcher) {
    ExecutorService threads =
        Executors.newFixedThreadPool(
            Math.max(1, Math.min(atOnce, lanes.size())), Threads.named("lane"));
    try {
      List<Future<?>> ends = new java.util.ArrayList<>();
      lanes.forEach(lane -> ends.add(threads.submit(() -> runToEnd(lane))));
      for (Future<?> end : ends) {
        await(end, lanes, watcher);
      }
      tell(lanes, watcher);
    } finally {
      stopped.countDown();
      threads.shutdownNow();
    }
  }

  private void await(Future<?> end, List<? extends Lane> lanes, Watcher watcher) {
    while (true) {
      try {
        end.get(TELL_MILLIS, TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException e) {
        tell(lanes, watcher);
      } catch (ExecutionException e) {
        throw e.getCause() instanceof RuntimeException fault
            ? fault
            : new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
  }

  private void runToEnd(Lane lane) {
    running.put(lane, clock.instant());
    try {
      for (Instant next = lane.step(); next != null; next = lane.step()) {
        long rest = Math.max(Duration.between(clock.instant(), next).toMillis(), 0);
        if (stopped.await(rest, TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      running.remove(lane);
    }
  }

  private void tell(List<? extends Lane> lanes, Watcher watcher) {
    long done = lanes.stream().mapToLong(Lane::done).sum();
    long left = lanes.stream().mapToLong(Lane::left).sum();
    watcher.at(done, done + left, waitingFor());
  }

  private String waitingFor() {
    List<Map.Entry<Lane, Instant>> longest =
        running.entrySet().stream().sorted(Map.Entry.comparingByValue()).toList();
    String named =
        longest.stream()
            .limit(NAMED)
            .map(each -> each.getKey().name() + " (" + each.getKey().left() + " left)")
            .collect(java.util.stream.Collectors.joining(", "));
    return longest.size() > NAMED ? named + " and " + (longest.size() - NAMED) + " more" : named;
  }
}
