package vn.hoinghi.content;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** What work costs this thread, whatever else the machine is doing meanwhile. */
final class CpuTime {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private CpuTime() {}

  /** CPU nanoseconds of the cheapest of several runs. */
  static long best(int runs, Runnable work) {
    long best = Long.MAX_VALUE;
    for (int run = 0; run < runs; run++) {
      long start = THREADS.getCurrentThreadCpuTime();
      work.run();
      best = Math.min(best, THREADS.getCurrentThreadCpuTime() - start);
    }
    return best;
  }
}
