package vn.hoinghi.enrich.text;

import java.util.Arrays;

/**
 * The longest phrase of each part of a book at each word of a text. Most words begin a phrase of
 * none or one of the parts, and most questions are answered no: that takes one number a word. The
 * phrases found lie one behind the other in flat arrays, those of a word in the order of their
 * parts' bits, so that counting bits finds one.
 */
public final class FoundPhrases {
  private final PhraseBook book;
  private final SpacedWords words;

  /** Of each word the parts with a phrase that begins there, and the place of the first of them. */
  private final long[] parts;

  private final int[] first;
  private int[] ends;
  private Object[] values;
  private int count;

  FoundPhrases(PhraseBook book, SpacedWords words) {
    this.book = book;
    this.words = words;
    parts = new long[words.count()];
    first = new int[parts.length];
    ends = new int[parts.length + 8];
    values = new Object[ends.length];
    for (int word = 0; word < parts.length; word++) {
      first[word] = count;
      parts[word] = read(word);
      count += Long.bitCount(parts[word]);
    }
  }

  /** Whether these are the phrases of a book. */
  public boolean of(PhraseBook other) {
    return book == other;
  }

  /** Whether a phrase of any part begins at a word. */
  public boolean any(int word) {
    return parts[word] != 0;
  }

  /** Index after the last word of a part's longest phrase that begins at a word; 0 for none. */
  public int end(long part, int word) {
    return (parts[word] & part) == 0 ? 0 : ends[place(part, word)];
  }

  /** What that phrase stands for; only where there is one. */
  public Object value(long part, int word) {
    return values[place(part, word)];
  }

  private int place(long part, int word) {
    return first[word] + Long.bitCount(parts[word] & (part - 1));
  }

  /** Walks the trie from a word; the parts that have a phrase there. */
  private long read(int word) {
    WordTrie<PhraseBook.Ends> trie = book.trie;
    long found = 0;
    long open = -1L;
    int at = word;
    int node = trie.step(WordTrie.ROOT, words, at);
    while (node >= 0) {
      PhraseBook.Ends here = trie.value(node);
      at++;
      if (here != null && (here.parts & open) != 0) {
        found = add(found, here.parts & open, here, at);
      }
      open &= joining(at - 1);
      node = open == 0 ? WordTrie.NOWHERE : trie.step(node, words, at);
    }
    return found;
  }

  /** The parts whose phrases go on past a word. */
  private long joining(int word) {
    char mark = words.mark(word);
    return mark == '.' && !words.shortened(word) ? 0 : book.joining(mark);
  }

  /** Notes what ends here for some parts, in the place of their shorter phrases. */
  private long add(long known, long here, PhraseBook.Ends what, int end) {
    long all = known | here;
    room(count + Long.bitCount(all));
    if (all != known && known != 0) {
      spread(known, all);
    }
    for (long rest = here; rest != 0; rest &= rest - 1) {
      long part = rest & -rest;
      int place = count + Long.bitCount(all & (part - 1));
      ends[place] = end;
      values[place] = what.value(part);
    }
    return all;
  }

  private void room(int size) {
    if (size > ends.length) {
      ends = Arrays.copyOf(ends, size * 2);
      values = Arrays.copyOf(values, size * 2);
    }
  }

  /** Makes room among the phrases of a word for those of more parts. */
  private void spread(long known, long all) {
    int from = count + Long.bitCount(known);
    for (long rest = known; rest != 0; rest &= ~Long.highestOneBit(rest)) {
      int to = count + Long.bitCount(all & (Long.highestOneBit(rest) - 1));
      from--;
      ends[to] = ends[from];
      values[to] = values[from];
    }
  }
}
