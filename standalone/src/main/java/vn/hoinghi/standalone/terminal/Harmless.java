package vn.hoinghi.standalone.terminal;

/**
 * What a page says goes to a terminal and into a page of our own, and a page is written by
 * strangers: control characters would move the cursor or worse, marks of writing direction would
 * show words in an order in which they do not stand. Each becomes U+FFFD, so that offsets stay what
 * they are.
 */
public final class Harmless {
  private static final int REPLACEMENT = 0xFFFD;
  private static final char FIRST_STRONG_ISOLATE = '\u2068';
  private static final char POP_ISOLATE = '\u2069';

  private Harmless() {}

  /** Lines stay lines; null stays null. */
  public static String text(String raw) {
    return raw == null ? null : cleaned(raw, true);
  }

  /** One line; null stays null. */
  public static String line(String raw) {
    return raw == null ? null : cleaned(raw, false);
  }

  /**
   * A cell of a line: one that holds letters written from right to left is isolated (UAX #9 §2.6),
   * so that it cannot reorder what stands beside it.
   */
  public static String cell(String harmless) {
    boolean fromTheRight = harmless.codePoints().anyMatch(Harmless::isFromTheRight);
    return fromTheRight ? FIRST_STRONG_ISOLATE + harmless + POP_ISOLATE : harmless;
  }

  private static boolean isFromTheRight(int c) {
    byte direction = Character.getDirectionality(c);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
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
