package vn.hoinghi.enrich.text;

import java.util.Collection;
import java.util.List;

/** Words that their codes spell exactly, in one open table of codes. */
public final class WordSet {
  private final long[] codes;

  private WordSet(Collection<String> folded) {
    codes = new long[Integer.highestOneBit(Math.max(1, folded.size())) * 8];
    folded.forEach(this::add);
  }

  /** The set of these words, which are folded. */
  public static WordSet of(String... folded) {
    return new WordSet(List.of(folded));
  }

  /**
   * The set of these words, which are folded.
   *
   * @throws IllegalArgumentException for a word of more than seven letters or of rare ones
   */
  public static WordSet of(Collection<String> folded) {
    return new WordSet(folded);
  }

  private void add(String word) {
    long code = WordCode.of(word);
    if (!WordCode.isExact(code)) {
      throw new IllegalArgumentException("no code spells " + word);
    }
    codes[place(code)] = code;
  }

  /** Where a code lies, or where it would. */
  private int place(long code) {
    int at = WordCode.spread(code) & (codes.length - 1);
    while (codes[at] != 0 && codes[at] != code) {
      at = (at + 1) & (codes.length - 1);
    }
    return at;
  }

  /** Whether a word of a text is one of them. */
  public boolean has(WordCodes text, int word) {
    return has(text.code(word));
  }

  /** Whether the word with this code is one of them. */
  public boolean has(long code) {
    return code != 0 && codes[place(code)] == code;
  }
}
