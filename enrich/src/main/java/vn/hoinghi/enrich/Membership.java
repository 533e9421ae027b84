package vn.hoinghi.enrich;

import vn.hoinghi.enrich.resolve.Member;

/**
 * One article's standing in a shard, sent from the router to the resolver.
 *
 * @param member the newest member; null where only {@code firstIngestedAt} changed, or on leaving
 * @param firstIngestedAt milliseconds since the epoch
 */
record Membership(Kind kind, String articleId, String shard, Member member, long firstIngestedAt)
    implements ShardNews {
  enum Kind {
    JOIN,
    LEAVE,
    EARLIER
  }

  static Membership join(Member member) {
    return new Membership(
        Kind.JOIN, member.articleId(), member.shard(), member, member.firstIngestedAt());
  }

  static Membership leave(String articleId, String shard) {
    return new Membership(Kind.LEAVE, articleId, shard, null, 0);
  }

  /** An older revision turned out to have entered the raw topic earlier. */
  static Membership earlier(String articleId, String shard, long firstIngestedAt) {
    return new Membership(Kind.EARLIER, articleId, shard, null, firstIngestedAt);
  }
}
