package vn.hoinghi.standalone.terminal;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** A line every so often, for logs and pipes; a run that is over sooner prints none. */
public final class LineProgress implements Progress {
  private final PrintWriter out;
  private final Duration interval;
  private final LongSupplier nanos;
  private long last;

  public LineProgress(PrintWriter out, Duration interval, LongSupplier nanos) {
    this.out = out;
    this.interval = interval;
    this.nanos = nanos;
    this.last = nanos.getAsLong();
  }

  @Override
  public void at(String stage, long done, long total) {
    at(stage, done, total, "");
  }

  @Override
  public void at(String stage, long done, long total, String waitingFor) {
    long now = nanos.getAsLong();
    if (now - last >= interval.toNanos()) {
      last = now;
      out.printf(Locale.ROOT, "%s: %,d", stage, done);
      out.print(total == UNKNOWN ? "" : String.format(Locale.ROOT, " of %,d", total));
      out.println(waitingFor.isEmpty() ? "" : ", waiting for " + waitingFor);
      out.flush();
    }
  }

  @Override
  public void close() {}
}
