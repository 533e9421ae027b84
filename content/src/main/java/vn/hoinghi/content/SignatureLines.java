package vn.hoinghi.content;

/**
 * An article is signed in a line of its own, and nothing marks it but its look: a label ("Bài,
 * ảnh:"), a source ("Theo TTXVN"), few words that all begin with a capital, a place to the right.
 */
final class SignatureLines {
  private static final int MAX_WORDS = 16;

  private static final int STOCK_WORDS =
      Label.CLOCK.bit()
          | Label.TOOL.bit()
          | Label.PUBLISHED.bit()
          | Label.SECTION.bit()
          | Label.OTHER_DATE.bit();

  private final LineKinds kinds;

  SignatureLines(LineKinds kinds) {
    this.kinds = kinds;
  }

  boolean isShort(Block block) {
    return kinds.words(block).size() <= MAX_WORDS;
  }

  /** Whether a label says that the line names an author or a source. */
  boolean isLabelled(Block block) {
    return isShort(block)
        && (kinds.introduces(block, Label.BYLINE)
            || startsSource(block)
            || kinds.labels().is(kinds.words(block), Label.AGENCY));
  }

  /**
   * "Nguyễn Thế Kỷ - 07:00, 02/09/2022": what stands before the first digit may be a name; or null.
   */
  String nameInDateLine(String text) {
    int end = 0;
    while (end < text.length()
        && !Character.isDigit(text.charAt(end))
        && "|,•(".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    while (end > 0 && isSeparator(text.charAt(end - 1))) {
      end--;
    }
    String name = text.substring(0, end);
    Phrase words = kinds.labels().read(name, MAX_WORDS);
    boolean stranger = kinds.labels().strangers(words, STOCK_WORDS, 2) >= 2;
    return stranger && isName(name, words.size()) ? name : null;
  }

  /** Whether the line, the last of the text, is a signature. */
  boolean isSignature(Block block) {
    Phrase words = kinds.words(block);
    if (words.size() > MAX_WORDS || words.isEmpty()) {
      return false;
    }
    if (isLabelled(block) || block.hinted(Hint.AUTHOR)) {
      return true;
    }
    if (Block.endsSentence(block.text) && !block.text.endsWith(")") && !block.text.endsWith(".")) {
      return false;
    }
    boolean apart = block.style.align() == 2 || block.style.bold() || block.style.slanted();
    boolean sentence = Block.endsSentence(block.text) && words.size() > 5;
    return !sentence && ((apart && words.size() <= 12) || isName(block.text, words.size()));
  }

  private boolean startsSource(Block block) {
    int n = kinds.labels().wordsAt(kinds.words(block), 0, Label.SOURCE.bit());
    return n > 0 && (kinds.words(block).size() <= 8 || LineKinds.colonAfter(block.text, n));
  }

  boolean isName(Block block) {
    return isName(block.text, kinds.words(block).size());
  }

  /** Up to six words that all begin with a capital, as names and initials do. */
  private static boolean isName(String text, int words) {
    if (words > 6 || text.length() > 50) {
      return false;
    }
    boolean begins = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean between = isSpace(c) || "/()-".indexOf(c) >= 0;
      if (begins && !between && !Character.isUpperCase(c)) {
        return false;
      }
      begins = between;
    }
    return true;
  }

  private static boolean isSeparator(char c) {
    return isSpace(c) || c == '–' || c == '-';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }
}
