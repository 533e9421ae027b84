package vn.hoinghi.enrich.text;

import java.util.function.Supplier;

/**
 * Phrases by their words. A step from one word to the next is one look into a small open table of
 * word codes; whatever the tables hold, a walk costs no more than the longest phrase has words.
 *
 * <p>Built once by one thread, then read by any number.
 */
public final class WordTrie<T> {
  private static final WordTrie<?>[] NONE = {};

  private long[] codes = {};

  @SuppressWarnings("unchecked")
  private WordTrie<T>[] steps = (WordTrie<T>[]) NONE;

  private int size;
  private final String word;
  private T value;

  public WordTrie() {
    this("");
  }

  private WordTrie(String word) {
    this.word = word;
  }

  /** What is kept for the phrase that ends here, or null. */
  public T value() {
    return value;
  }

  public void set(T newValue) {
    value = newValue;
  }

  /** What is kept here, made where there is nothing yet. */
  public T valueOr(Supplier<T> make) {
    if (value == null) {
      value = make.get();
    }
    return value;
  }

  /** Where a word leads, or null. */
  public WordTrie<T> step(WordCodes words, int index) {
    WordTrie<T> next = find(words.code(index));
    boolean sure = next == null || WordCode.isExact(words.code(index));
    return sure || next.word.equals(words.folded(index)) ? next : null;
  }

  private WordTrie<T> find(long code) {
    if (size == 0) {
      return null;
    }
    int mask = codes.length - 1;
    int at = WordCode.spread(code) & mask;
    while (codes[at] != 0) {
      if (codes[at] == code) {
        return steps[at];
      }
      at = at + 1 & mask;
    }
    return null;
  }

  /**
   * Where a word leads, made where it led nowhere.
   *
   * @throws IllegalArgumentException for two words of the tables that share a code, which no walk
   *     could tell apart
   */
  public WordTrie<T> grow(String folded) {
    long code = WordCode.of(folded);
    WordTrie<T> next = find(code);
    if (next == null) {
      next = new WordTrie<>(folded);
      put(code, next);
    } else if (!next.word.equals(folded)) {
      throw new IllegalArgumentException("words share a code: " + next.word + ", " + folded);
    }
    return next;
  }

  private void put(long code, WordTrie<T> next) {
    if (size * 3 >= codes.length) {
      enlarge();
    }
    int mask = codes.length - 1;
    int at = WordCode.spread(code) & mask;
    while (codes[at] != 0) {
      at = at + 1 & mask;
    }
    codes[at] = code;
    steps[at] = next;
    size++;
  }

  @SuppressWarnings("unchecked")
  private void enlarge() {
    long[] oldCodes = codes;
    WordTrie<T>[] oldSteps = steps;
    codes = new long[Math.max(4, oldCodes.length * 2)];
    steps = (WordTrie<T>[]) new WordTrie<?>[codes.length];
    size = 0;
    for (int i = 0; i < oldCodes.length; i++) {
      if (oldCodes[i] != 0) {
        put(oldCodes[i], oldSteps[i]);
      }
    }
  }
}
