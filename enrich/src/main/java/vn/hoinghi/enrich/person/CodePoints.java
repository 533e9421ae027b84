package vn.hoinghi.enrich.person;

/**
 * Evidence counts code points, Java's strings count UTF-16 units: this maps each unit's index to
 * the code point's.
 */
final class CodePoints {
  private CodePoints() {}

  static int[] of(String text) {
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
}
