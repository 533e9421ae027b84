package vn.hoinghi.enrich.resolve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /**
   * The graph as the index stands now.
   *
   * @param memory of members that did not change since it was filled
   */
  public Neighbourhood(MemberIndex index, Memory memory) {
    this.index = index;
    this.memory = memory;
  }

  /**
   * Members in comparable form with their matches, the last few thousand used: to fold names and
   * scan postings anew for every member of a neighbourhood would be most of the work.
   */
  public static final class Memory {
    private static final int MEMBERS = 5000;
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
    touched.addAll(crowd(articleId));
    memory.facts.remove(articleId);
    memory.matches.remove(articleId);
    return touched;
  }

  /**
   * To be called once the index has this member.
   *
   * @return those whose matches this may have changed
   */
  public SortedSet<String> enters(String articleId) {
    var touched = new TreeSet<String>(crowd(articleId));
    for (String other : matches(articleId)) {
      SortedSet<String> known = memory.matches.get(other);
      if (known != null) {
        known.add(articleId);
      }
      touched.add(other);
    }
    return touched;
  }

  /** The member says the same as before, apart from what is not compared. */
  public void restated(String articleId) {
    memory.facts.remove(articleId);
  }

  /** In crowded buckets one more member puts others out of each other's reach, one less in it. */
  private List<String> crowd(String articleId) {
    var crowd = new ArrayList<String>();
    for (long bucket : Buckets.of(facts(articleId))) {
      List<String> around = index.around(bucket, articleId, WINDOW);
      if (around.size() >= WINDOW) {
        crowd.addAll(around);
      }
    }
    crowd.forEach(memory.matches::remove);
    return crowd;
  }

  /** Members that match this one, in articleId order. */
  SortedSet<String> matches(String articleId) {
    SortedSet<String> known = memory.matches.get(articleId);
    if (known == null) {
      known = findMatches(articleId);
      memory.matches.put(articleId, known);
    }
    return known;
  }

  /** The connected components that hold any of these members, each in articleId order. */
  public List<List<Member>> components(Collection<String> articleIds) {
    var components = new ArrayList<List<Member>>();
    var seen = new TreeSet<String>();
    for (String start : new TreeSet<>(articleIds)) {
      if (seen.contains(start) || index.member(start) == null) {
        continue;
      }
      var component = new TreeMap<String, Member>();
      var open = new ArrayDeque<String>(List.of(start));
      seen.add(start);
      while (!open.isEmpty()) {
        String next = open.remove();
        component.put(next, facts(next).member);
        matches(next).stream().filter(seen::add).forEach(open::add);
      }
      components.add(List.copyOf(component.values()));
    }
    return components;
  }

  private SortedSet<String> findMatches(String articleId) {
    Facts mine = facts(articleId);
    var candidates = new TreeSet<String>();
    for (long bucket : Buckets.of(mine)) {
      candidates.addAll(index.around(bucket, articleId, WINDOW));
    }
    candidates.removeIf(c -> !verdict(mine, facts(c)).matches());
    return candidates;
  }

  /** The comparison of two members, made once as long as both stay as they are. */
  static Verdict verdict(Facts a, Facts b) {
    boolean inOrder = a.member.articleId().compareTo(b.member.articleId()) <= 0;
    Facts first = inOrder ? a : b;
    Facts second = inOrder ? b : a;
    return first.verdicts.computeIfAbsent(second, other -> Comparison.of(first, other));
  }

  Facts facts(String articleId) {
    Facts known = memory.facts.get(articleId);
    if (known == null) {
      known = new Facts(index.member(articleId));
      memory.facts.put(articleId, known);
    }
    return known;
  }
}
