package vn.hoinghi.enrich.person;

import java.util.Locale;
import vn.hoinghi.enrich.place.Spelling;
import vn.hoinghi.enrich.place.Words;

/**
 * Names are compared without case and with one tone placement, and shown as written, with names in
 * capitals brought to title case.
 */
final class NameSpelling {
  private NameSpelling() {}

  /** The form in which two spellings of one name are equal. */
  static String key(String name) {
    Words words = Words.of(name);
    return key(words, 0, words.count());
  }

  /** The same for the words {@code from..to} of a text. */
  static String key(Words words, int from, int to) {
    StringBuilder key = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (i > from) {
        key.append(' ');
      }
      words.appendFolded(i, key);
    }
    return key.toString();
  }

  /**
   * The words {@code from..to} as a name: single blanks, title case where all of it stands in
   * capitals.
   */
  static String shown(Words words, int from, int to) {
    boolean shouted = shouted(words, from, to);
    StringBuilder name = new StringBuilder();
    for (int i = from; i < to; i++) {
      name.append(i == from ? "" : words.hyphenAfter(i - 1) ? "-" : " ")
          .append(shouted ? titleCase(words.at(i)) : words.at(i));
    }
    return name.toString();
  }

  /** True where every word is in capitals and one of them is longer than a letter. */
  static boolean shouted(Words words, int from, int to) {
    boolean longer = false;
    for (int i = from; i < to; i++) {
      if (!words.shouts(i)) {
        return false;
      }
      longer |= words.length(i) > 1;
    }
    return longer;
  }

  private static String titleCase(String word) {
    StringBuilder cased = new StringBuilder(word.toLowerCase(Locale.ROOT));
    for (int i = 0; i < cased.length(); i++) {
      if (i == 0 || "'’".indexOf(cased.charAt(i - 1)) >= 0) {
        cased.setCharAt(i, Character.toUpperCase(cased.charAt(i)));
      }
    }
    return cased.toString();
  }

  /** One tone placement, abbreviations left alone. */
  static String oneTonePlace(String text) {
    Words words = Words.of(text);
    StringBuilder out = new StringBuilder(text);
    for (int i = words.count() - 1; i >= 0; i--) {
      String word = words.at(i);
      String placed = Spelling.oneTonePlace(word);
      if (!placed.equals(word)) {
        out.replace(words.start(i), words.end(i), placed);
      }
    }
    return out.toString();
  }
}
