package vn.hoinghi.standalone;

import java.util.List;
import java.util.Locale;

/** Ratios of several rounds, told by the middle one. */
final class Middle {
  private Middle() {}

  static String of(List<Double> ratios) {
    List<Double> sorted = ratios.stream().sorted().toList();
    return sorted.isEmpty()
        ? "not measured"
        : String.format(
            Locale.ROOT,
            "%.2f (%.2f to %.2f)",
            sorted.get(sorted.size() / 2),
            sorted.get(0),
            sorted.get(sorted.size() - 1));
  }
}
