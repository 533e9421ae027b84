package vn.hoinghi.enrich.resolve;

import java.time.Instant;
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

  /** How many of them are. */
  static int independent(List<Source> sources) {
    int independent = 0;
    for (Source source : sources) {
      independent += source.independent() ? 1 : 0;
    }
    return independent;
  }

  ConferenceMention mention() {
    return member.mention();
  }

  /**
   * @param fields names of those that it gives
   */
  EventSource toRecord(List<String> fields) {
    return new EventSource(
        member.articleId(),
        member.url(),
        member.outlet(),
        member.title(),
        member.publishedAt(),
        Instant.ofEpochMilli(member.firstIngestedAt()),
        Instant.ofEpochMilli(member.fetchedAt()),
        reprintOf == null ? null : reprintOf.articleId(),
        member.origin(),
        fields);
  }
}
