package vn.hoinghi.enrich.person;

/**
 * Evidence counts code points, Java's strings count UTF-16 units: this maps each unit's index to
 * the code point's.
 */
final class CodePoints {
  private final int[] points;

  private CodePoints(int[] points) {
    this.points = points;
  }

  static CodePoints of(String text) {
    boolean same = text.codePointCount(0, text.length()) == text.length();
    return new CodePoints(same ? null : map(text));
  }

  private static int[] map(String text) {
    int[] points = new int[text.length() + 1];
    int point = 0;
    for (int i = 0; i < text.length(); i++) {
      points[i] = point;
      boolean first =
          Character.isHighSurrogate(text.charAt(i))
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      point += first ? 0 : 1;
    }
    points[text.length()] = point;
    return points;
  }

  /** The code point's index of a unit's. */
  int at(int unit) {
    return points == null ? unit : points[unit];
  }
}
