package vn.hoinghi.enrich.text;

import java.util.Arrays;

/**
 * The words of a folded text in a row: a word is a run of letters, digits and marks that combine
 * with them; every other character but a space is a word of its own.
 *
 * <p>Where a word ends cannot be foreseen, and a wrong guess of the processor at each word costs
 * more than all else. So the loop over the characters does not branch: it writes where a word may
 * begin or end, and counts what it wrote only where one does. Places and codes lie in flat arrays.
 */
public final class FoldedWords implements WordCodes {
  private static final int WORD = 1;
  private static final int MARK = 2;

  /** Code of a word with a character that has no symbol. */
  private static final long UNKNOWN = Long.MIN_VALUE;

  private static final byte[] KINDS = new byte[256];

  static {
    for (int symbol = 1; symbol < Alphabet.symbols(); symbol++) {
      KINDS[symbol] = (byte) kind(Alphabet.character(symbol));
    }
  }

  private final String text;
  private int[] starts;
  private int[] ends;
  private long[] codes;
  private int count;

  public FoldedWords(Prose prose) {
    text = prose.text;
    int guess = text.length() / 3 + 4;
    starts = new int[guess];
    ends = new int[guess];
    codes = new long[guess];
    read(prose.symbols);
  }

  private void read(byte[] symbols) {
    long code = 0;
    int before = 0;
    int begun = 0;
    for (int i = 0; i < symbols.length; i++) {
      if (count + 2 >= starts.length) {
        grow();
      }
      int symbol = symbols[i] & 0xff;
      int kind = symbol == 0 ? kind(text.charAt(i)) : KINDS[symbol];
      int inWord = kind & WORD;
      int mark = kind >> 1;
      ends[count] = i;
      codes[count] = code;
      count += before & ~inWord;
      starts[begun] = i;
      begun += (inWord & ~before) | mark;
      ends[count] = i + 1;
      codes[count] = symbol == 0 ? UNKNOWN : symbol;
      count += mark;
      code = ((code << 8) | (symbol == 0 ? UNKNOWN : symbol) | (code & UNKNOWN)) & -(long) inWord;
      before = inWord;
    }
    ends[count] = symbols.length;
    codes[count] = code;
    count += before;
    codeLongWords();
  }

  /** Words that no number can spell get theirs from all of their letters. */
  private void codeLongWords() {
    for (int i = 0; i < count; i++) {
      if (codes[i] < 0 || ends[i] - starts[i] > WordCode.LONGEST) {
        codes[i] = WordCode.of(text, starts[i], ends[i]);
      }
    }
  }

  /** Whether a character is part of a word; halves of characters beyond the first plane are. */
  public static boolean isWord(char c) {
    return Alphabet.isWord(c) || Character.isSurrogate(c);
  }

  private static int kind(char c) {
    return c == ' ' ? 0 : isWord(c) ? WORD : MARK;
  }

  private void grow() {
    starts = Arrays.copyOf(starts, starts.length * 2);
    ends = Arrays.copyOf(ends, starts.length);
    codes = Arrays.copyOf(codes, starts.length);
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
