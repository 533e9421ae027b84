package vn.hoinghi.enrich.resolve;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** In a sorted list those with a common beginning stand side by side. */
final class Listed implements Around {
  private final List<String> all;
  private final String articleId;

  /** Where those before the article end, and where those after it begin. */
  private final int before;

  private final int after;

  Listed(List<String> all, String articleId) {
    this.all = all;
    this.articleId = articleId;
    int at = all.isEmpty() ? -1 : Collections.binarySearch(all, articleId);
    before = at < 0 ? -at - 1 : at;
    after = at < 0 ? before : at + 1;
  }

  @Override
  public int count(int bits) {
    return before - first(bits) + last(bits) - after;
  }

  @Override
  public List<String> others(int bits) {
    int first = first(bits);
    int last = last(bits);
    var others = new ArrayList<String>(before - first + last - after);
    others.addAll(all.subList(first, before));
    others.addAll(all.subList(after, last));
    return others;
  }

  /** The first before the article that has so much in common with it. */
  private int first(int bits) {
    int from = 0;
    int to = bits == 0 ? 0 : before;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (Around.common(articleId, all.get(middle)) >= bits) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from;
  }

  /** One behind the last after the article that has so much in common with it. */
  private int last(int bits) {
    int from = bits == 0 ? all.size() : after;
    int to = all.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (Around.common(articleId, all.get(middle)) >= bits) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }
}
