package vn.hoinghi.enrich.resolve;

/**
 * Where members and their index entries are looked up: in memory for a whole set, in the state
 * stores for the incremental case.
 */
public interface MemberIndex {
  /** The member of this article, or null. */
  Member member(String articleId);

  /** The other articles of a bucket, as they stand around this one. */
  Around around(long bucket, String articleId);

  /** Notes that a match of the article's leans on that. */
  void lean(String articleId, Leaning on);

  /** Whether a match of the article's may lean on that; never false where one does. */
  boolean leans(String articleId, Leaning on);
}
