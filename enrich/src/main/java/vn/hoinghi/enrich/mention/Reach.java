package vn.hoinghi.enrich.mention;

import java.util.Set;

/**
 * A ministry's conference in Cần Thơ is not Cần Thơ's: how far a gathering reaches is told by who
 * chairs it and whom it is for, and then a place behind "tại" is only where it was held.
 */
final class Reach {
  private static final Set<String> AT = Set.of("tại", "ở", "tới", "đến");
  private static final Set<String> MANY = Set.of("các", "những", "nhiều", "một số", "lãnh đạo");
  private static final int VENUE = 70;

  private final Script script;

  Reach(Script script) {
    this.script = script;
  }

  /**
   * Whether more than one province meets; "Chỉ thị của Thủ tướng" only names a document's author.
   */
  boolean nationwide(Span sentence) {
    return script.hits(Lexicon.NATIONWIDE, sentence).anyMatch(this::speaks);
  }

  /** The office of the one who leads the State, the Government or the Party there, or null. */
  Hit head(Span sentence) {
    return script
        .hits(Lexicon.NATIONWIDE, sentence)
        .firstMatch(hit -> hit.is("HEAD") && speaks(hit));
  }

  private boolean speaks(Hit hit) {
    return !script.folded().startsWith("của ", Math.max(0, hit.start() - 4));
  }

  /** Whether many of the kind are meant: "các tỉnh", "7 tỉnh", "lãnh đạo huyện". */
  boolean many(int position) {
    String before = script.folded().substring(Math.max(0, position - 10), position).stripTrailing();
    boolean number = !before.isEmpty() && Character.isDigit(before.charAt(before.length() - 1));
    return number || MANY.stream().anyMatch(word -> endsWith(before, word));
  }

  private static boolean endsWith(String text, String word) {
    int at = text.length() - word.length();
    return text.endsWith(word) && (at == 0 || !Character.isLetter(text.charAt(at - 1)));
  }

  /** A place behind "tại" or "ở", with no gathering and no verb of holding between them. */
  boolean venue(int position) {
    String folded = script.folded();
    int limit = Math.max(0, position - VENUE);
    int end = position;
    while (end > limit) {
      int start = end;
      while (start > limit && Character.isLetter(folded.charAt(start - 1))) {
        start--;
      }
      if (AT.contains(folded.substring(start, end))) {
        return script.hits(Lexicon.GATHERINGS, end, position).isEmpty()
            && script.hits(Lexicon.HOLDING, end, position).isEmpty();
      }
      if (start == end && "\n.;".indexOf(folded.charAt(start - 1)) >= 0) {
        return false;
      }
      end = Math.min(start, end - 1);
    }
    return false;
  }
}
