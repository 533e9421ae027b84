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
    int tags = 0;
    int bad = 0;
    for (int i = 0, n = source.length(); i < n; i++) {
      char c = source.charAt(i);
      if (c == '<') {
        tags++;
      } else if (c == 0xfffd || (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f')) {
        bad++;
      }
    }
    return new SourceCheck(html ? tags : 0, bad > 20 && bad * 20L > source.length());
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
