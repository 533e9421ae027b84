package vn.hoinghi.standalone.backfill;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import vn.hoinghi.avro.ImportState;
import vn.hoinghi.standalone.terminal.Progress;

/**
 * How far an import is, how fast it goes and when it will be through: a bar on a terminal, else a
 * line every half minute. What was done before this process is no part of its speed.
 */
final class BackfillProgress implements AutoCloseable {
  private static final Duration INTERVAL = Duration.ofSeconds(30);

  private final PrintWriter out;
  private final LongSupplier nanos;
  private final long beganAt;
  private final ProgressBar bar;
  private long told;
  private ImportState first;

  private BackfillProgress(PrintWriter out, LongSupplier nanos, ProgressBar bar) {
    this.out = out;
    this.nanos = nanos;
    this.beganAt = nanos.getAsLong();
    this.told = beganAt;
    this.bar = bar;
  }

  static BackfillProgress to(PrintWriter out, String input) {
    return Boolean.getBoolean(Progress.ERR_IS_TERMINAL)
        ? new BackfillProgress(out, System::nanoTime, bar(input))
        : inLines(out, System::nanoTime);
  }

  static BackfillProgress inLines(PrintWriter out, LongSupplier nanos) {
    return new BackfillProgress(out, nanos, null);
  }

  private static ProgressBar bar(String input) {
    return new ProgressBarBuilder()
        .setTaskName(input)
        .setUpdateIntervalMillis(200)
        .setStyle(ProgressBarStyle.ASCII)
        .showSpeed()
        .build();
  }

  /** Takes note of where the import is; tells it where it is time to. */
  void at(ImportState state, String waitingFor) {
    first = first == null ? state : first;
    if (bar != null) {
      bar.maxHint(state.getEnd() == null ? -1 : state.getEnd()).stepTo(state.getPosition());
      bar.setExtraMessage(" " + counts(state) + waiting(waitingFor));
      return;
    }
    long now = nanos.getAsLong();
    if (now - told >= INTERVAL.toNanos()) {
      told = now;
      out.println(line(state, waitingFor, Duration.ofNanos(now - beganAt)));
      out.flush();
    }
  }

  private String line(ImportState state, String waitingFor, Duration taken) {
    double seconds = Math.max(taken.toMillis() / 1000.0, 0.001);
    double rate = (state.getPublished() - first.getPublished()) / seconds;
    String head =
        String.format(Locale.ROOT, "%s: %s, %.0f/s", state.getInput(), counts(state), rate);
    return head + left(state, seconds) + waiting(waitingFor);
  }

  private String left(ImportState state, double seconds) {
    long moved = state.getPosition() - first.getPosition();
    if (state.getEnd() == null || moved <= 0) {
      return "";
    }
    long percent = 100 * state.getPosition() / Math.max(state.getEnd(), 1);
    long more = (long) ((state.getEnd() - state.getPosition()) * seconds / moved);
    return String.format(
        Locale.ROOT, ", %d %%, %d:%02d:%02d left", percent, more / 3600, more / 60 % 60, more % 60);
  }

  /** For instance {@code 120 published, 2 refused}. */
  static String counts(ImportState state) {
    long refused = refused(state);
    long known = known(state, refused);
    return String.format(Locale.ROOT, "%,d published, %,d refused", state.getPublished(), refused)
        + (known == 0 ? "" : String.format(Locale.ROOT, ", %,d known before", known));
  }

  /** Pages that are there because of it, or were there before. */
  static long came(ImportState state) {
    return state.getPublished() + known(state, refused(state));
  }

  private static long refused(ImportState state) {
    return state.getRefused().values().stream().mapToLong(Long::longValue).sum();
  }

  /** Of a sitemap alone the position counts addresses, and each has one outcome. */
  private static long known(ImportState state, long refused) {
    boolean list = state.getInput().startsWith("http");
    return list ? Math.max(state.getPosition() - state.getPublished() - refused, 0) : 0;
  }

  private static String waiting(String waitingFor) {
    return waitingFor.isEmpty() ? "" : ", waiting: " + waitingFor;
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
