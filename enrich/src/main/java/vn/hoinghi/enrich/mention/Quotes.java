package vn.hoinghi.enrich.mention;

import java.util.BitSet;

/**
 * What stands between quotation marks is not the writer's own voice: "tôi cho rằng" in it makes no
 * essay of a report, a gathering in it is one that somebody speaks of. Marks pair up within a
 * paragraph; where a curved one says whether it opens or closes, it is believed, and an apostrophe
 * within a word is none.
 */
final class Quotes {
  private final BitSet quoted = new BitSet();
  private final BitSet opening = new BitSet();

  Quotes(Script script) {
    String folded = script.folded();
    int opened = -1;
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (c == '\n') {
        close(opened, i);
        opened = -1;
      } else if (isMark(folded, i)) {
        char written = script.text().charAt(i);
        boolean opens = opens(written, opened < 0);
        close(opened, i);
        opened = opens ? i : -1;
        opening.set(i, opens);
      }
    }
    close(opened, folded.length());
  }

  private void close(int opened, int end) {
    if (opened >= 0) {
      quoted.set(opened + 1, Math.max(end, opened + 1));
    }
  }

  private static boolean opens(char written, boolean closed) {
    return switch (written) {
      case '\u201c', '\u201e', '\u00ab', '\u2018' -> true;
      case '\u201d', '\u00bb' -> false;
      default -> closed;
    };
  }

  private static boolean isMark(String folded, int at) {
    char c = folded.charAt(at);
    if (c == '"') {
      return true;
    }
    boolean before = at > 0 && Character.isLetterOrDigit(folded.charAt(at - 1));
    boolean after = at + 1 < folded.length() && Character.isLetterOrDigit(folded.charAt(at + 1));
    return c == '\'' && !(before && after);
  }

  boolean inside(int position) {
    return quoted.get(position);
  }

  /** What a mark opens is a name where a name is due: tại "Hội nghị Xúc tiến đầu tư". */
  boolean begin(int position) {
    int at = position - 1;
    boolean blank = at > 0 && quoted.get(at) && !opening.get(at);
    return (at >= 0 && opening.get(at)) || (blank && opening.get(at - 1));
  }
}
