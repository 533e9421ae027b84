package vn.hoinghi.enrich.text;

/**
 * Words of a text are compared with those of many tables; as strings each comparison hashes and
 * chases pointers. A Vietnamese word is a syllable of at most seven letters, so its symbols, a byte
 * each, fit into a long that is the word itself. Other words get a negative number that two
 * different ones may share: who meets one compares the letters too.
 */
public final class WordCode {
  static final int LONGEST = 7;
  private static final long PRIME = 0x100000001b3L;

  private WordCode() {}

  /** The code of a word; never 0. */
  public static long of(CharSequence text, int from, int to) {
    if (to - from <= LONGEST) {
      long code = 0;
      for (int i = from; i < to; i++) {
        int symbol = Alphabet.symbol(text.charAt(i));
        if (symbol == 0) {
          return shared(text, from, to);
        }
        code = code << 8 | symbol;
      }
      return code;
    }
    return shared(text, from, to);
  }

  /** The code of a word. */
  public static long of(String word) {
    return of(word, 0, word.length());
  }

  /** Adds the word with an exact code to others. */
  public static void append(long code, StringBuilder out) {
    for (int shift = (Long.SIZE - 1 - Long.numberOfLeadingZeros(code)) / 8 * 8;
        shift >= 0;
        shift -= 8) {
      out.append(Alphabet.character((int) (code >>> shift) & 0xff));
    }
  }

  /** The word with an exact code. */
  public static String word(long code) {
    int length = (Long.SIZE - Long.numberOfLeadingZeros(code) + 7) / 8;
    char[] word = new char[length];
    long rest = code;
    for (int i = length - 1; i >= 0; i--) {
      word[i] = Alphabet.character((int) (rest & 0xff));
      rest >>>= 8;
    }
    return new String(word);
  }

  /** Whether only one word has this code. */
  public static boolean isExact(long code) {
    return code > 0;
  }

  /** FNV-1a over the characters, made negative. */
  private static long shared(CharSequence text, int from, int to) {
    long hash = 0xcbf29ce484222325L;
    for (int i = from; i < to; i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return hash | Long.MIN_VALUE;
  }

  /** Spreads a code over the places of a table. */
  static int spread(long code) {
    long mixed = code * 0x9e3779b97f4a7c15L;
    return (int) (mixed >>> 32);
  }
}
