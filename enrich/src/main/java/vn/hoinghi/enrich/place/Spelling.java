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
    String folded = oneLetter(oneTonePlace(lower));
    return HIGHLAND.getOrDefault(folded, folded);
  }

  /** "mĩ" and "mỹ", "lí" and "lý", "qui" and "quy" are one syllable each. */
  private static String oneLetter(String word) {
    int last = word.length() - 1;
    if (last < 1 || last > 2) {
      return word;
    }
    int at = SHORT_I.indexOf(word.charAt(last));
    boolean either = last == 1 ? "hklmst".indexOf(word.charAt(0)) >= 0 : word.startsWith("qu");
    return at >= 0 && either ? word.substring(0, last) + SHORT_Y.charAt(at) : word;
  }
}
