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
 * stand at most {@link #WINDOW} places apart in some bucket, counted in articleId order: in a
 * crowded bucket that cuts the work without asking who came first, and one more article changes the
 * candidates of its own neighbours only.
 */
public final class Neighbourhood {
  /** Reach within a bucket, to each side. */
  public static final int WINDOW = 24;

  private final MemberIndex index;
  private final Memory memory;
  private final Corrections corrections;

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

    private static <V> Map<String, V> lastUsed() {
      return new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
          return size() > MEMBERS;
        }
      };
    }
  }

  /** Who stands near a member in its buckets. */
  private final class Surroundings {
    final Set<String> near = new HashSet<>();

    /** In crowded buckets one more member puts others out of each other's reach, one less in it. */
    final List<String> crowd = new ArrayList<>();

    Surroundings(Facts facts) {
      for (long bucket : facts.buckets()) {
        List<String> around = index.around(bucket, facts.member.articleId(), WINDOW);
        near.addAll(around);
        if (around.size() >= WINDOW) {
          crowd.addAll(around);
        }
      }
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
    List<String> crowd = new Surroundings(facts(articleId)).crowd;
    crowd.forEach(memory.matches::remove);
    touched.addAll(crowd);
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
    var surroundings = new Surroundings(facts);
    surroundings.crowd.forEach(memory.matches::remove);
    SortedSet<String> matches = matching(facts, surroundings.near);
    memory.facts.put(articleId, facts);
    memory.matches.put(articleId, matches);
    for (String other : matches) {
      SortedSet<String> known = memory.matches.get(other);
      if (known != null) {
        known.add(articleId);
      }
    }
    var touched = new TreeSet<>(matches);
    touched.addAll(surroundings.crowd);
    return touched;
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
      known = matching(mine, new Surroundings(mine).near);
      memory.matches.put(articleId, known);
    }
    return known;
  }

  /** Members that share a bucket with this one, within reach. */
  Set<String> candidates(Facts facts) {
    return new Surroundings(facts).near;
  }

  private SortedSet<String> matching(Facts mine, Collection<String> candidates) {
    var matches = new TreeSet<String>();
    for (String candidate : candidates) {
      if (verdict(mine, facts(candidate)).matches()) {
        matches.add(candidate);
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

  /** The comparison of two members, always made in articleId order. */
  static Verdict verdict(Facts a, Facts b) {
    boolean inOrder = a.member.articleId().compareTo(b.member.articleId()) <= 0;
    return inOrder ? Comparison.of(a, b) : Comparison.of(b, a);
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
