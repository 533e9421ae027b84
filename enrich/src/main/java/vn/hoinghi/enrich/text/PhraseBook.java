package vn.hoinghi.enrich.text;

/**
 * A reader asks of the same word whether a phrase of this table begins there, and of that one, of
 * twenty tables over and over; mostly the answer is no. The tables of a book share the list of
 * their phrases' first words, each with a bit for every table, so that one look at a word answers
 * for all.
 *
 * <p>Built once by one thread, then read by any number.
 */
public final class PhraseBook {
  private final WordTrie<long[]> firstWords = new WordTrie<>();
  private int parts;

  /** The bit of a new part of the book. */
  public long part() {
    if (parts == Long.SIZE) {
      throw new IllegalStateException("a book has " + Long.SIZE + " parts at most");
    }
    return 1L << parts++;
  }

  /** Notes that a phrase of a part begins with a word. */
  public void add(long part, String firstWord) {
    int first = firstWords.grow(WordTrie.ROOT, firstWord);
    firstWords.valueOr(first, () -> new long[1])[0] |= part;
  }

  /** The bits of all parts with a phrase that begins with a word. */
  public long beginnings(WordCodes words, int word) {
    int first = firstWords.step(WordTrie.ROOT, words, word);
    return first < 0 ? 0 : firstWords.value(first)[0];
  }
}
