package vn.hoinghi.enrich.text;

/** A few words, known by their codes. */
public final class WordSet {
  private final WordTrie<Boolean> words = new WordTrie<>();

  private WordSet() {}

  /** The set of these words, which are folded. */
  public static WordSet of(String... folded) {
    WordSet set = new WordSet();
    for (String word : folded) {
      set.words.grow(WordTrie.ROOT, word);
    }
    return set;
  }

  /** Whether a word of a text is one of them. */
  public boolean has(WordCodes text, int word) {
    return words.step(WordTrie.ROOT, text, word) >= 0;
  }
}
