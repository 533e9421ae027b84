package vn.hoinghi.enrich.resolve;

import java.util.List;

/**
 * Where members and their index entries are looked up: in memory for a whole set, in the state
 * stores for the incremental case.
 */
public interface MemberIndex {
  /** The member of this article, or null. */
  Member member(String articleId);

  /**
   * Articles next to {@code articleId} in a bucket, in articleId order, without itself.
   *
   * @param limit at most so many before and so many after it
   */
  List<String> around(long bucket, String articleId, int limit);
}
