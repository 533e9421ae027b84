package vn.hoinghi.enrich.mention;

import java.util.BitSet;

/**
 * What stands between quotation marks is not the writer's own voice: "tôi cho rằng" in it makes no
 * essay of a report, a gathering in it is one that somebody speaks of. A mark's shape or its
 * neighbours tell whether it opens or closes, else marks take turns; an apostrophe within a word is
 * none. Speech may go on over a few paragraphs, but what is never closed ends with its own.
 */
final class Quotes {
  /** Where a speech that goes on after its paragraph must have closed. */
  private static final int LONGEST = 700;

  private final String folded;
  private final BitSet quoted = new BitSet();
  private final BitSet opening = new BitSet();

  Quotes(Script script) {
    folded = script.folded();
    int opened = -1;
    for (int i = 0; i < folded.length(); i++) {
      if (!isMark(i)) {
        continue;
      }
      boolean closes = opened >= 0 && (i - opened <= LONGEST || endOfLine(opened) > i);
      if (opens(script.text().charAt(i), i, !closes)) {
        unclosed(opened);
        opening.set(i);
        opened = i;
      } else {
        quoted.set(closes ? opened + 1 : i, i);
        opened = -1;
      }
    }
    unclosed(opened);
  }

  private void unclosed(int opened) {
    if (opened >= 0) {
      quoted.set(opened + 1, Math.max(opened + 1, endOfLine(opened)));
    }
  }

  private int endOfLine(int from) {
    int end = folded.indexOf('\n', from);
    return end < 0 ? folded.length() : end;
  }

  private boolean opens(char written, int at, boolean due) {
    return switch (written) {
      case '\u201c', '\u201e', '\u00ab', '\u2018' -> true;
      case '\u201d', '\u00bb' -> false;
      default -> {
        boolean begins = isBlank(at - 1) && !isBlank(at + 1) && isWord(at + 1);
        boolean ends = !isBlank(at - 1) && !isWord(at + 1);
        yield begins || (!ends && due);
      }
    };
  }

  private boolean isBlank(int at) {
    return at < 0 || at >= folded.length() || " \n(".indexOf(folded.charAt(at)) >= 0;
  }

  private boolean isWord(int at) {
    return at >= 0 && at < folded.length() && Character.isLetterOrDigit(folded.charAt(at));
  }

  private boolean isMark(int at) {
    char c = folded.charAt(at);
    return c == '"' || (c == '\'' && !(isWord(at - 1) && isWord(at + 1)));
  }

  boolean inside(int position) {
    return quoted.get(position);
  }

  /** What a mark opens is a name where a name is due: tại "Hội nghị Xúc tiến đầu tư". */
  boolean begin(int position) {
    int at = position - 1;
    boolean blank = at > 0 && folded.charAt(at) == ' ';
    return (at >= 0 && opening.get(at)) || (blank && opening.get(at - 1));
  }
}
