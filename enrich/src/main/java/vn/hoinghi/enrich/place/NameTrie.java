package vn.hoinghi.enrich.place;

import java.util.HashMap;
import java.util.Map;

/**
 * Finds the longest known name that begins at a word, in one walk that costs no more than the
 * longest name has words, however many names there are.
 */
final class NameTrie<T> {
  private static final class Node<T> {
    final Map<String, Node<T>> next = new HashMap<>();
    T value;
  }

  /** A name found: the index after its last word, and what it stands for. */
  record Match<T>(int end, T value) {}

  private final Node<T> root = new Node<>();

  /** The value kept for a name, made by {@code make} where the name is new. */
  T at(String name, java.util.function.Supplier<T> make) {
    Words words = Words.of(name);
    Node<T> node = root;
    for (int i = 0; i < words.count(); i++) {
      node = node.next.computeIfAbsent(words.folded(i), word -> new Node<>());
    }
    if (node.value == null) {
      node.value = make.get();
    }
    return node.value;
  }

  /**
   * The longest name whose words, each with a capital or a digit in front, begin at {@code from};
   * null where there is none.
   */
  Match<T> longest(Words words, int from) {
    Match<T> best = null;
    Node<T> node = root;
    for (int i = from; i < words.count() && (words.capital(i) || words.digit(i)); i++) {
      node = node.next.get(words.folded(i));
      if (node == null) {
        break;
      }
      if (node.value != null) {
        best = new Match<>(i + 1, node.value);
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
    Node<T> node = root;
    for (int i = 0; i < words.count() && node != null; i++) {
      node = node.next.get(words.folded(i));
    }
    return node == null || words.count() == 0 ? null : node.value;
  }
}
