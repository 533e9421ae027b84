package vn.hoinghi.enrich.text;

import java.util.Arrays;

/**
 * The words of a folded text in a row: a word is a run of letters, digits and marks that combine
 * with them; every other character but a space is a word of its own. Their places and codes lie in
 * flat arrays, since each is asked for by every walk that begins at it or goes on over it.
 */
public final class FoldedWords implements WordCodes {
  private final String text;
  private int[] starts;
  private int[] ends;
  private long[] codes;
  private int count;

  public FoldedWords(Prose prose) {
    text = prose.text;
    int guess = text.length() / 4 + 2;
    starts = new int[guess];
    ends = new int[guess];
    codes = new long[guess];
    read(prose.symbols);
  }

  private void read(byte[] symbols) {
    int i = 0;
    while (i < symbols.length) {
      int start = i;
      long code = 0;
      boolean exact = true;
      while (i < symbols.length && inWord(symbols, i)) {
        int symbol = symbols[i++] & 0xff;
        code = code << 8 | symbol;
        exact &= symbol != 0;
      }
      if (i > start) {
        exact &= i - start <= WordCode.LONGEST;
        add(start, i, exact ? code : WordCode.of(text, start, i));
      } else {
        if (text.charAt(i) != ' ') {
          add(i, i + 1, WordCode.of(text, i, i + 1));
        }
        i++;
      }
    }
  }

  private boolean inWord(byte[] symbols, int at) {
    int symbol = symbols[at] & 0xff;
    return symbol == 0 ? isWord(text.charAt(at)) : Alphabet.isWordSymbol(symbol);
  }

  /** Whether a character is part of a word; halves of characters beyond the first plane are. */
  public static boolean isWord(char c) {
    return Alphabet.isWord(c) || Character.isSurrogate(c);
  }

  private void add(int start, int end, long code) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
      codes = Arrays.copyOf(codes, count * 2);
    }
    starts[count] = start;
    ends[count] = end;
    codes[count] = code;
    count++;
  }

  @Override
  public int count() {
    return count;
  }

  public int start(int word) {
    return starts[word];
  }

  public int end(int word) {
    return ends[word];
  }

  @Override
  public long code(int word) {
    return codes[word];
  }

  @Override
  public String folded(int word) {
    return text.substring(starts[word], ends[word]);
  }
}
