package vn.hoinghi.enrich.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private Links(int members) {
    next = new int[members];
    for (int i = 0; i < members; i++) {
      next[i] = i;
    }
  }

  /** The links among these members; they are known by their positions in the list. */
  static Links among(List<Member> component, Corrections corrections) {
    var links = new Links(component.size());
    if (corrections.isEmpty()) {
      return links;
    }
    Map<String, Integer> positions = new HashMap<>();
    var all = new TreeSet<>(Corrections.LATEST_FIRST);
    for (Member member : component) {
      positions.put(member.articleId(), positions.size());
      all.addAll(corrections.naming(member.articleId()));
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
    if (correction.getKind() == CorrectionKind.MUST_LINK) {
      for (int other : there) {
        if (between(there.get(0), other) == null) {
          join(there.get(0), other);
        }
      }
    } else if (correction.getKind() == CorrectionKind.CANNOT_LINK
        && positions.containsKey(correction.getArticleIds().get(0))) {
      int first = there.remove(0);
      there.stream()
          .filter(b -> event(first) != event(b))
          .forEach(b -> apart.add(new Apart(first, b)));
    }
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
