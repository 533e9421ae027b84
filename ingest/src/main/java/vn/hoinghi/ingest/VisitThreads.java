package vn.hoinghi.ingest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads for visits, so many places at a time. Were places held for as long as visits take, sites
 * that never answer would hold all of them until their deadlines, and nobody else be visited. So a
 * visit that takes long steps aside: it goes on, and its place is another's.
 */
final class VisitThreads implements AutoCloseable {
  private static final int THREAD_IDLE_SECONDS = 10;

  /** Visits beside the places, for each place. */
  private static final int ASIDE = 4;

  private final long longMillis;
  private final int mostAside;
  private final ThreadPoolExecutor threads;
  private final ScheduledExecutorService clock;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private int free;
  private int aside;
  private boolean closed;

  /**
   * @param longMillis after which a visit steps aside
   */
  VisitThreads(int places, long longMillis) {
    this.free = places;
    this.mostAside = places * ASIDE;
    this.longMillis = longMillis;
    this.threads =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE, // bounded by the places
            THREAD_IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Threads.named("visit"));
    var timer = new ScheduledThreadPoolExecutor(1, Threads.named("aside"));
    timer.setRemoveOnCancelPolicy(true);
    this.clock = timer;
  }

  /** Makes the visit as soon as there is a place, in the order of asking; drops it when closed. */
  synchronized void execute(Runnable visit) {
    waiting.add(visit);
    fill();
  }

  /** Visits that are under way. */
  synchronized int busy() {
    return threads.getActiveCount();
  }

  private synchronized void fill() {
    while (!closed && free > 0 && !waiting.isEmpty()) {
      var place = new Place(waiting.poll());
      free--;
      threads.execute(place);
    }
  }

  private synchronized void free(int places, int fromAside) {
    free += places;
    aside -= fromAside;
    fill();
  }

  @Override
  public synchronized void close() {
    closed = true;
    waiting.clear();
    clock.shutdownNow();
    threads.shutdownNow();
  }

  /** A visit and where it stands. */
  private final class Place implements Runnable {
    private final Runnable visit;
    private boolean over;
    private boolean steppedAside;

    Place(Runnable visit) {
      this.visit = visit;
    }

    @Override
    public void run() {
      Future<?> alarm = alarm();
      try {
        visit.run();
      } finally {
        alarm.cancel(false);
        end();
      }
    }

    private Future<?> alarm() {
      try {
        return clock.schedule(this::stepAside, longMillis, TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException e) {
        return CompletableFuture.completedFuture(null); // closed meanwhile
      }
    }

    private void stepAside() {
      synchronized (VisitThreads.this) {
        if (!over && !steppedAside && aside < mostAside) {
          steppedAside = true;
          aside++;
          free(1, 0);
        }
      }
    }

    private void end() {
      synchronized (VisitThreads.this) {
        over = true;
        free(steppedAside ? 0 : 1, steppedAside ? 1 : 0);
      }
    }
  }
}
