package vn.hoinghi.enrich.mention;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** The day on which an article came out, where its page tells: the measure of "hôm nay". */
final class Publication {
  /** Vietnam has had one zone and no summer time since 1975. */
  private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

  /** With this offset the day is the one that is written. */
  private static final String HERE = "+07:00";

  private Publication() {}

  /** The day in Vietnam, or null where none is known or it cannot be read. */
  static LocalDate day(String publishedAt) {
    if (publishedAt == null || publishedAt.length() < 10) {
      return null;
    }
    if (publishedAt.endsWith(HERE)) {
      return bare(publishedAt);
    }
    try {
      if (publishedAt.length() == 10) {
        return LocalDate.parse(publishedAt);
      }
      if (publishedAt.endsWith("Z")) {
        return LocalDate.ofInstant(Instant.parse(publishedAt), VIETNAM);
      }
      return OffsetDateTime.parse(publishedAt).withOffsetSameInstant(VIETNAM).toLocalDate();
    } catch (DateTimeParseException e) {
      return bare(publishedAt);
    }
  }

  /** A date-time without a zone is local time. */
  private static LocalDate bare(String publishedAt) {
    try {
      return LocalDate.parse(publishedAt.substring(0, 10));
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
