package vn.hoinghi.content;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One thread of a {@link ReadingRoom}, and the clock that looks over its shoulder. */
final class Desk implements AutoCloseable {
  private static final long STACK_BYTES = 4L * 1024 * 1024;
  private static final int WALL_FACTOR = 5;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** The reading goes on, and nobody waits for it any more. */
  static final class OverBudgetException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private final ExecutorService work = Executors.newSingleThreadExecutor(this::thread);
  private volatile Thread thread;

  static Duration patience(Duration budget) {
    return budget.multipliedBy(WALL_FACTOR);
  }

  <T> T read(Callable<T> reading, Duration budget)
      throws ExecutionException, InterruptedException, OverBudgetException {
    Future<T> answer = work.submit(reading);
    long cpuBefore = cpuNanos();
    for (int waited = 0; waited < WALL_FACTOR; waited++) {
      try {
        return answer.get(budget.toNanos(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        if (cpuNanos() - cpuBefore >= budget.toNanos()) {
          break;
        }
      }
    }
    answer.cancel(true);
    throw new OverBudgetException();
  }

  private long cpuNanos() {
    return thread == null ? 0 : Math.max(0, THREADS.getThreadCpuTime(thread.getId()));
  }

  private Thread thread(Runnable job) {
    thread = new Thread(null, job, "reading-room", STACK_BYTES);
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    work.shutdownNow();
  }
}
