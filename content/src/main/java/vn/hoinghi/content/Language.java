package vn.hoinghi.content;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which language a text is in. Vietnamese shows in its letters, whatever the page declares. */
final class Language {
  private static final Set<String> ENGLISH = Set.of("the", "of", "and", "to", "in", "was", "for");
  private static final int SAMPLE = 4_000;

  private Language() {}

  static String of(String text, String declared) {
    int letters = 0;
    int vietnamese = 0;
    int end = Math.min(text.length(), SAMPLE);
    for (int i = 0; i < end; i++) {
      if (vietnamese * 40 >= end && vietnamese > 0) {
        return "vi"; // enough, were all the rest other letters
      }
      char c = text.charAt(i);
      letters += Character.isLetter(c) ? 1 : 0;
      vietnamese += isVietnamese(c) ? 1 : 0;
    }
    if (vietnamese * 40 >= letters && vietnamese > 0) {
      return "vi";
    }
    String code = declared.toLowerCase(Locale.ROOT);
    if (code.length() >= 2 && !code.startsWith("vi") && code.matches("[a-z]{2,3}(-.{0,20})?")) {
      return code.substring(0, code.indexOf('-') > 0 ? code.indexOf('-') : code.length());
    }
    List<String> words = Words.of(text.substring(0, end), 400);
    long english = words.stream().filter(ENGLISH::contains).count();
    return english * 12 >= words.size() && english > 0 ? "en" : "und";
  }

  static boolean isVietnamese(char c) {
    return (c >= 0x1ea0 && c <= 0x1ef9)
        || c == 'đ'
        || c == 'Đ'
        || c == 'ơ'
        || c == 'Ơ'
        || c == 'ư'
        || c == 'Ư'
        || c == 'ă'
        || c == 'Ă';
  }
}
