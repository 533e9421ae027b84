package vn.hoinghi.enrich.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The index of a whole set of members. */
public final class MemoryIndex implements MemberIndex {
  private final Map<String, Member> members = new TreeMap<>();
  private final Map<Long, List<String>> buckets = new HashMap<>();

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
      List<String> all = buckets.computeIfAbsent(bucket, b -> new ArrayList<>());
      all.add(-Collections.binarySearch(all, member.articleId()) - 1, member.articleId());
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
  public Around around(long bucket, String articleId) {
    return Around.in(buckets.getOrDefault(bucket, List.of()), articleId);
  }

  @Override
  public void lean(String articleId, Leaning on) {
    // nobody comes later: nobody is parted
  }

  @Override
  public boolean leans(String articleId, Leaning on) {
    return true;
  }
}
