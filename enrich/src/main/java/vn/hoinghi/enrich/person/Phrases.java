package vn.hoinghi.enrich.person;

import vn.hoinghi.enrich.place.Words;
import vn.hoinghi.enrich.text.FoundPhrases;
import vn.hoinghi.enrich.text.PhraseBook;

/**
 * A set of phrases, each with a value, looked up at a word of a text without case and with either
 * tone placement. It is a part of a book, which finds the phrases of all its parts at once.
 */
final class Phrases<T> {
  private final PhraseBook book;
  private final long part;

  /** Phrases whose words may be parted by blanks and at most one of these marks. */
  Phrases(PhraseBook book, String marks) {
    this.book = book;
    part = book.part(marks);
  }

  void put(String phrase, T value) {
    book.put(part, Words.of(phrase), value);
  }

  /** Index after the longest phrase that begins at {@code from}; 0 where there is none. */
  int end(Words words, int from) {
    return words.phrases(book).end(part, from);
  }

  /** What the longest phrase that begins at {@code from} stands for, or null. */
  @SuppressWarnings("unchecked")
  T value(Words words, int from) {
    FoundPhrases found = words.phrases(book);
    return found.end(part, from) == 0 ? null : (T) found.value(part, from);
  }

  /** Number of words of the longest phrase at {@code from}; 0 where there is none. */
  int length(Words words, int from) {
    int end = from < words.count() ? end(words, from) : 0;
    return end == 0 ? 0 : end - from;
  }

  /**
   * The first word of the longest phrase, of at most {@code most} words, that ends right before
   * {@code end}; -1 where there is none.
   */
  int startBefore(Words words, int end, int most) {
    FoundPhrases found = words.phrases(book);
    for (int from = Math.max(0, end - most); from < end; from++) {
      if (found.end(part, from) == end) {
        return from;
      }
    }
    return -1;
  }
}
