package vn.hoinghi.enrich.place;

import java.util.Locale;
import java.util.Map;

/**
 * The same syllable is written in two ways: the tone mark of an open oa, oe, uy stands on the first
 * or the second vowel ("Hòa", "Hoà"), a final i after one consonant may be a y ("Mĩ", "Mỹ"; "Qui",
 * "Quy"), Đ may be the Icelandic letter that looks like it, and names from the Central Highlands
 * come as Đắk, Đăk, Đak, Đắc or Dak. Folding brings all to one form for comparing; texts keep what
 * they had.
 */
public final class Spelling {
  private static final String NEW_STYLE =
      "oàoáoảoãoạoèoéoẻoẽoẹuỳuýuỷuỹuỵOÀOÁOẢOÃOẠOÈOÉOẺOẼOẸUỲUÝUỶUỸUỴOàOáOảOãOạOèOéOẻOẽOẹUỳUýUỷUỹUỵ";
  private static final String OLD_STYLE =
      "òaóaỏaõaọaòeóeỏeõeọeùyúyủyũyụyÒAÓAỎAÕAỌAÒEÓEỎEÕEỌEÙYÚYỦYŨYỤYÒaÓaỎaÕaỌaÒeÓeỎeÕeỌeÙyÚyỦyŨyỤy";
  private static final String SHORT_I = "iìíỉĩị";
  private static final String SHORT_Y = "yỳýỷỹỵ";
  private static final Map<String, String> HIGHLAND =
      Map.of(
          "đăk", "đắk", "đak", "đắk", "dak", "đắk", "đắc", "đắk", "lăk", "lắk", "lak", "lắk", "lắc",
          "lắk");

  /** The longest syllable of Vietnamese has seven letters ("nghiêng"). */
  static final int SYLLABLE = 7;

  private Spelling() {}

  /**
   * One word with the tone of an open oa, oe, uy on its first vowel ("Uỷ" becomes "Ủy"; "quý" and
   * "hoàn" stay).
   */
  public static String oneTonePlace(String word) {
    int n = word.length();
    if (n < 2 || (n > 2 && "qQ".indexOf(word.charAt(n - 3)) >= 0)) {
      return word;
    }
    for (int at = NEW_STYLE.indexOf(word.charAt(n - 2));
        at >= 0;
        at = NEW_STYLE.indexOf(word.charAt(n - 2), at + 1)) {
      if (at % 2 == 0 && NEW_STYLE.charAt(at + 1) == word.charAt(n - 1)) {
        return word.substring(0, n - 2) + OLD_STYLE.substring(at, at + 2);
      }
    }
    return word;
  }

  /**
   * One word in the form in which words are compared: lower case, one tone placement, one spelling
   * of the highland names.
   */
  public static String fold(String word) {
    String lower = word.toLowerCase(Locale.ROOT).replace('’', '\'').replace('ð', 'đ');
    String folded = oneTonePlace(lower);
    int n = folded.length();
    int y = n < 2 ? -1 : shortY(n, folded.charAt(0), folded.charAt(1), folded.charAt(n - 1));
    folded = y < 0 ? folded : folded.substring(0, folded.length() - 1) + SHORT_Y.charAt(y);
    return HIGHLAND.getOrDefault(folded, folded);
  }

  /** The same in place for the first {@code length} letters of a syllable in lower case. */
  static void fold(char[] syllable, int length) {
    int last = length - 1;
    for (int i = 0; i < length; i++) {
      syllable[i] = syllable[i] == '’' ? '\'' : syllable[i];
    }
    if (length > 1
        && syllable[last] > 'z'
        && (syllable[last - 1] == 'o' || syllable[last - 1] == 'u')) {
      put(oneTonePlace(new String(syllable, 0, length)), syllable);
    }
    int y = length < 2 ? -1 : shortY(length, syllable[0], syllable[1], syllable[last]);
    if (y >= 0) {
      syllable[last] = SHORT_Y.charAt(y);
    }
    boolean highland =
        length == 3
            && (syllable[2] == 'k' || syllable[2] == 'c')
            && "aăắ".indexOf(syllable[1]) >= 0;
    if (highland) {
      String word = new String(syllable, 0, length);
      put(HIGHLAND.getOrDefault(word, word), syllable);
    }
  }

  /** Which y may stand for the i that ends "mĩ", "lí" or "qui", or -1. */
  private static int shortY(int length, char first, char second, char last) {
    boolean either =
        length == 2 ? "hklmst".indexOf(first) >= 0 : length == 3 && first == 'q' && second == 'u';
    return either ? SHORT_I.indexOf(last) : -1;
  }

  private static void put(String word, char[] syllable) {
    word.getChars(0, word.length(), syllable, 0);
  }
}
