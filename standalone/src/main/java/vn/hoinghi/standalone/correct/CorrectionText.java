package vn.hoinghi.standalone.correct;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.hoinghi.avro.Correction;
import vn.hoinghi.standalone.terminal.Harmless;

/** A correction in words. */
final class CorrectionText {
  private CorrectionText() {}

  /** The same for one that may not count any more. */
  static List<String> lines(Correction correction, boolean overruled) {
    var lines = new ArrayList<>(lines(correction));
    if (overruled) {
      lines.add("  overruled by a later one, at least in part");
    }
    return lines;
  }

  /** A line with what it says, and one for each article, and one with who and why. */
  static List<String> lines(Correction correction) {
    var lines = new ArrayList<String>();
    lines.add(correction.getCorrectionId() + "  " + what(correction));
    correction.getArticleIds().forEach(id -> lines.add("  article " + id));
    lines.add(
        "  %s, %s: %s"
            .formatted(
                correction.getAt(), line(correction.getAuthor()), line(correction.getReason())));
    if (correction.getUndone() != null) {
      lines.add(
          "  undone %s, %s: %s"
              .formatted(
                  correction.getUndone().getAt(),
                  line(correction.getUndone().getAuthor()),
                  line(correction.getUndone().getReason())));
    }
    return lines;
  }

  private static String what(Correction c) {
    int articles = c.getArticleIds().size();
    return switch (c.getKind()) {
      case MUST_LINK -> "link: %d articles report one conference".formatted(articles);
      case CANNOT_LINK ->
          articles == 2
              ? "unlink: two articles report two conferences"
              : "unlink: the first article reports another conference than the other %d"
                  .formatted(articles - 1);
      case OVERRIDE ->
          "set: %s is %s"
              .formatted(
                  line(c.getField()), c.getValue() == null ? "not known" : line(c.getValue()));
      case RETRACT -> "retract: the article stands in no event";
      case UNKNOWN -> c.getKind().name().toLowerCase(Locale.ROOT);
    };
  }

  private static String line(String text) {
    return Harmless.line(text);
  }
}
