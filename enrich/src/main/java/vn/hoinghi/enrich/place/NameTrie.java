package vn.hoinghi.enrich.place;

import java.util.function.Supplier;
import vn.hoinghi.enrich.text.WordTrie;

/**
 * Finds the longest known name that begins at a word, in one walk that costs no more than the
 * longest name has words, however many names there are.
 */
final class NameTrie<T> {
  /** A name found: the index after its last word, and what it stands for. */
  record Match<T>(int end, T value) {}

  private final WordTrie<T> trie = new WordTrie<>();

  /** The value kept for a name, made by {@code make} where the name is new. */
  T at(String name, Supplier<T> make) {
    Words words = Words.of(name);
    int node = WordTrie.ROOT;
    for (int i = 0; i < words.count(); i++) {
      node = trie.grow(node, words.folded(i));
    }
    return trie.valueOr(node, make);
  }

  /**
   * The longest name whose words, each with a capital or a digit in front, begin at {@code from};
   * null where there is none.
   */
  Match<T> longest(Words words, int from) {
    Match<T> best = null;
    int node = WordTrie.ROOT;
    for (int i = from; i < words.count() && (words.capital(i) || words.digit(i)); i++) {
      node = trie.step(node, words, i);
      if (node < 0) {
        break;
      }
      T here = trie.value(node);
      if (here != null) {
        best = new Match<>(i + 1, here);
      }
      if (!words.joinedBy(i, words.end(i) - words.start(i) <= 2 ? "-–." : "-–")) {
        break;
      }
    }
    return best;
  }

  /** The value kept for exactly this name in any case, or null. */
  T exact(String name) {
    Words words = Words.of(name);
    int node = WordTrie.ROOT;
    for (int i = 0; i < words.count() && node >= 0; i++) {
      node = trie.step(node, words, i);
    }
    return node < 0 || words.count() == 0 ? null : trie.value(node);
  }
}
