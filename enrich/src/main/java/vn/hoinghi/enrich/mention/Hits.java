package vn.hoinghi.enrich.mention;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Predicate;

/**
 * The phrases of a table within a stretch of a text. Rules ask for hundreds of them in every
 * article, and mostly there are none: so it is a view, and its questions are plain loops.
 */
final class Hits extends AbstractList<Hit> implements RandomAccess {
  private static final Hits NONE = new Hits(List.of(), 0, 0);
  private final List<Hit> all;
  private final int first;
  private final int last;

  private Hits(List<Hit> all, int first, int last) {
    this.all = all;
    this.first = first;
    this.last = last;
  }

  /** Those of all, which stand in the order of the text, that lie between two places. */
  static Hits within(List<Hit> all, int from, int to) {
    int first = lowerBound(all, from);
    int last = first;
    while (last < all.size() && all.get(last).end() <= to) {
      last++;
    }
    return first == last ? NONE : new Hits(all, first, last);
  }

  private static int lowerBound(List<Hit> all, int from) {
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).start() < from) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public Hit get(int index) {
    return all.get(first + index);
  }

  @Override
  public int size() {
    return last - first;
  }

  boolean anyMatch(Predicate<Hit> test) {
    return firstMatch(test) != null;
  }

  boolean noneMatch(Predicate<Hit> test) {
    return firstMatch(test) == null;
  }

  /** The first that passes a test, or null. */
  Hit firstMatch(Predicate<Hit> test) {
    for (int i = first; i < last; i++) {
      if (test.test(all.get(i))) {
        return all.get(i);
      }
    }
    return null;
  }
}
