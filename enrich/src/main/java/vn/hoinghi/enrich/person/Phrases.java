package vn.hoinghi.enrich.person;

import vn.hoinghi.enrich.place.Words;
import vn.hoinghi.enrich.text.WordTrie;

/**
 * A set of phrases, each with a value, looked up at a word of a text without case and with either
 * tone placement. A walk costs at most the longest phrase, whatever the text holds.
 */
final class Phrases<T> {
  /** A phrase found: the index after its last word and its value. */
  record Match<T>(int end, T value) {}

  private final WordTrie<T> root = new WordTrie<>();
  private final String marks;

  /** Phrases whose words may be parted by blanks and at most one of these marks. */
  Phrases(String marks) {
    this.marks = marks;
  }

  void put(String phrase, T value) {
    Words words = Words.of(phrase);
    WordTrie<T> node = root;
    for (int i = 0; i < words.count(); i++) {
      node = node.grow(words.folded(i));
    }
    node.set(value);
  }

  /** The longest phrase that begins at {@code from}, or null. */
  Match<T> longest(Words words, int from) {
    WordTrie<T> node = root.step(words, from);
    if (node == null) {
      return null;
    }
    T value = node.value();
    int end = from + 1;
    for (int i = from + 1; i < words.count() && words.joinedBy(i - 1, marks); i++) {
      node = node.step(words, i);
      if (node == null) {
        break;
      }
      if (node.value() != null) {
        value = node.value();
        end = i + 1;
      }
    }
    return value == null ? null : new Match<>(end, value);
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
