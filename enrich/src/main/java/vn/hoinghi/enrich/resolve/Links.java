package vn.hoinghi.enrich.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.hoinghi.avro.Correction;
import vn.hoinghi.avro.CorrectionKind;

/**
 * What people say about which members of a component belong together. Their word goes over any
 * rule; where they contradict each other, directly or by way of third articles, the later word
 * counts: links are taken in from the latest to the earliest, and one that does not go with those
 * already taken is left out. An article that is not there links nobody.
 */
final class Links {
  /** Positions of two members that a person says to report different conferences. */
  record Apart(int a, int b) {}

  /** Position of each member to that of another in its event; itself for one of each event. */
  private final int[] next;

  private final List<Apart> apart = new ArrayList<>();
  private final Set<String> overruled = new HashSet<>();

  private Links(int members) {
    next = new int[members];
    for (int i = 0; i < members; i++) {
      next[i] = i;
    }
  }

  /** The links among these articles; they are known by their positions in the list. */
  static Links among(List<String> articleIds, Corrections corrections) {
    var links = new Links(articleIds.size());
    if (corrections.isEmpty()) {
      return links;
    }
    Map<String, Integer> positions = new HashMap<>();
    var all = new TreeSet<>(Corrections.LATEST_FIRST);
    for (String articleId : articleIds) {
      positions.put(articleId, positions.size());
      all.addAll(corrections.naming(articleId));
    }
    for (Correction correction : all) {
      links.take(correction, positions);
    }
    return links;
  }

  private void take(Correction correction, Map<String, Integer> positions) {
    List<Integer> there = new ArrayList<>();
    for (String article : correction.getArticleIds()) {
      if (positions.containsKey(article)) {
        there.add(positions.get(article));
      }
    }
    boolean fits = true;
    if (correction.getKind() == CorrectionKind.MUST_LINK) {
      for (int other : there) {
        fits &= link(there.get(0), other);
      }
    } else if (correction.getKind() == CorrectionKind.CANNOT_LINK
        && positions.containsKey(correction.getArticleIds().get(0))) {
      for (int other : there.subList(1, there.size())) {
        fits &= part(there.get(0), other);
      }
    }
    if (!fits) {
      overruled.add(correction.getCorrectionId());
    }
  }

  private boolean link(int a, int b) {
    boolean fits = between(a, b) == null;
    if (fits) {
      join(a, b);
    }
    return fits;
  }

  private boolean part(int a, int b) {
    boolean fits = event(a) != event(b);
    if (fits) {
      apart.add(new Apart(a, b));
    }
    return fits;
  }

  /** Corrections of which at least a part does not go with later ones. */
  Set<String> overruled() {
    return overruled;
  }

  /** What people have against one event of these two and all that is with them, or null. */
  Apart between(int a, int b) {
    int mine = event(a);
    int theirs = event(b);
    for (Apart two : apart) {
      int one = event(two.a);
      int other = event(two.b);
      if ((one == mine && other == theirs) || (one == theirs && other == mine)) {
        return two;
      }
    }
    return null;
  }

  /** The events of two members are one. */
  void join(int a, int b) {
    int mine = event(a);
    int theirs = event(b);
    next[Math.max(mine, theirs)] = Math.min(mine, theirs);
  }

  /** Position of the first member of the event in which this one is. */
  int event(int member) {
    int first = member;
    while (next[first] != first) {
      next[first] = next[next[first]];
      first = next[first];
    }
    return first;
  }
}
