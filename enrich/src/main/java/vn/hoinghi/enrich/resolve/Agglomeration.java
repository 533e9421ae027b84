package vn.hoinghi.enrich.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

  /** Hears of every step, for someone who wants to know why. */
  interface Steps {
    /** Nobody asked. */
    Steps UNHEARD =
        new Steps() {
          @Override
          public void joined(Member a, Member b, int score) {}

          @Override
          public void refused(Member a, Member b, int score, Objection objection) {}
        };

    /** The groups of these two became one, by this match. */
    void joined(Member a, Member b, int score);

    /** These two match, but their groups do not agree. */
    void refused(Member a, Member b, int score, Objection objection);
  }

  /**
   * Why two groups stay apart.
   *
   * @param mine the one of a pair that cannot be, or null where only the whole speaks against it
   * @param theirs the other, or null
   * @param verdict of that pair, or null
   * @param sum of the pairs' scores, where only the whole speaks against it
   */
  record Objection(Member mine, Member theirs, Verdict verdict, long sum) {}

  private final List<Facts> members = new ArrayList<>();

  /** Positions in {@link #members}, each group in order. */
  private final List<List<Integer>> groups = new ArrayList<>();

  private final int[] groupOf;
  private final Neighbourhood matches;
  private final Steps steps;

  /** Groups that people put together are one event, though no rule has to agree. */
  private final Links events;

  private Agglomeration(List<Member> component, Neighbourhood matches, Steps steps) {
    this.matches = matches;
    this.steps = steps;
    this.groupOf = new int[component.size()];
    this.events =
        Links.among(component.stream().map(Member::articleId).toList(), matches.corrections());
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
    return of(component, matches, Steps.UNHEARD);
  }

  /** The same, with someone who hears how it came about. */
  static List<List<Member>> of(List<Member> component, Neighbourhood matches, Steps steps) {
    if (component.size() == 1) {
      return List.of(component);
    }
    var agglomeration = new Agglomeration(component, matches, steps);
    agglomeration.edges(matches).forEach(agglomeration::join);
    var found = new TreeMap<Integer, List<Member>>();
    for (int i = 0; i < component.size(); i++) {
      found
          .computeIfAbsent(agglomeration.events.event(i), e -> new ArrayList<>())
          .add(component.get(i));
    }
    return List.copyOf(found.values());
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
    if (into == from) {
      return;
    }
    Member a = members.get(edge.a).member;
    Member b = members.get(edge.b).member;
    Objection objection = people(into, from);
    objection = objection == null ? objection(groups.get(into), groups.get(from)) : objection;
    if (objection != null) {
      steps.refused(a, b, edge.score, objection);
      return;
    }
    steps.joined(a, b, edge.score);
    events.join(into, from);
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

  /** What people have against one event of two groups, or null. */
  private Objection people(int mine, int theirs) {
    Links.Apart apart = events.between(mine, theirs);
    return apart == null
        ? null
        : new Objection(
            members.get(apart.a()).member,
            members.get(apart.b()).member,
            new Verdict(0, CannotLink.CORRECTED),
            0);
  }

  /** What speaks against joining two groups, or null where they agree. */
  private Objection objection(List<Integer> mine, List<Integer> theirs) {
    long sum = 0;
    for (int i = 0; i < Math.min(SPOKESMEN, mine.size()); i++) {
      for (int j = 0; j < Math.min(SPOKESMEN, theirs.size()); j++) {
        Verdict verdict = verdict(mine.get(i), theirs.get(j));
        if (verdict.apart() != null || verdict.score() < FLOOR) {
          return new Objection(
              members.get(mine.get(i)).member, members.get(theirs.get(j)).member, verdict, 0);
        }
        sum += verdict.score();
      }
    }
    return sum >= 0 ? null : new Objection(null, null, null, sum);
  }

  private Verdict verdict(int a, int b) {
    return matches.compared(members.get(a), members.get(b));
  }
}
