package vn.hoinghi.ingest;

/** Strangers' text made fit for one line of a log or a header kept in a record. */
final class Text {
  private Text() {}

  /** At most {@code max} characters, control characters and half characters replaced. */
  static String printable(Object value, int max) {
    String text = String.valueOf(value);
    var out = new StringBuilder(Math.min(text.length(), max));
    text.codePoints()
        .limit(max)
        .map(c -> Character.isISOControl(c) || isHalf(c) || isFormat(c) ? '\uFFFD' : c)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  private static boolean isHalf(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  private static boolean isFormat(int c) {
    int type = Character.getType(c);
    return type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
