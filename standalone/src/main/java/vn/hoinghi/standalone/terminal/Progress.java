package vn.hoinghi.standalone.terminal;

import java.io.PrintWriter;
import java.time.Duration;

/** Told how far a stage is. */
public interface Progress extends AutoCloseable {
  /** Where the launcher has seen that standard error is a terminal. */
  String ERR_IS_TERMINAL = "hoinghi.terminal.err";

  /** A total that nobody has counted. */
  long UNKNOWN = -1;

  /**
   * Called often; what is told is up to the teller.
   *
   * @param stage what is being done, a short participle ("extracting")
   * @param done records that are through
   * @param total records there are in all, or {@link #UNKNOWN}
   */
  void at(String stage, long done, long total);

  /**
   * The same where others keep us waiting.
   *
   * @param waitingFor who, in words; empty where nobody does
   */
  default void at(String stage, long done, long total, String waitingFor) {
    at(stage, done, total);
  }

  @Override
  void close();

  /** A bar on a terminal, else a line every ten seconds. */
  static Progress to(PrintWriter out) {
    return Boolean.getBoolean(ERR_IS_TERMINAL)
        ? new BarProgress()
        : new LineProgress(out, Duration.ofSeconds(10), System::nanoTime);
  }
}
