package vn.hoinghi.enrich.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * A reader asks of the same word whether a phrase of this table begins there, and of that one, of
 * twenty tables over and over. The tables of a book share one trie, so that one walk from each word
 * finds the longest phrases of all of them ({@link FoundPhrases}). A table is a bit; what a node
 * holds for the tables lies in the order of their bits.
 *
 * <p>Built once by one thread, then read by any number.
 */
public final class PhraseBook {
  /** What ends at a node: the tables that have the phrase, and its value in each. */
  static final class Ends {
    long parts;
    private Object[] values = new Object[0];

    Object value(long part) {
      return values[Long.bitCount(parts & (part - 1))];
    }

    private void put(long part, Object value) {
      int at = Long.bitCount(parts & (part - 1));
      if ((parts & part) == 0) {
        Object[] more = Arrays.copyOf(values, values.length + 1);
        System.arraycopy(values, at, more, at + 1, values.length - at);
        values = more;
        parts |= part;
      }
      values[at] = value;
    }
  }

  private static final Supplier<Ends> NO_ENDS = Ends::new;

  final WordTrie<Ends> trie = new WordTrie<>();

  /** Of each part the marks that may part the words of its phrases. */
  private final List<String> marks = new ArrayList<>();

  private final long[] joining = new long[128];

  /**
   * The bit of a new part of the book.
   *
   * @param between marks of which one may stand between two words of a phrase
   */
  public long part(String between) {
    if (marks.size() == Long.SIZE) {
      throw new IllegalStateException("a book has " + Long.SIZE + " parts at most");
    }
    long part = 1L << marks.size();
    marks.add(between);
    for (char c = 1; c < joining.length; c++) {
      joining[c] |= between.indexOf(c) < 0 ? 0 : part;
    }
    return part;
  }

  /** Adds a phrase to a part, with what it stands for; it takes the place of the same phrase. */
  public void put(long part, WordCodes phrase, Object value) {
    int node = WordTrie.ROOT;
    for (int i = 0; i < phrase.count(); i++) {
      node = trie.grow(node, phrase.folded(i));
    }
    trie.valueOr(node, NO_ENDS).put(part, value);
  }

  /** The parts whose phrases go on over what stands between two words. */
  long joining(char mark) {
    if (mark == SpacedWords.BLANK) {
      return -1L;
    }
    if (mark < joining.length) {
      return joining[mark];
    }
    long parts = 0;
    for (int i = 0; mark != SpacedWords.APART && i < marks.size(); i++) {
      parts |= marks.get(i).indexOf(mark) < 0 ? 0 : 1L << i;
    }
    return parts;
  }

  /** All phrases of all parts in a text. */
  public FoundPhrases find(SpacedWords words) {
    return new FoundPhrases(this, words);
  }
}
