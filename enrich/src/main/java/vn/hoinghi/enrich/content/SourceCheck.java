package vn.hoinghi.enrich.content;

/**
 * A first look at the characters, before anything is built from them.
 *
 * @param tags how many tags are opened or closed
 * @param garbage whether so much is control characters or undecodable that it is no text
 */
record SourceCheck(int tags, boolean garbage) {
  private static final int TAG_WINDOW = 20_000;

  static SourceCheck of(String source, boolean html) {
    int bad = count(source, '\ufffd') + count(source, '\0') + count(source, '\1');
    return new SourceCheck(html ? count(source, '<') : 0, bad > 20 && bad * 20L > source.length());
  }

  private static int count(String source, char wanted) {
    int count = 0;
    for (int at = source.indexOf(wanted); at >= 0; at = source.indexOf(wanted, at + 1)) {
      count++;
    }
    return count;
  }

  /** Whether a tag stands near the beginning. */
  static boolean hasTag(String source) {
    int end = Math.min(source.length() - 1, TAG_WINDOW);
    for (int i = 0; i < end; i++) {
      if (source.charAt(i) == '<') {
        char next = source.charAt(i + 1);
        if (next == '!' || next == '/' || Character.isLetter(next)) {
          return true;
        }
      }
    }
    return false;
  }
}
