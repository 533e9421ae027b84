package vn.hoinghi.enrich.resolve;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Vietnamese is written in several equal ways: composed or decomposed, the tone on either vowel
 * ("uỷ", "ủy"), in any case. Folding brings them to one form for comparison: lower case words, one
 * space apart, each syllable's tone behind its letters.
 */
final class Fold {
  private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

  /** Composed letters of all Latin writing and the common punctuation lie below. */
  private static final int KNOWN = 0x2028;

  /** From here to the end of the block a character may belong to the one before it. */
  private static final int FIRST_MARK = 0x300;

  private static final int LATIN_AGAIN = 0x1E00;
  private static final String[] DECOMPOSED = decomposed();

  private final Consumer<? super CharSequence> words;
  private int count;
  private final StringBuilder letters = new StringBuilder();
  private final StringBuilder tones = new StringBuilder();
  private final int limit;

  private Fold(int limit, Consumer<? super CharSequence> words) {
    this.limit = limit;
    this.words = words;
  }

  /** The text's words in comparable form, at most {@code limit} of them. */
  static List<String> words(String text, int limit) {
    var words = new ArrayList<String>();
    words(text, limit, word -> words.add(word.toString()));
    return words;
  }

  /** Tells the text's words in comparable form one by one; each is gone when the next is told. */
  static void words(String text, int limit, Consumer<? super CharSequence> words) {
    var fold = new Fold(limit, words);
    if (isSimple(text)) {
      for (int i = 0; i < text.length() && fold.count < limit; i++) {
        fold.take(DECOMPOSED[text.charAt(i)]);
      }
    } else {
      fold.take(decomposed(text));
    }
    fold.end();
  }

  /** The whole text in comparable form; empty for null. */
  static String text(String text) {
    return text == null || text.isEmpty() ? "" : String.join(" ", words(text, 1000));
  }

  private void take(String decomposed) {
    for (int i = 0; i < decomposed.length() && count < limit; i++) {
      char c = decomposed.charAt(i);
      if (isAsciiLetter(c) || (c < FIRST_MARK ? Character.isLetterOrDigit(c) : isPart(c))) {
        letters.append(c);
      } else if (TONES.indexOf(c) >= 0) {
        tones.append(c);
      } else {
        end();
      }
    }
  }

  private static boolean isAsciiLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isPart(char c) {
    return TONES.indexOf(c) < 0
        && (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK);
  }

  private void end() {
    if (!letters.isEmpty() && count < limit) {
      words.accept(letters.append(tones));
      count++;
    }
    letters.setLength(0);
    tones.setLength(0);
  }

  /** True where each character can be decomposed for itself. */
  private static boolean isSimple(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= FIRST_MARK && (c < LATIN_AGAIN || c >= KNOWN)) {
        return false;
      }
    }
    return true;
  }

  private static String decomposed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
  }

  private static String[] decomposed() {
    var decomposed = new String[KNOWN];
    for (char c = 0; c < KNOWN; c++) {
      decomposed[c] = decomposed(String.valueOf(c));
    }
    return decomposed;
  }
}
