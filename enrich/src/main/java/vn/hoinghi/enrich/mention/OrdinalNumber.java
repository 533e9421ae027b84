package vn.hoinghi.enrich.mention;

/** A number as congresses and sessions bear it: Roman, Arabic or in words. */
final class OrdinalNumber {
  /** The part of a pattern that takes one, in the group {@code n}. */
  static final String ANY =
      "(?<n>[ivxl]{1,7}|\\d{1,2}|(?:hai mươi|ba mươi|mười)(?: \\p{L}{2,4})?|nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín)"
          + "(?![\\p{L}\\d])";

  /** Figures only, for places where a word would be another's ("đại hội năm 2016"). */
  static final String FIGURES = "(?<n>[ivxl]{1,7}|\\d{1,2})(?![\\p{L}\\d])";

  /** No party and no union has met so often; a greater number is an "l" that was meant as "I". */
  private static final int MOST = 45;

  private OrdinalNumber() {}

  /** "XI", "11", "mười một" are 11; null for what is no number. */
  static Integer value(String written) {
    if (Character.isDigit(written.charAt(0))) {
      return Integer.valueOf(written);
    }
    Integer roman = roman(written);
    if (roman != null && roman > MOST) {
      roman = roman(written.replace('l', 'i'));
    }
    return roman != null ? roman : NumberWords.value(written);
  }

  private static Integer roman(String written) {
    int sum = 0;
    int before = 0;
    for (int i = written.length() - 1; i >= 0; i--) {
      int value =
          switch (written.charAt(i)) {
            case 'i' -> 1;
            case 'v' -> 5;
            case 'x' -> 10;
            case 'l' -> 50;
            default -> 0;
          };
      if (value == 0) {
        return null;
      }
      sum += value < before ? -value : value;
      before = Math.max(before, value);
    }
    return sum;
  }
}
