package vn.hoinghi.enrich.resolve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How well a grouping agrees with the true one: for each item the share of its group that belongs
 * with it, and the share of its true group that it was found with, averaged over items (Bagga and
 * Baldwin 1998). Shares between 0 and 1.
 */
public record BCubed(double precision, double recall) {

  /** Compares two groupings of the same items, each given as one label an item. */
  public static BCubed of(List<Integer> truth, List<Integer> found) {
    Map<Integer, Integer> trueSizes = sizes(truth);
    Map<Integer, Integer> foundSizes = sizes(found);
    Map<Long, Integer> both = new HashMap<>();
    for (int i = 0; i < truth.size(); i++) {
      both.merge(pair(truth.get(i), found.get(i)), 1, Integer::sum);
    }
    double precision = 0;
    double recall = 0;
    for (int i = 0; i < truth.size(); i++) {
      int together = both.get(pair(truth.get(i), found.get(i)));
      precision += (double) together / foundSizes.get(found.get(i));
      recall += (double) together / trueSizes.get(truth.get(i));
    }
    return new BCubed(precision / truth.size(), recall / truth.size());
  }

  public double f1() {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  private static Map<Integer, Integer> sizes(List<Integer> labels) {
    Map<Integer, Integer> sizes = new HashMap<>();
    labels.forEach(label -> sizes.merge(label, 1, Integer::sum));
    return sizes;
  }

  private static long pair(int a, int b) {
    return ((long) a << 32) | b;
  }
}
