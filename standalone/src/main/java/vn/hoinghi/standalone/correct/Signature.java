package vn.hoinghi.standalone.correct;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import picocli.CommandLine.Option;
import vn.hoinghi.avro.Correction;
import vn.hoinghi.avro.CorrectionKind;
import vn.hoinghi.avro.Undo;
import vn.hoinghi.enrich.resolve.CorrectionCheck;
import vn.hoinghi.schemas.BadRecordException;
import vn.hoinghi.schemas.ContentIds;
import vn.hoinghi.schemas.TrustedRecords;
import vn.hoinghi.service.ConfigException;

/** Who corrects, and why. */
final class Signature {
  static {
    TrustedRecords.trust();
  }

  @Option(
      names = "--author",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description = "Who says so (default: ${DEFAULT-VALUE}).")
  private String author;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "Why, in words; it stands with the correction for ever.")
  private String reason;

  /** A correction given now; its id is made of what it says. */
  Correction correction(CorrectionKind kind, List<String> articleIds, String field, String value) {
    return checked(new Correction("", kind, articleIds, field, value, author, reason, now(), null));
  }

  /** The record that takes a correction back. */
  Correction undone(Correction correction) {
    return checked(
        Correction.newBuilder(correction).setUndone(new Undo(author, reason, now())).build());
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * A correction with its id, where it has none yet.
   *
   * @throws ConfigException where it cannot be carried out, with what is wrong
   */
  static Correction checked(Correction correction) {
    try {
      CorrectionCheck.check(correction);
    } catch (BadRecordException e) {
      throw new ConfigException(e.getMessage(), e);
    }
    if (correction.getCorrectionId().isEmpty()) {
      correction.setCorrectionId(ContentIds.correctionHash(correction).substring(0, 32));
    }
    return correction;
  }
}
