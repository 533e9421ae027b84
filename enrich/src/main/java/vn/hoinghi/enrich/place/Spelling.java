package vn.hoinghi.enrich.place;

import java.util.Locale;
import java.util.Map;

/**
 * The same syllable is written in two ways: the tone mark of an open oa, oe, uy stands on the first
 * or the second vowel ("Hòa", "Hoà"), and names from the Central Highlands come as Đắk, Đăk, Đak,
 * Đắc or Dak. Folding brings both to one form for comparing; texts keep what they had.
 */
public final class Spelling {
  private static final String NEW_STYLE =
      "oàoáoảoãoạoèoéoẻoẽoẹuỳuýuỷuỹuỵOÀOÁOẢOÃOẠOÈOÉOẺOẼOẸUỲUÝUỶUỸUỴOàOáOảOãOạOèOéOẻOẽOẹUỳUýUỷUỹUỵ";
  private static final String OLD_STYLE =
      "òaóaỏaõaọaòeóeỏeõeọeùyúyủyũyụyÒAÓAỎAÕAỌAÒEÓEỎEÕEỌEÙYÚYỦYŨYỤYÒaÓaỎaÕaỌaÒeÓeỎeÕeỌeÙyÚyỦyŨyỤy";
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
    String folded = oneTonePlace(word.toLowerCase(Locale.ROOT)).replace('’', '\'');
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
    boolean highland =
        length == 3
            && (syllable[2] == 'k' || syllable[2] == 'c')
            && "aăắ".indexOf(syllable[1]) >= 0;
    if (highland) {
      String word = new String(syllable, 0, length);
      put(HIGHLAND.getOrDefault(word, word), syllable);
    }
  }

  private static void put(String word, char[] syllable) {
    word.getChars(0, word.length(), syllable, 0);
  }
}
