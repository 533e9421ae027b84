package vn.hoinghi.enrich.person;

import vn.hoinghi.enrich.place.Words;
import vn.hoinghi.enrich.text.PhraseBook;
import vn.hoinghi.enrich.text.WordTrie;

/**
 * A set of phrases, each with a value, looked up at a word of a text without case and with either
 * tone placement. A walk costs at most the longest phrase, whatever the text holds.
 */
final class Phrases<T> {
  /** A phrase found: the index after its last word and its value. */
  record Match<T>(int end, T value) {}

  private final WordTrie<T> trie = new WordTrie<>();
  private final String marks;
  private final PhraseBook book;
  private final long part;
  private static final int SHORTENED = 2;
  private static final int INITIALS = 4;

  /** Phrases whose words may be parted by blanks and at most one of these marks. */
  Phrases(PhraseBook book, String marks) {
    this.book = book;
    this.marks = marks;
    part = book.part();
  }

  void put(String phrase, T value) {
    Words words = Words.of(phrase);
    int node = WordTrie.ROOT;
    book.add(part, words.folded(0));
    for (int i = 0; i < words.count(); i++) {
      node = trie.grow(node, words.folded(i));
    }
    trie.set(node, value);
  }

  /** The longest phrase that begins at {@code from}, or null. */
  Match<T> longest(Words words, int from) {
    int node =
        words.mayBegin(from, book, part) ? trie.step(WordTrie.ROOT, words, from) : WordTrie.NOWHERE;
    if (node < 0) {
      return null;
    }
    T value = trie.value(node);
    int end = from + 1;
    for (int i = from + 1; i < words.count() && joined(words, i); i++) {
      node = trie.step(node, words, i);
      if (node < 0) {
        break;
      }
      T here = trie.value(node);
      if (here != null) {
        value = here;
        end = i + 1;
      }
    }
    return value == null ? null : new Match<>(end, value);
  }

  /**
   * A full stop joins what it shortens ("T.Ư", "Th. S"), and ends a sentence behind other words.
   */
  private boolean joined(Words words, int i) {
    return words.joinedBy(i - 1, marks)
        && (marks.indexOf('.') < 0
            || words.spaceAfter(i - 1)
            || words.length(i - 1) <= SHORTENED
            || (words.capital(i - 1) && words.length(i - 1) <= INITIALS)
            || words.gap(i - 1).indexOf('.') < 0);
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
