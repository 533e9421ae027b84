package vn.hoinghi.enrich.resolve;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Vietnamese is written in several equal ways: composed or decomposed, the tone on either vowel
 * ("uỷ", "ủy"), in any case. Folding brings them to one form for comparison: lower case words, one
 * space apart, each syllable's tone behind its letters.
 */
final class Fold {
  private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

  private Fold() {}

  /** The text's words in comparable form, at most {@code limit} of them. */
  static List<String> words(String text, int limit) {
    var words = new ArrayList<String>();
    var letters = new StringBuilder();
    var tones = new StringBuilder();
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    for (int i = 0; i < decomposed.length() && words.size() < limit; i++) {
      char c = decomposed.charAt(i);
      if (TONES.indexOf(c) >= 0) {
        tones.append(c);
      } else if (Character.isLetterOrDigit(c)
          || Character.getType(c) == Character.NON_SPACING_MARK) {
        letters.append(c);
      } else {
        end(letters, tones, words);
      }
    }
    if (words.size() < limit) {
      end(letters, tones, words);
    }
    return words;
  }

  /** The whole text in comparable form; empty for null. */
  static String text(String text) {
    return text == null ? "" : String.join(" ", words(text, 1000));
  }

  private static void end(StringBuilder letters, StringBuilder tones, List<String> words) {
    if (!letters.isEmpty()) {
      words.add(letters.append(tones).toString());
    }
    letters.setLength(0);
    tones.setLength(0);
  }
}
