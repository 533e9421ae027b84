package vn.hoinghi.enrich.mention;

import java.util.Arrays;
import vn.hoinghi.enrich.text.WordCode;
import vn.hoinghi.enrich.text.WordCodes;

/** The words of a folded text in a row, as {@link Tokens} parts them. */
final class FoldedWords implements WordCodes {
  private final String text;
  private int[] starts;
  private int[] ends;
  private long[] codes;
  private int count;

  FoldedWords(String text) {
    this.text = text;
    int guess = text.length() / 4 + 2;
    starts = new int[guess];
    ends = new int[guess];
    codes = new long[guess];
    char[] chars = text.toCharArray();
    for (Tokens tokens = Tokens.of(text); tokens.advance(); ) {
      add(chars, tokens.start(), tokens.end());
    }
  }

  private void add(char[] chars, int start, int end) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
      codes = Arrays.copyOf(codes, count * 2);
    }
    starts[count] = start;
    ends[count] = end;
    codes[count] = WordCode.of(chars, start, end);
    count++;
  }

  @Override
  public int count() {
    return count;
  }

  int start(int word) {
    return starts[word];
  }

  int end(int word) {
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
