package vn.hoinghi.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * On a machine with other work, time on the wall measures the others too. Counted is therefore the
 * CPU time of the measuring thread, which compilers and collectors do not share in.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class CpuTime {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private long start;

  /** CPU time of the iteration, in nanoseconds. */
  public long cpuNanos;

  /** Passes over the samples in the iteration. */
  public long passes;

  @Setup(Level.Iteration)
  public void start() {
    cpuNanos = 0;
    passes = 0;
    start = THREADS.getCurrentThreadCpuTime();
  }

  @TearDown(Level.Iteration)
  public void stop() {
    cpuNanos = THREADS.getCurrentThreadCpuTime() - start;
  }
}
