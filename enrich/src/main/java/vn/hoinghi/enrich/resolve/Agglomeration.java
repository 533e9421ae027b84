package vn.hoinghi.enrich.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A component of matching members may hold several conferences: one article that tells of two would
 * chain them. So groups grow from single members, strongest match first, and two groups join only
 * where their members agree across the board: no cannot-link, no strong disagreement, and on
 * average more for than against. Ties go by articleId.
 */
final class Agglomeration {
  /** Disagreement that one pair may show while all the others agree. */
  private static final int FLOOR = -500;

  /** Members of a group that speak for it in a large one, the first in articleId order. */
  private static final int SPOKESMEN = 12;

  private record Edge(int score, int a, int b) {}

  private final List<Facts> members = new ArrayList<>();

  /** Positions in {@link #members}, each group in order. */
  private final List<List<Integer>> groups = new ArrayList<>();

  private final int[] groupOf;
  private final Neighbourhood matches;

  private Agglomeration(List<Member> component, Neighbourhood matches) {
    this.matches = matches;
    this.groupOf = new int[component.size()];
    for (int i = 0; i < groupOf.length; i++) {
      members.add(matches.facts(component.get(i).articleId()));
      groupOf[i] = i;
      groups.add(List.of(i));
    }
  }

  /**
   * The events' members, each in articleId order.
   *
   * @param component in articleId order
   * @param matches for each member its matches
   */
  static List<List<Member>> of(List<Member> component, Neighbourhood matches) {
    if (component.size() == 1) {
      return List.of(component);
    }
    var agglomeration = new Agglomeration(component, matches);
    agglomeration.edges(matches).forEach(agglomeration::join);
    var found = new ArrayList<List<Member>>();
    for (List<Integer> group : agglomeration.groups) {
      if (!group.isEmpty()) {
        found.add(group.stream().map(component::get).toList());
      }
    }
    return found;
  }

  private List<Edge> edges(Neighbourhood matches) {
    Map<String, Integer> positions = new HashMap<>();
    for (int i = 0; i < members.size(); i++) {
      positions.put(members.get(i).member.articleId(), i);
    }
    var edges = new ArrayList<Edge>();
    for (int i = 0; i < members.size(); i++) {
      for (String match : matches.matches(members.get(i).member.articleId())) {
        int j = positions.get(match);
        if (i < j) {
          edges.add(new Edge(verdict(i, j).score(), i, j));
        }
      }
    }
    edges.sort(
        Comparator.comparingInt(Edge::score)
            .reversed()
            .thenComparingInt(Edge::a)
            .thenComparingInt(Edge::b));
    return edges;
  }

  private void join(Edge edge) {
    int into = Math.min(groupOf[edge.a], groupOf[edge.b]);
    int from = Math.max(groupOf[edge.a], groupOf[edge.b]);
    if (into == from || !agree(groups.get(into), groups.get(from))) {
      return;
    }
    for (int member : groups.get(from)) {
      groupOf[member] = into;
    }
    groups.set(into, merged(groups.get(into), groups.get(from)));
    groups.set(from, List.of());
  }

  private static List<Integer> merged(List<Integer> mine, List<Integer> theirs) {
    var merged = new ArrayList<Integer>(mine);
    merged.addAll(theirs);
    merged.sort(null);
    return merged;
  }

  private boolean agree(List<Integer> mine, List<Integer> theirs) {
    long sum = 0;
    for (int i = 0; i < Math.min(SPOKESMEN, mine.size()); i++) {
      for (int j = 0; j < Math.min(SPOKESMEN, theirs.size()); j++) {
        Verdict verdict = verdict(mine.get(i), theirs.get(j));
        if (verdict.apart() != null || verdict.score() < FLOOR) {
          return false;
        }
        sum += verdict.score();
      }
    }
    return sum >= 0;
  }

  private Verdict verdict(int a, int b) {
    return matches.compared(members.get(a), members.get(b));
  }
}
