package vn.hoinghi.enrich.text;

/** Blanks between words, where an expression would be built for each text anew. */
public final class Blanks {
  private Blanks() {}

  /** Every run of spaces, tabs, line ends and no-break spaces made one space. */
  public static String single(String text) {
    if (isSingle(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      boolean blank = isBlank(text.charAt(i));
      boolean again = blank && out.length() > 0 && out.charAt(out.length() - 1) == ' ';
      if (!again) {
        out.append(blank ? ' ' : text.charAt(i));
      }
    }
    return out.toString();
  }

  private static boolean isSingle(String text) {
    boolean blank = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean now = isBlank(c);
      if (now && (blank || c != ' ')) {
        return false;
      }
      blank = now;
    }
    return true;
  }

  /** The text without any of them. */
  public static String none(CharSequence text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (!isBlank(text.charAt(i))) {
        out.append(text.charAt(i));
      }
    }
    return out.toString();
  }

  private static boolean isBlank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == '\u00a0';
  }
}
