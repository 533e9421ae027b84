package vn.hoinghi.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;

/**
 * CPU time of one pass, round by round. A ratio is taken within a round, where both sides met the
 * same machine, and the middle one of the rounds counts.
 */
final class Measured {
  private final List<Map<String, Double>> rounds = new ArrayList<>();

  void add(Iterable<RunResult> results) {
    Map<String, Double> round = new LinkedHashMap<>();
    for (RunResult result : results) {
      String name = result.getParams().getBenchmark();

      double nanos = counter(result, "cpuNanos");
      round.put(
          name.substring(name.lastIndexOf('.') + 1), nanos / counter(result, "passes") / 1000);
    }
    rounds.add(round);
  }

  private static double counter(RunResult result, String name) {
    return result.getSecondaryResults().get(name).getScore();
  }

  boolean has(String name) {
    return rounds.stream().allMatch(round -> round.containsKey(name));
  }

  /** Microseconds of a pass over all samples. */
  double micros(String name) {
    return middle(rounds.stream().map(round -> round.get(name)).toList());
  }

  /** How many times the other's cost. */
  double ratio(String name, String other) {
    return middle(rounds.stream().map(round -> round.get(name) / round.get(other)).toList());
  }

  private static double middle(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }
}
