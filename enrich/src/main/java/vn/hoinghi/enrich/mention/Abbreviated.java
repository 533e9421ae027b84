package vn.hoinghi.enrich.mention;

import vn.hoinghi.enrich.text.Rule;
import vn.hoinghi.enrich.text.Search;

/**
 * A newspaper introduces an abbreviation in brackets within a name: "Ban Chấp hành (BCH) Đảng bộ
 * tỉnh", "Hội Cựu chiến binh (CCB) Việt Nam". It tears the name apart for every rule that reads it.
 * Such brackets are made blank in the folded text, at the same length, where the letters are the
 * initials of the words before them; "xã Phước Hải (TP HCM)" tells a place and stays.
 */
final class Abbreviated {
  private static final Rule BRACKET =
      Rule.of("\\((?<a>\\p{Lu}[\\p{Lu}.&-]{1,9}|(?:sau đây )?gọi (?:tắt )?là [^()\\n]{2,40})\\)");

  /** How far back the words of an abbreviation may begin. */
  private static final int FAR = 80;

  private Abbreviated() {}

  static String blank(String text, String folded) {
    StringBuilder blanked = null;
    Search matcher = BRACKET.in(text);
    while (matcher.find()) {
      boolean told = Character.isLowerCase(matcher.group("a").charAt(0));
      if (told || standsFor(matcher.group("a"), folded, matcher.start())) {
        blanked = blanked == null ? new StringBuilder(folded) : blanked;
        for (int i = matcher.start(); i < matcher.end(); i++) {
          blanked.setCharAt(i, ' ');
        }
      }
    }
    return blanked == null ? folded : blanked.toString();
  }

  /**
   * Whether the letters, from the last, begin the words before the bracket; "và" may be left out.
   */
  private static boolean standsFor(String abbreviation, String folded, int bracket) {
    String letters = Folding.fold(abbreviation).replaceAll("[^\\p{L}]", "");
    int first = Math.max(folded.lastIndexOf('\n', bracket) + 1, bracket - FAR);
    String[] words = folded.substring(first, bracket).strip().split("[ -]+", -1);
    int word = words.length - 1;
    for (int i = letters.length() - 1; i >= 0; i--) {
      if (word >= 0 && words[word].equals("và") && letters.charAt(i) != 'v') {
        word--;
      }
      if (word < 0 || words[word].isEmpty() || words[word].charAt(0) != letters.charAt(i)) {
        return false;
      }
      word--;
    }
    return letters.length() >= 2;
  }
}
