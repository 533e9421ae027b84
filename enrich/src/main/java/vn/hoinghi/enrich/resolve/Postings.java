package vn.hoinghi.enrich.resolve;

import java.util.Set;

/** The index entries of a member, for whoever stores them. */
public final class Postings {
  private Postings() {}

  /** Buckets in which the member stands, in a fixed order. */
  public static Set<Long> of(Member member) {
    return Buckets.of(new Facts(member));
  }
}
