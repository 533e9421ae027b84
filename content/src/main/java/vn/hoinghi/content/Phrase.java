package vn.hoinghi.content;

import java.util.Arrays;

/**
 * The plain words of a line as numbers of a {@link Vocabulary}, so that a phrase of many is found
 * without building a string for each word of a page. Most lines are sentences, which their first
 * words give away: a word is read when {@link #has} or {@link #size} asks for it, and only one that
 * was asked for may be taken.
 */
final class Phrase {
  /** The word is of one letter or digit. */
  private static final int SINGLE = 1 << 30;

  /** The word begins with a digit. */
  private static final int NUMBER = 1 << 29;

  private static final int NUMBER_OF_WORD = NUMBER - 1;

  private final Vocabulary vocabulary;
  private final String text;
  private final int limit;
  private int[] words = new int[12];
  private int[] starts = new int[12];
  private int count;
  private int at;

  /** The words of a text, at most as many as asked for. */
  Phrase(Vocabulary vocabulary, String text, int limit) {
    this.vocabulary = vocabulary;
    this.text = text;
    this.limit = limit;
    this.at = Vocabulary.start(text, 0);
  }

  /** Whether there is such a word. */
  boolean has(int i) {
    readTo(i);
    return i < count;
  }

  private void readTo(int i) {
    while (count <= i && count < limit && at < text.length()) {
      if (count == words.length) {
        words = Arrays.copyOf(words, count * 2);
        starts = Arrays.copyOf(starts, count * 2);
      }
      int end = Vocabulary.end(text, at);
      words[count] = vocabulary.code(text, at, end);
      starts[count++] = at;
      at = Vocabulary.start(text, end);
    }
  }

  static int code(int wordNumber, int length, boolean digit) {
    return wordNumber | (length == 1 ? SINGLE : 0) | (digit ? NUMBER : 0);
  }

  /** How many there are; reads them all. */
  int size() {
    readTo(limit);
    return count;
  }

  boolean isEmpty() {
    return !has(0);
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
