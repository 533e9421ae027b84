package vn.hoinghi.enrich.resolve;

import java.util.ArrayList;
import java.util.List;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.avro.EventSource;

/**
 * One member's part in an event.
 *
 * @param reprintOf the earlier source whose text it carries, or null
 */
record Source(Member member, Member reprintOf) {
  static final int MAX_SOURCES = 200;
  private static final int DUPLICATE = 70;
  private static final int CONTAINED = 80;
  private static final int DECLARED = 35;

  /**
   * The sources of an event.
   *
   * @param members in canonical order
   */
  static List<Source> of(List<Member> members) {
    var sources = new ArrayList<Source>();
    for (Member member : members) {
      Member original = null;
      for (int i = 0; i < Math.min(sources.size(), MAX_SOURCES) && original == null; i++) {
        Member earlier = sources.get(i).member;
        original = reprints(member, earlier) ? earlier : null;
      }
      sources.add(new Source(member, original));
    }
    return sources;
  }

  boolean independent() {
    return reprintOf == null;
  }

  ConferenceMention mention() {
    return member.mention();
  }

  /**
   * @param fields names of those that it gives
   */
  EventSource toRecord(List<String> fields) {
    return EventSource.newBuilder()
        .setArticleId(member.articleId())
        .setUrl(member.url())
        .setOutlet(member.outlet())
        .setTitle(member.title())
        .setPublishedAt(member.publishedAt())
        .setFirstIngestedAt(java.time.Instant.ofEpochMilli(member.firstIngestedAt()))
        .setFetchedAt(java.time.Instant.ofEpochMilli(member.fetchedAt()))
        .setReprintOf(reprintOf == null ? null : reprintOf.articleId())
        .setOrigin(member.origin())
        .setFields(fields)
        .build();
  }

  private static boolean reprints(Member later, Member earlier) {
    int similarity = later.sketch().similarity(earlier.sketch());
    return similarity >= DUPLICATE
        || later.sketch().containment(earlier.sketch()) >= CONTAINED
        || (later.origin() != null && similarity >= DECLARED);
  }
}
