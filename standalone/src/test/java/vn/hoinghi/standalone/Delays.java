package vn.hoinghi.standalone;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** How long things took, from the quickest to the slowest. */
final class Delays {
  private final double[] millis;

  private Delays(double[] millis) {
    this.millis = millis;
  }

  /**
   * From one moment to another, both in nanoseconds, by key; what has no end is left out, and so is
   * what had begun before a moment.
   */
  static Delays between(Map<String, Long> begins, Map<String, Long> ends, long notBefore) {
    return new Delays(
        begins.entrySet().stream()
            .filter(begin -> begin.getValue() >= notBefore && ends.containsKey(begin.getKey()))
            .mapToDouble(begin -> (ends.get(begin.getKey()) - begin.getValue()) / 1e6)
            .sorted()
            .toArray());
  }

  int count() {
    return millis.length;
  }

  /** Milliseconds that so many per cent did not take longer than. */
  double percentile(int percent) {
    return millis[(int) Math.min(millis.length - 1L, (long) millis.length * percent / 100)];
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "p50 %5.0f  p95 %5.0f  p99 %5.0f  most %5.0f ms of %d",
        percentile(50),
        percentile(95),
        percentile(99),
        Arrays.stream(millis).max().orElse(Double.NaN),
        count());
  }
}
