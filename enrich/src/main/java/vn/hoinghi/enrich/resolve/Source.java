package vn.hoinghi.enrich.resolve;

import java.util.List;
import java.util.Map;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.avro.EventSource;

/**
 * One member's part in an event.
 *
 * @param reprintOf the source printed before it whose text it carries, or null
 */
record Source(Member member, Member reprintOf) {
  static final int MAX_SOURCES = 200;

  /**
   * The sources of an event.
   *
   * @param members in canonical order
   */
  static List<Source> of(List<Member> members) {
    Map<Member, Member> originals = Lineage.of(members);
    return members.stream().map(m -> new Source(m, originals.get(m))).toList();
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
}
