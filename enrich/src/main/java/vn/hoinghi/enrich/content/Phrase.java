package vn.hoinghi.enrich.content;

/**
 * The plain words of a line as numbers of a {@link Vocabulary}, so that a phrase of many is found
 * without building a string for each word of a page.
 */
final class Phrase {
  /** The word is of one letter or digit. */
  private static final int SINGLE = 1 << 30;

  /** The word begins with a digit. */
  private static final int NUMBER = 1 << 29;

  private static final int NUMBER_OF_WORD = NUMBER - 1;

  private final int[] words;
  private final int[] starts;
  private final int size;

  Phrase(int[] words, int[] starts, int size) {
    this.words = words;
    this.starts = starts;
    this.size = size;
  }

  static int code(int wordNumber, int length, boolean digit) {
    return wordNumber | (length == 1 ? SINGLE : 0) | (digit ? NUMBER : 0);
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** The number of the word in the vocabulary; 0 where it is not in it. */
  int word(int i) {
    return wordOf(words[i]);
  }

  /** Where in the text the word begins. */
  int start(int i) {
    return starts[i];
  }

  boolean isNumber(int i) {
    return isNumberCode(words[i]);
  }

  static boolean isNumberCode(int code) {
    return (code & NUMBER) != 0;
  }

  /** The number in the vocabulary of a word written as {@link #code} does. */
  static int wordOf(int code) {
    return code & NUMBER_OF_WORD;
  }

  /** A number, or a single letter as in "v" and "h". */
  boolean isNumberLike(int i) {
    return (words[i] & (NUMBER | SINGLE)) != 0;
  }
}
