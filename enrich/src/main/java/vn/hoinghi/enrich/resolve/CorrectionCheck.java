package vn.hoinghi.enrich.resolve;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import vn.hoinghi.avro.Correction;
import vn.hoinghi.avro.CorrectionKind;
import vn.hoinghi.schemas.BadRecordException;
import vn.hoinghi.schemas.Reason;

/**
 * Whether a correction can be carried out. It is judged by itself alone, before anything is done
 * with it, so that it is taken whole or not at all, and on every machine alike. A record that takes
 * a correction back needs no more than the id and a signature.
 */
public final class CorrectionCheck {
  /** An article against the sources that an event names. */
  public static final int MAX_ARTICLES = 1 + Source.MAX_SOURCES;

  public static final int AUTHOR_CHARS = 200;
  public static final int REASON_CHARS = 2000;
  private static final Pattern ARTICLE_ID = Pattern.compile("[0-9a-f]{64}");

  private CorrectionCheck() {}

  /**
   * Refuses what nobody may say.
   *
   * @throws BadRecordException CORRECTION_ARTICLES, CORRECTION_FIELD, CORRECTION_VALUE or
   *     CORRECTION_UNSIGNED, with what is wrong in words
   */
  public static void check(Correction correction) {
    if (correction.getUndone() != null) {
      signed(correction.getUndone().getAuthor(), correction.getUndone().getReason());
      return;
    }
    signed(correction.getAuthor(), correction.getReason());
    articles(correction.getKind(), correction.getArticleIds());
    if (correction.getKind() == CorrectionKind.OVERRIDE) {
      override(correction.getField(), correction.getValue());
    } else {
      refuse(
          correction.getField() != null || correction.getValue() != null,
          Reason.CORRECTION_FIELD,
          correction.getKind() + " takes no field");
    }
  }

  /** Names of the fields that can be set. */
  public static List<String> fields() {
    return EventFields.names();
  }

  private static void signed(String author, String reason) {
    refuse(author.isBlank(), Reason.CORRECTION_UNSIGNED, "it has no author");
    refuse(reason.isBlank(), Reason.CORRECTION_UNSIGNED, "it has no reason");
    refuse(
        author.length() > AUTHOR_CHARS || reason.length() > REASON_CHARS,
        Reason.CORRECTION_UNSIGNED,
        "an author has at most %d characters, a reason %d".formatted(AUTHOR_CHARS, REASON_CHARS));
  }

  private static void articles(CorrectionKind kind, List<String> ids) {
    refuse(kind == CorrectionKind.UNKNOWN, Reason.CORRECTION_FIELD, "its kind is not known");
    boolean links = kind == CorrectionKind.MUST_LINK || kind == CorrectionKind.CANNOT_LINK;
    refuse(
        links ? ids.size() < 2 || ids.size() > MAX_ARTICLES : ids.size() != 1,
        Reason.CORRECTION_ARTICLES,
        "%s names %d articles, it needs %s"
            .formatted(kind, ids.size(), links ? "2 to " + MAX_ARTICLES : "one"));
    refuse(
        ids.stream().anyMatch(id -> !ARTICLE_ID.matcher(id).matches()),
        Reason.CORRECTION_ARTICLES,
        "an article id is a SHA-256 in 64 lower-case hex digits");
    refuse(
        new HashSet<>(ids).size() < ids.size(),
        Reason.CORRECTION_ARTICLES,
        "it names an article twice");
  }

  private static void override(String name, String value) {
    EventField<?> field = name == null ? null : EventFields.of(name);
    refuse(
        field == null,
        Reason.CORRECTION_FIELD,
        "'%s' is no field that can be set: %s".formatted(name, String.join(", ", fields())));
    refuse(
        !field.accepts(value),
        Reason.CORRECTION_VALUE,
        value == null
            ? "every event has a " + name
            : "'%s' is no %s: it is %s".formatted(value, name, field.form()));
  }

  private static void refuse(boolean when, Reason reason, String message) {
    if (when) {
      throw new BadRecordException(reason, message);
    }
  }
}
