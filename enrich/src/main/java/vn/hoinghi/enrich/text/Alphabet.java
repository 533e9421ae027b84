package vn.hoinghi.enrich.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Rules ask of every character of every article whether it is a letter, a capital, part of a word.
 * Vietnamese is written with some 230 characters of the first few thousand code points, so their
 * answers are kept in a table; all others are computed.
 *
 * <p>Each of those characters has a symbol, a number below 256 that is its own; 0 stands for every
 * other character.
 */
public final class Alphabet {
  private static final int SIZE = 0x2100;
  private static final int LETTER = 1;
  private static final int DIGIT = 2;
  private static final int UPPER = 4;
  private static final int LOWER = 8;
  private static final int MARK = 16;
  private static final int CAPITAL = 32;
  private static final String MARKS_OF_PROSE = "\n–—‘’“”…•\u00a0«»";
  private static final String VOWELS = "aăâeêioôơuưy";
  private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

  private static final byte[] FACTS = new byte[SIZE];
  private static final char[] LOWER_CASE = new char[SIZE];
  private static final byte[] SYMBOLS = new byte[SIZE];
  private static final byte[] LOWER_SYMBOLS = new byte[SIZE];
  private static final String BY_SYMBOL;

  static {
    for (int c = 0; c < SIZE; c++) {
      FACTS[c] = (byte) facts((char) c);
      LOWER_CASE[c] = Character.toLowerCase((char) c);
    }
    BY_SYMBOL = characters();
    for (int symbol = 1; symbol < BY_SYMBOL.length(); symbol++) {
      SYMBOLS[BY_SYMBOL.charAt(symbol)] = (byte) symbol;
    }
    for (int c = 0; c < SIZE; c++) {
      LOWER_SYMBOLS[c] = SYMBOLS[c] == 0 ? 0 : (byte) symbol(LOWER_CASE[c]);
    }
  }

  private Alphabet() {}

  private static int facts(char c) {
    return (Character.isLetter(c) ? LETTER : 0)
        | (Character.isDigit(c) ? DIGIT : 0)
        | (Character.isUpperCase(c) ? UPPER : 0)
        | (Character.isLowerCase(c) ? LOWER : 0)
        | (Character.getType(c) == Character.NON_SPACING_MARK ? MARK : 0)
        | (String.valueOf(c).toUpperCase(Locale.ROOT).equals(String.valueOf(c)) ? CAPITAL : 0);
  }

  /** The characters that have a symbol, each at its symbol's place; the first place is nobody's. */
  private static String characters() {
    StringBuilder all = new StringBuilder("\0");
    for (char c = ' '; c <= '~'; c++) {
      all.append(c);
    }
    all.append(MARKS_OF_PROSE).append("đĐ");
    for (int vowel = 0; vowel < VOWELS.length(); vowel++) {
      // the first of them bears no tone
      for (int tone = -1; tone < TONES.length(); tone++) {
        String mark = tone < 0 ? "" : TONES.substring(tone, tone + 1);
        String letter = Normalizer.normalize(VOWELS.charAt(vowel) + mark, Normalizer.Form.NFC);
        for (String cased : new String[] {letter, letter.toUpperCase(Locale.ROOT)}) {
          all.append(all.indexOf(cased) < 0 ? cased : "");
        }
      }
    }
    return all.toString();
  }

  private static boolean is(char c, int fact) {
    return ((c < SIZE ? FACTS[c] : facts(c)) & fact) != 0;
  }

  /** As {@link Character#isLetter(char)}. */
  public static boolean isLetter(char c) {
    return is(c, LETTER);
  }

  /** As {@link Character#isDigit(char)}. */
  public static boolean isDigit(char c) {
    return is(c, DIGIT);
  }

  /** As {@link Character#isUpperCase(char)}. */
  public static boolean isUpperCase(char c) {
    return is(c, UPPER);
  }

  /** Whether writing it in capitals changes nothing: a capital, a digit, a mark. */
  public static boolean isCapital(char c) {
    return is(c, CAPITAL);
  }

  /** As {@link Character#isLowerCase(char)}. */
  public static boolean isLowerCase(char c) {
    return is(c, LOWER);
  }

  /** A letter, a digit, or a mark that combines with the letter before it. */
  public static boolean isWord(char c) {
    return is(c, LETTER | DIGIT | MARK);
  }

  /** As {@link Character#toLowerCase(char)}. */
  public static char toLowerCase(char c) {
    return c < SIZE ? LOWER_CASE[c] : Character.toLowerCase(c);
  }

  /** The number of a character of Vietnamese prose, 1 to 255; 0 for any other. */
  public static int symbol(char c) {
    return c < SIZE ? SYMBOLS[c] & 0xff : 0;
  }

  /** The symbol of a character's small letter; 0 for a character without a symbol. */
  public static int lowerSymbol(char c) {
    return c < SIZE ? LOWER_SYMBOLS[c] & 0xff : 0;
  }

  /** The character with a symbol from 1 on. */
  static char character(int symbol) {
    return BY_SYMBOL.charAt(symbol);
  }

  /** One more than the highest symbol. */
  static int symbols() {
    return BY_SYMBOL.length();
  }
}
