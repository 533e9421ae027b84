package vn.hoinghi.standalone;

/**
 * What a page says goes to a terminal and into a page of our own, and a page is written by
 * strangers: control characters would move the cursor or worse, marks of writing direction would
 * show words in an order in which they do not stand. Each becomes U+FFFD, so that offsets stay what
 * they are.
 */
final class Harmless {
  private static final int REPLACEMENT = 0xFFFD;

  private Harmless() {}

  /** Lines stay lines; null stays null. */
  static String text(String raw) {
    return raw == null ? null : cleaned(raw, true);
  }

  /** One line; null stays null. */
  static String line(String raw) {
    return raw == null ? null : cleaned(raw, false);
  }

  private static String cleaned(String raw, boolean lines) {
    var out = new StringBuilder(raw.length());
    raw.codePoints()
        .map(c -> harmful(c) && !(lines && c == '\n') ? REPLACEMENT : c)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  private static boolean harmful(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
