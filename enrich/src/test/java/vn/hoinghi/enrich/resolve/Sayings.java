package vn.hoinghi.enrich.resolve;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import vn.hoinghi.avro.Correction;
import vn.hoinghi.avro.CorrectionKind;
import vn.hoinghi.avro.Undo;
import vn.hoinghi.schemas.ContentIds;
import vn.hoinghi.schemas.TrustedRecords;

/** Corrections for tests; a higher minute is later. */
final class Sayings {
  private static final Instant NOON = Instant.parse("2026-11-15T12:00:00Z");

  static {
    TrustedRecords.trust();
  }

  private Sayings() {}

  static Correction together(int minute, Member... members) {
    return said(CorrectionKind.MUST_LINK, minute, null, null, members);
  }

  static Correction apart(int minute, Member... members) {
    return said(CorrectionKind.CANNOT_LINK, minute, null, null, members);
  }

  static Correction retract(int minute, Member member) {
    return said(CorrectionKind.RETRACT, minute, null, null, member);
  }

  static Correction set(int minute, Member member, String field, String value) {
    return said(CorrectionKind.OVERRIDE, minute, field, value, member);
  }

  static Correction undone(Correction correction) {
    return Correction.newBuilder(correction)
        .setUndone(new Undo("Bình", "nhầm", NOON.plusSeconds(3600)))
        .build();
  }

  static Correction said(
      CorrectionKind kind, int minute, String field, String value, Member... members) {
    List<String> ids = Stream.of(members).map(Member::articleId).toList();
    var said =
        new Correction(
            "", kind, ids, field, value, "An", "đã hỏi", NOON.plusSeconds(60L * minute), null);
    said.setCorrectionId(ContentIds.correctionHash(said).substring(0, 32));
    return said;
  }
}
