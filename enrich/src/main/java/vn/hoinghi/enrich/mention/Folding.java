package vn.hoinghi.enrich.mention;

import vn.hoinghi.enrich.text.Alphabet;

/**
 * Vietnamese is written in two tone placements ("uỷ", "ủy"), any case, and with many dashes, quotes
 * and spaces; rules should see one. The folded text has the very length of the original, so that
 * every offset found in it holds in the article.
 */
final class Folding {
  /** Vowel pairs at a syllable's end, old placement of the tone against the new one. */
  private static final String OLD = "oàoáoảoãoạoèoéoẻoẽoẹuỳuýuỷuỹuỵ";

  private static final String NEW = "òaóaỏaõaọaòeóeỏeõeọeùyúyủyũyụy";

  /** How far full-width forms lie from plain ones. */
  private static final int FULL_WIDTH = '\uff01' - '!';

  /** Folded characters below the first that no Vietnamese text has. */
  private static final char[] FOLDED = new char[0x2100];

  static {
    for (int c = 0; c < FOLDED.length; c++) {
      FOLDED[c] = foldChar((char) c);
    }
  }

  private Folding() {}

  static String fold(String text) {
    char[] folded = text.toCharArray();
    for (int i = 0; i < folded.length; i++) {
      char c = folded[i];
      folded[i] = c < FOLDED.length ? FOLDED[c] : foldChar(c);
    }
    for (int i = 0; i + 1 < folded.length; i++) {
      foldTone(folded, i);
    }
    return new String(folded);
  }

  private static char foldChar(char c) {
    if (c == '\n') {
      return c;
    }
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      return ' ';
    }
    return switch (c) {
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> '-';
      case '\u201c', '\u201d', '\u201e', '\u201f', '\u00ab', '\u00bb' -> '"';
      case '\u2018', '\u2019' -> '\'';
      // the Icelandic letter that old keyboards gave for the Vietnamese one
      case '\u00d0', '\u00f0' -> '\u0111';
      default -> Character.toLowerCase(isFullWidth(c) ? (char) (c - FULL_WIDTH) : c);
    };
  }

  /** Forms as wide as Chinese characters, which some editors leave behind. */
  private static boolean isFullWidth(char c) {
    return c >= '\uff01' && c <= '\uff5e';
  }

  /**
   * In the old placement the tone stands on the last letter of oa, oe, uy where no letter follows.
   */
  private static void foldTone(char[] text, int at) {
    char first = text[at];
    if ((first != 'o' && first != 'u') || text[at + 1] <= 'z') {
      return;
    }
    boolean syllableEnds = at + 2 >= text.length || !Alphabet.isLetter(text[at + 2]);
    boolean afterQ = at > 0 && text[at - 1] == 'q';
    if (!syllableEnds || afterQ) {
      return;
    }
    for (int i = 0; i < OLD.length(); i += 2) {
      if (OLD.charAt(i) == first && OLD.charAt(i + 1) == text[at + 1]) {
        text[at] = NEW.charAt(i);
        text[at + 1] = NEW.charAt(i + 1);
        return;
      }
    }
  }
}
