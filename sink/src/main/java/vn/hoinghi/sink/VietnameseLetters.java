package vn.hoinghi.sink;

import java.util.Locale;

/**
 * The letters and digits of Vietnamese text, composed; all else parts words. The alphabet of {@code
 * event_words} in the tables is the same.
 */
final class VietnameseLetters {
  private static final String MARKED =
      "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ";
  private static final String BARE =
      "aaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyyd";
  private static final String PLAIN = "abcdefghijklmnopqrstuvwxyz0123456789";

  /** Open rhymes whose mark is written on either letter: on the second, then on the first. */
  private static final String SECOND = "oàoáoảoãoạoèoéoẻoẽoẹuỳuýuỷuỹuỵ";

  private static final String FIRST = "òaóaỏaõaọaòeóeỏeõeọeùyúyủyũyụy";

  private static final char[] LOWER = new char['ỹ' + 1];
  private static final char[] BARED = new char['ỹ' + 1];

  static {
    String upper = MARKED.toUpperCase(Locale.ROOT);
    for (int i = 0; i < MARKED.length(); i++) {
      LOWER[MARKED.charAt(i)] = MARKED.charAt(i);
      LOWER[upper.charAt(i)] = MARKED.charAt(i);
      BARED[MARKED.charAt(i)] = BARE.charAt(i);
    }
    for (int i = 0; i < PLAIN.length(); i++) {
      char letter = PLAIN.charAt(i);
      LOWER[letter] = letter;
      LOWER[Character.toUpperCase(letter)] = letter;
      BARED[letter] = letter;
    }
  }

  private VietnameseLetters() {}

  /** The small letter, or 0 for what is none. */
  static char lower(char letter) {
    return letter < LOWER.length ? LOWER[letter] : 0;
  }

  /** The small letter without marks. */
  static char bare(char small) {
    return BARED[small];
  }

  /** "hoà" becomes "hòa", "thuý" "thúy"; "quý" and "hoàn" stay. */
  static void placeMark(StringBuilder word) {
    int rhyme = word.length() - 2;
    if (rhyme < 0 || (rhyme > 0 && word.charAt(rhyme - 1) == 'q')) {
      return;
    }
    for (int i = 0; i < SECOND.length(); i += 2) {
      if (SECOND.charAt(i) == word.charAt(rhyme)
          && SECOND.charAt(i + 1) == word.charAt(rhyme + 1)) {
        word.setCharAt(rhyme, FIRST.charAt(i));
        word.setCharAt(rhyme + 1, FIRST.charAt(i + 1));
        return;
      }
    }
  }
}
