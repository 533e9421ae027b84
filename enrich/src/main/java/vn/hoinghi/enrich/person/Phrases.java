package vn.hoinghi.enrich.person;

import java.util.HashMap;
import java.util.Map;
import vn.hoinghi.enrich.place.Words;

/**
 * A set of phrases, each with a value, looked up at a word of a text without case and with either
 * tone placement. A walk costs at most the longest phrase, whatever the text holds.
 */
final class Phrases<T> {
  private static final class Node<T> {
    final Map<String, Node<T>> next = new HashMap<>();
    T value;
  }

  /** A phrase found: the index after its last word and its value. */
  record Match<T>(int end, T value) {}

  private final Node<T> root = new Node<>();
  private final String marks;

  /** Phrases whose words may be parted by blanks and at most one of these marks. */
  Phrases(String marks) {
    this.marks = marks;
  }

  void put(String phrase, T value) {
    Words words = Words.of(phrase);
    Node<T> node = root;
    for (int i = 0; i < words.count(); i++) {
      node = node.next.computeIfAbsent(words.folded(i), word -> new Node<>());
    }
    node.value = value;
  }

  /** The longest phrase that begins at {@code from}, or null. */
  Match<T> longest(Words words, int from) {
    Match<T> best = null;
    Node<T> node = root;
    for (int i = from; i < words.count(); i++) {
      node = node.next.get(words.folded(i));
      if (node == null) {
        break;
      }
      if (node.value != null) {
        best = new Match<>(i + 1, node.value);
      }
      if (!words.joinedBy(i, marks)) {
        break;
      }
    }
    return best;
  }

  /** Number of words of the longest phrase at {@code from}; 0 where there is none. */
  int length(Words words, int from) {
    Match<T> match = from < words.count() ? longest(words, from) : null;
    return match == null ? 0 : match.end() - from;
  }

  /**
   * The first word of the longest phrase, of at most {@code most} words, that ends right before
   * {@code end}; -1 where there is none.
   */
  int startBefore(Words words, int end, int most) {
    for (int from = Math.max(0, end - most); from < end; from++) {
      Match<T> match = longest(words, from);
      if (match != null && match.end() == end) {
        return from;
      }
    }
    return -1;
  }
}
