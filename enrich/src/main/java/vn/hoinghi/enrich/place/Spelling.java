package vn.hoinghi.enrich.place;

import java.util.Locale;
import java.util.Map;
import vn.hoinghi.enrich.text.Alphabet;

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
  private static final String A_AND_E = "àáảãạèéẻẽẹ";
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

  /**
   * Whether folding changes more than the case of a syllable without apostrophe; few have such an
   * end.
   */
  static boolean respells(char[] text, int from, int to) {
    int length = to - from;
    if (length < 2) {
      return false;
    }
    char last = Alphabet.toLowerCase(text[to - 1]);
    char open = Alphabet.toLowerCase(text[to - 2]);
    boolean old =
        last > 'z'
            && ((open == 'o' && A_AND_E.indexOf(last) >= 0)
                || (open == 'u' && SHORT_Y.indexOf(last) >= 0));
    boolean highland = length == 3 && (last == 'k' || last == 'c') && "aăắ".indexOf(open) >= 0;
    boolean y = length <= 3 && shortY(length, Alphabet.toLowerCase(text[from]), open, last) >= 0;
    return old || highland || y;
  }

  /** Which y may stand for the i that ends "mĩ", "lí" or "qui", or -1. */
  private static int shortY(int length, char first, char second, char last) {
    boolean either =
        length == 2 ? "hklmst".indexOf(first) >= 0 : length == 3 && first == 'q' && second == 'u';
    return either ? SHORT_I.indexOf(last) : -1;
  }
}
