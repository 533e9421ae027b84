package vn.hoinghi.enrich.resolve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The graph of members that match, seen from any of them. Two members are candidates where they
 * share a bucket, and have one {@linkplain Cells cell} in common in every bucket that they share:
 * in a crowded bucket that cuts the work without asking who came first.
 */
public final class Neighbourhood {
  private final MemberIndex index;
  private final Memory memory;
  private final Corrections corrections;
  private boolean crowded;

  /** The graph as the index stands now, without a word of people. */
  public Neighbourhood(MemberIndex index, Memory memory) {
    this(index, memory, new Corrections());
  }

  /**
   * The graph as the index stands now.
   *
   * @param memory of members that did not change since it was filled
   * @param corrections by which people put members into one component that do not match
   */
  public Neighbourhood(MemberIndex index, Memory memory, Corrections corrections) {
    this.index = index;
    this.memory = memory;
    this.corrections = corrections;
  }

  Corrections corrections() {
    return corrections;
  }

  /**
   * Members in comparable form with their matches, the last few thousand used: to fold names and
   * scan postings anew for every member of a neighbourhood would be most of the work.
   */
  public static final class Memory {
    private static final int MEMBERS = 5_000;
    private final Map<String, Facts> facts = lastUsed();
    private final Map<String, SortedSet<String>> matches = lastUsed();
    private final Verdicts verdicts = new Verdicts();

    private static <V> Map<String, V> lastUsed() {
      return new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
          return size() > MEMBERS;
        }
      };
    }
  }

  /**
   * To be called before the index loses this member or takes another in its place.
   *
   * @return those whose matches this may change
   */
  public SortedSet<String> leaves(String articleId) {
    SortedSet<String> matched = matches(articleId);
    for (String other : matched) {
      SortedSet<String> known = memory.matches.get(other);
      if (known != null) {
        known.remove(articleId);
      }
    }
    var touched = new TreeSet<>(matched);
    touched.addAll(forgotten(new Cells(facts(articleId), index).resettled()));
    touched.addAll(corrections.linkedTo(articleId));
    memory.facts.remove(articleId);
    memory.matches.remove(articleId);
    return touched;
  }

  /**
   * To be called once the index has this member.
   *
   * @return those whose matches this may have changed
   */
  public SortedSet<String> enters(Facts facts) {
    String articleId = facts.member.articleId();
    memory.facts.put(articleId, facts);
    var cells = new Cells(facts, index);
    crowded |= cells.crowded();
    Collection<String> parted = forgotten(cells.parted());
    SortedSet<String> matches = matching(facts, candidates(cells));
    memory.matches.put(articleId, matches);
    for (String other : matches) {
      SortedSet<String> known = memory.matches.get(other);
      if (known != null) {
        known.add(articleId);
      }
    }
    var touched = new TreeSet<>(matches);
    touched.addAll(parted);
    return touched;
  }

  /** Whether a member that entered stands in a bucket that is too full to compare all with all. */
  public boolean crowded() {
    return crowded;
  }

  /** Forgets the matches of those whom one member more or less puts into other cells. */
  private Collection<String> forgotten(Collection<String> resettled) {
    resettled.forEach(memory.matches::remove);
    return resettled;
  }

  /** The member says the same as before, apart from what is not compared. */
  public void restated(String articleId) {
    memory.facts.remove(articleId);
  }

  /** Members that match this one, in articleId order. */
  SortedSet<String> matches(String articleId) {
    SortedSet<String> known = memory.matches.get(articleId);
    if (known == null) {
      Facts mine = facts(articleId);
      known = matching(mine, candidates(mine));
      memory.matches.put(articleId, known);
    }
    return known;
  }

  /** Members that are compared with this one. */
  public Set<String> candidates(Facts mine) {
    return candidates(new Cells(mine, index));
  }

  private Set<String> candidates(Cells cells) {
    if (cells.crowded()) {
      cells.near().removeIf(other -> cells.divide(facts(other)));
    }
    return cells.near();
  }

  private SortedSet<String> matching(Facts mine, Collection<String> candidates) {
    var matches = new TreeSet<String>();
    for (String candidate : candidates) {
      Facts theirs = facts(candidate);
      if (compared(mine, theirs).matches()) {
        matches.add(candidate);
        Leaning.note(mine, theirs, index);
      }
    }
    return matches;
  }

  /** The connected components that hold any of these members, each in articleId order. */
  public List<List<Member>> components(Collection<String> articleIds) {
    var components = new ArrayList<List<Member>>();
    var seen = new HashSet<String>();
    for (String start : new TreeSet<>(articleIds)) {
      if (!seen.contains(start) && isMember(start)) {
        components.add(component(start, seen));
      }
    }
    return components;
  }

  private List<Member> component(String start, Set<String> seen) {
    var component = new TreeMap<String, Member>();
    var open = new ArrayDeque<String>(List.of(start));
    seen.add(start);
    while (!open.isEmpty()) {
      String next = open.remove();
      component.put(next, facts(next).member);
      for (String match : matches(next)) {
        if (seen.add(match)) {
          open.add(match);
        }
      }
      for (String linked : corrections.linkedTo(next)) {
        if (isMember(linked) && seen.add(linked)) {
          open.add(linked);
        }
      }
    }
    return List.copyOf(component.values());
  }

  private boolean isMember(String articleId) {
    return memory.facts.containsKey(articleId) || index.member(articleId) != null;
  }

  /** The comparison of two members, as it was made before if it was. */
  Verdict compared(Facts a, Facts b) {
    return memory.verdicts.of(a, b);
  }

  Facts facts(String articleId) {
    Facts known = memory.facts.get(articleId);
    if (known == null) {
      known = Facts.of(index.member(articleId));
      memory.facts.put(articleId, known);
    }
    return known;
  }
}
