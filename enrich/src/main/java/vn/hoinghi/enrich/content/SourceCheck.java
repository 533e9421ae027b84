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
    int bad = count(source, '\ufffd') + controls(source);
    return new SourceCheck(
        html ? count(source, '<') : 0,
        bad > 20 && bad * 20L > Math.min(source.length(), TAG_WINDOW));
  }

  private static int controls(String source) {
    int controls = 0;
    for (int i = 0, end = Math.min(source.length(), TAG_WINDOW); i < end; i++) {
      char c = source.charAt(i);
      controls += c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' ? 1 : 0;
    }
    return controls;
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
