package vn.hoinghi.enrich.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A component of matching members may hold several conferences: one article that tells of two would
 * chain them. So groups grow from single members, strongest match first, and two groups join only
 * where their members agree across the board: no cannot-link, no strong disagreement, and on
 * average more for than against. Ties go by articleId.
 */
final class Agglomeration {
  /** Disagreement that one pair may show while all the others agree. */
  private static final int FLOOR = -250;

  /** Members of a group that speak for it in a large one, the first in articleId order. */
  private static final int SPOKESMEN = 12;

  private record Edge(int score, int a, int b) {}

  private final List<Facts> members;
  private final List<List<Integer>> groups = new ArrayList<>();
  private final int[] groupOf;

  private Agglomeration(List<Member> component, Neighbourhood matches) {
    this.members = component.stream().map(m -> matches.facts(m.articleId())).toList();
    this.groupOf = new int[members.size()];
    for (int i = 0; i < members.size(); i++) {
      groupOf[i] = i;
      groups.add(new ArrayList<>(List.of(i)));
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
    return agglomeration.groups.stream()
        .filter(group -> !group.isEmpty())
        .map(group -> group.stream().sorted().map(component::get).toList())
        .toList();
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
    groups.get(from).forEach(member -> groupOf[member] = into);
    groups.get(into).addAll(groups.get(from));
    groups.get(from).clear();
  }

  private boolean agree(List<Integer> mine, List<Integer> theirs) {
    long sum = 0;
    for (int a : spokesmen(mine)) {
      for (int b : spokesmen(theirs)) {
        Verdict verdict = verdict(a, b);
        if (verdict.apart() != null || verdict.score() < FLOOR) {
          return false;
        }
        sum += verdict.score();
      }
    }
    return sum >= 0;
  }

  private static List<Integer> spokesmen(List<Integer> group) {
    return group.stream().sorted().limit(SPOKESMEN).collect(Collectors.toList());
  }

  private Verdict verdict(int a, int b) {
    return Neighbourhood.verdict(members.get(a), members.get(b));
  }
}
