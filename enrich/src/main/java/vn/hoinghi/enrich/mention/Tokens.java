package vn.hoinghi.enrich.mention;

import vn.hoinghi.enrich.text.FoldedWords;

/** Walks a folded text word by word; every other character but a space is a word of its own. */
final class Tokens {
  private final String text;
  private int start;
  private int end;

  private Tokens(String text) {
    this.text = text;
  }

  static Tokens of(String text) {
    return new Tokens(text);
  }

  boolean advance() {
    start = end;
    while (start < text.length() && text.charAt(start) == ' ') {
      start++;
    }
    if (start >= text.length()) {
      return false;
    }
    end = start + 1;
    if (isWord(text.charAt(start))) {
      while (end < text.length() && isWord(text.charAt(end))) {
        end++;
      }
    }
    return true;
  }

  /** Whether letters of a text are a whole word of it. */
  static boolean isOne(String text, int start, int end) {
    return (start == 0 || !isWord(text.charAt(start - 1)))
        && (end == text.length() || !isWord(text.charAt(end)));
  }

  static boolean isWord(char c) {
    return FoldedWords.isWord(c);
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  String word() {
    return text.substring(start, end);
  }
}
