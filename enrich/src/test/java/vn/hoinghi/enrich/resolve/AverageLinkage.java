package vn.hoinghi.enrich.resolve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Groups of items by the average likeness between groups (UPGMA, Sokal and Michener 1958), found
 * once for all thresholds by following nearest neighbours (Murtagh 1983).
 */
final class AverageLinkage {
  private record Join(int a, int b, float likeness) {}

  private final int items;
  private final List<Join> joins = new ArrayList<>();

  /**
   * @param likeness symmetric; is used up
   */
  AverageLinkage(float[][] likeness) {
    this.items = likeness.length;
    int[] size = new int[items];
    Arrays.fill(size, 1);
    int[] chain = new int[items];
    int length = 0;
    for (int left = items; left > 1; ) {
      if (length == 0) {
        chain[length++] = firstOf(size);
      }
      int tip = chain[length - 1];
      int before = length > 1 ? chain[length - 2] : -1;
      int next = nearest(likeness[tip], size, tip, before);
      if (next == before) {
        length -= 2;
        joins.add(new Join(tip, next, likeness[tip][next]));
        join(likeness, size, tip, next);
        left--;
      } else {
        chain[length++] = next;
      }
    }
    joins.sort(Comparator.comparing(Join::likeness).reversed());
  }

  private static int firstOf(int[] size) {
    int first = 0;
    while (size[first] == 0) {
      first++;
    }
    return first;
  }

  /** The one before wins a tie, so that the chain ends. */
  private static int nearest(float[] likeness, int[] size, int self, int before) {
    int nearest = before;
    for (int i = 0; i < size.length; i++) {
      boolean other = i != self && size[i] > 0;
      if (other && (nearest < 0 || likeness[i] > likeness[nearest])) {
        nearest = i;
      }
    }
    return nearest;
  }

  /** The second goes into the first. */
  private static void join(float[][] likeness, int[] size, int into, int from) {
    for (int i = 0; i < size.length; i++) {
      if (size[i] > 0 && i != into && i != from) {
        float mean =
            (likeness[into][i] * size[into] + likeness[from][i] * size[from])
                / (size[into] + size[from]);
        likeness[into][i] = mean;
        likeness[i][into] = mean;
      }
    }
    size[into] += size[from];
    size[from] = 0;
  }

  /** At most so many likenesses at which groups were joined, evenly drawn. */
  List<Float> thresholds(int most) {
    var thresholds = new ArrayList<Float>();
    int step = Math.max(1, joins.size() / most);
    for (int i = 0; i < joins.size(); i += step) {
      thresholds.add(joins.get(i).likeness);
    }
    return thresholds;
  }

  /** A label for each item: those are equal that are at least so alike. */
  List<Integer> labels(float threshold) {
    int[] parent = new int[items];
    Arrays.setAll(parent, i -> i);
    for (Join join : joins) {
      if (join.likeness >= threshold) {
        parent[root(parent, join.b)] = root(parent, join.a);
      }
    }
    var labels = new ArrayList<Integer>();
    for (int i = 0; i < items; i++) {
      labels.add(root(parent, i));
    }
    return labels;
  }

  private static int root(int[] parent, int item) {
    int root = item;
    while (parent[root] != root) {
      root = parent[root];
    }
    return root;
  }
}
