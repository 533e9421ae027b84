package vn.hoinghi.enrich.resolve;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who printed first and who printed it again. A crawler may see the copy before the original, so
 * sources are looked at in the order of print: those that name somebody else as their origin come
 * last, then the time on the page counts, and only without one the time of ingestion. Each source
 * is a reprint of the first one before it whose text it carries, whole or shortened. What was
 * printed at the same time goes by articleId.
 */
final class Lineage {
  /** A text is compared with so many that were printed before it. */
  private static final int FIRST = 200;

  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final int DUPLICATE = 70;
  private static final int CONTAINED = 80;
  private static final int DECLARED = 35;

  private record Printed(Member member, boolean declared, long time) {
    static Printed of(Member member) {
      return new Printed(member, member.origin() != null, Lineage.time(member));
    }
  }

  private static final Comparator<Printed> ORDER =
      Comparator.comparing(Printed::declared)
          .thenComparingLong(Printed::time)
          .thenComparing(p -> p.member().articleId());

  private Lineage() {}

  /** For each member the one that it reprints; originals are not in it. */
  static Map<Member, Member> of(List<Member> members) {
    var originals = new IdentityHashMap<Member, Member>();
    if (members.size() == 1) {
      return originals;
    }
    List<Member> before = new ArrayList<>();
    for (Printed printed : members.stream().map(Printed::of).sorted(ORDER).toList()) {
      Member later = printed.member();
      before.stream()
          .filter(earlier -> reprints(later, earlier))
          .findFirst()
          .ifPresent(earlier -> originals.put(later, earlier));
      if (before.size() < FIRST) {
        before.add(later);
      }
    }
    return originals;
  }

  private static boolean reprints(Member later, Member earlier) {
    int similarity = later.sketch().similarity(earlier.sketch());
    return similarity >= DUPLICATE
        || later.sketch().containment(earlier.sketch()) >= CONTAINED
        || (later.origin() != null && similarity >= DECLARED);
  }

  /** A bare day is taken to its end: whoever gives the hour was there to tell it. */
  private static long time(Member member) {
    String published = member.publishedAt();
    if (published == null) {
      return member.firstIngestedAt();
    }
    try {
      if (published.indexOf('T') >= 0) {
        return OffsetDateTime.parse(published).toInstant().toEpochMilli();
      }
      Instant end = LocalDate.parse(published).plusDays(1).atStartOfDay(VIETNAM).toInstant();
      return Math.min(end.toEpochMilli() - 1, member.firstIngestedAt());
    } catch (DateTimeException e) {
      return member.firstIngestedAt();
    }
  }
}
