package vn.hoinghi.enrich.text;

import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Phrases by their words. Thousands of small objects, one for each word of each phrase, lie all
 * over the heap, and a text met for the first time waits for the memory of each one it touches. So
 * all steps of a trie, from a node by a word to the next node, stand in one open table, a step in
 * two numbers side by side: one look takes one line of memory. A walk costs no more than the
 * longest phrase has words.
 *
 * <p>Nodes are numbers. Built once by one thread, then read by any number.
 */
public final class WordTrie<T> {
  /** Where every phrase begins. */
  public static final int ROOT = 0;

  /** No node: no phrase goes on like this. */
  public static final int NOWHERE = -1;

  /** Of each step the word's code, 0 where the place is free, and the two {@link #nodes}. */
  private long[] steps = new long[16];

  private int count = 1;
  private Object[] values = new Object[8];

  /** Of each node whether it leads on: most walks end without a look at the steps. */
  private boolean[] leading = new boolean[8];

  /** Of each node the word that leads there. */
  private String[] words = new String[8];

  /** What is kept for the phrase that ends at a node, or null. */
  @SuppressWarnings("unchecked")
  public T value(int node) {
    return (T) values[node];
  }

  public void set(int node, T value) {
    values[node] = value;
  }

  /** What is kept at a node, made where there is nothing yet. */
  public T valueOr(int node, Supplier<T> make) {
    if (values[node] == null) {
      set(node, make.get());
    }
    return value(node);
  }

  /** Where a word leads from a node, or {@link #NOWHERE}. */
  public int step(int node, WordCodes text, int index) {
    if (!leading[node]) {
      return NOWHERE;
    }
    long code = text.code(index);
    int next = find(node, code);
    boolean sure = next < 0 || WordCode.isExact(code);
    return sure || words[next].equals(text.folded(index)) ? next : NOWHERE;
  }

  private int find(int node, long code) {
    long[] table = steps;
    int at = place(table, node, code);
    while (table[at] != 0) {
      if (table[at] == code && (int) (table[at + 1] >>> 32) == node) {
        return (int) table[at + 1];
      }
      at = at + 2 & table.length - 1;
    }
    return NOWHERE;
  }

  /** Where in the table the search for a step begins. */
  private static int place(long[] table, int node, long code) {
    return WordCode.spread(code + node * 0x632be59bd9b4e019L) << 1 & table.length - 1;
  }

  private static long nodes(int from, int to) {
    return (long) from << 32 | to;
  }

  /**
   * Where a word leads from a node, made where it led nowhere.
   *
   * @throws IllegalArgumentException for two words of the tables that share a code, which no walk
   *     could tell apart
   */
  public int grow(int node, String folded) {
    long code = WordCode.of(folded);
    int next = find(node, code);
    if (next < 0) {
      return add(node, code, folded);
    }
    if (!words[next].equals(folded)) {
      throw new IllegalArgumentException("words share a code: " + words[next] + ", " + folded);
    }
    return next;
  }

  private int add(int node, long code, String folded) {
    if (count == words.length) {
      words = Arrays.copyOf(words, count * 2);
      values = Arrays.copyOf(values, count * 2);
      leading = Arrays.copyOf(leading, count * 2);
    }
    if (count * 4 > steps.length) {
      enlarge();
    }
    words[count] = folded;
    leading[node] = true;
    put(code, nodes(node, count));
    return count++;
  }

  private void put(long code, long nodes) {
    int at = place(steps, (int) (nodes >>> 32), code);
    while (steps[at] != 0) {
      at = at + 2 & steps.length - 1;
    }
    steps[at] = code;
    steps[at + 1] = nodes;
  }

  private void enlarge() {
    long[] old = steps;
    steps = new long[old.length * 2];
    for (int i = 0; i < old.length; i += 2) {
      if (old[i] != 0) {
        put(old[i], old[i + 1]);
      }
    }
  }
}
