package vn.hoinghi.enrich.resolve;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
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
  private static final int WORDS = 1000;
  private static final char SPACE = ' ';

  /** For each known character what it is made of, its first part in the lowest 16 bits. */
  private static final long[] PARTS = parts();

  private final Consumer<? super CharSequence> words;
  private final int limit;
  private final Word word = new Word();
  private int count;
  private char[] tones = new char[8];
  private int toneCount;

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
        fold.take(PARTS[text.charAt(i)]);
      }
    } else {
      String decomposed = decomposed(text);
      for (int i = 0; i < decomposed.length() && fold.count < limit; i++) {
        fold.take(part(decomposed.charAt(i)));
      }
    }
    fold.end();
  }

  /** The whole text in comparable form; empty for null. */
  static String text(String text) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    var folded = new StringBuilder(text.length() + 8);
    words(text, WORDS, word -> (folded.isEmpty() ? folded : folded.append(SPACE)).append(word));
    return folded.toString();
  }

  private void take(long parts) {
    for (long left = parts; left != 0; left >>>= Character.SIZE) {
      char part = (char) left;
      if (part == SPACE) {
        end();
      } else if (part >= FIRST_MARK && isTone(part)) {
        tones = toneCount < tones.length ? tones : Arrays.copyOf(tones, 2 * toneCount);
        tones[toneCount++] = part;
      } else {
        word.add(part);
      }
    }
  }

  private void end() {
    if (word.length > 0 && count < limit) {
      for (int i = 0; i < toneCount; i++) {
        word.add(tones[i]);
      }
      words.accept(word);
      count++;
    }
    word.length = 0;
    toneCount = 0;
  }

  /** The characters of one word; a view that is filled again and again. */
  private static final class Word implements CharSequence {
    private char[] letters = new char[32];
    private int length;

    void add(char letter) {
      letters = length < letters.length ? letters : Arrays.copyOf(letters, 2 * length);
      letters[length++] = letter;
    }

    @Override
    public int length() {
      return length;
    }

    @Override
    public char charAt(int index) {
      return letters[index];
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new String(letters, start, end - start);
    }

    @Override
    public String toString() {
      return new String(letters, 0, length);
    }
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

  private static boolean isTone(char c) {
    return TONES.indexOf(c) >= 0;
  }

  /** A decomposed character as it counts: itself where it belongs to a word, or a space. */
  private static char part(char c) {
    boolean ofAWord =
        Character.isLetterOrDigit(c)
            || (c >= FIRST_MARK && Character.getType(c) == Character.NON_SPACING_MARK);
    return ofAWord ? c : SPACE;
  }

  private static String decomposed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
  }

  private static long[] parts() {
    var parts = new long[KNOWN];
    for (char c = 0; c < KNOWN; c++) {
      String decomposed = decomposed(String.valueOf(c));
      for (int i = decomposed.length() - 1; i >= 0; i--) {
        parts[c] = parts[c] << Character.SIZE | part(decomposed.charAt(i));
      }
    }
    return parts;
  }
}
