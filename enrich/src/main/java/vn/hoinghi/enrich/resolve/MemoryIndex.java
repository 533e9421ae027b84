package vn.hoinghi.enrich.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The index of a whole set of members. */
public final class MemoryIndex implements MemberIndex {
  private final Map<String, Member> members = new TreeMap<>();
  private final Map<Long, NavigableSet<String>> buckets = new HashMap<>();

  /**
   * Takes one more member.
   *
   * @throws IllegalArgumentException where its article is a member already
   */
  public void add(Member member) {
    if (members.put(member.articleId(), member) != null) {
      throw new IllegalArgumentException("article " + member.articleId() + " is given twice");
    }
    for (long bucket : Facts.of(member).buckets()) {
      buckets.computeIfAbsent(bucket, b -> new TreeSet<>()).add(member.articleId());
    }
  }

  Collection<String> articleIds() {
    return members.keySet();
  }

  @Override
  public Member member(String articleId) {
    return members.get(articleId);
  }

  @Override
  public List<String> around(long bucket, String articleId, int limit) {
    NavigableSet<String> all = buckets.getOrDefault(bucket, Collections.emptyNavigableSet());
    var around = new ArrayList<String>();
    all.headSet(articleId, false).descendingSet().stream().limit(limit).forEach(around::add);
    all.tailSet(articleId, false).stream().limit(limit).forEach(around::add);
    Collections.sort(around);
    return around;
  }
}
