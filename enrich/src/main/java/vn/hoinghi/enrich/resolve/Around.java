package vn.hoinghi.enrich.resolve;

import java.util.List;

/** The articles of a bucket as they stand around one of them, near and far by their ids. */
public interface Around {
  /** How many others have at least so many leading bits of their id in common with the article. */
  int count(int bits);

  /** Those others, in articleId order. */
  List<String> others(int bits);

  /** Leading bits that two ids of hex digits have in common. */
  static int common(String id, String other) {
    for (int digit = 0; digit < id.length(); digit++) {
      int differ = Character.digit(id.charAt(digit), 16) ^ Character.digit(other.charAt(digit), 16);
      if (differ != 0) {
        return 4 * digit + Integer.numberOfLeadingZeros(differ) - (Integer.SIZE - 4);
      }
    }
    return 4 * id.length();
  }

  /**
   * A bucket that is at hand.
   *
   * @param all its articles in order, with this one or without
   */
  static Around in(List<String> all, String articleId) {
    return new Listed(all, articleId);
  }
}
