package vn.hoinghi.content;

import java.util.List;

/**
 * Tells an imprint or a copyright notice by several of its stock phrases in one line. Every line of
 * running text is looked at, so that a phrase is tried only where its first two characters stand.
 */
final class Imprint {
  private static final int MAX_NOTICE = 250;
  private static final int PAIRS = 1 << 12;

  private final String[] phrases;

  /** For each pair of first characters the phrases that may begin so, as bits. */
  private final long[] beginning = new long[PAIRS];

  private Imprint(List<String> phrases) {
    if (phrases.size() > Long.SIZE) {
      throw new IllegalStateException("more phrases than bits: " + phrases.size());
    }
    this.phrases = phrases.toArray(String[]::new);
    for (int i = 0; i < this.phrases.length; i++) {
      String phrase = this.phrases[i];
      if (phrase.length() > 1) {
        beginning[pair(phrase.charAt(0), phrase.charAt(1))] |= 1L << i;
      }
    }
  }

  static Imprint standard() {
    return new Imprint(RuleTable.read("imprint.tsv").stream().map(cells -> cells[1]).toList());
  }

  private static int pair(char first, char second) {
    return (first * 31 + second) & (PAIRS - 1);
  }

  /** Whether the line is one. */
  boolean is(String text) {
    if (text.startsWith("©")) {
      return true;
    }
    int wanted = text.length() < MAX_NOTICE ? 2 : 3;
    long found = signs(text);
    char last = 0;
    for (int i = 0, n = text.length(); i < n && Long.bitCount(found) < wanted; i++) {
      char c = text.charAt(i);
      long candidates = beginning[pair(last, c)] & ~found;
      last = c;
      for (; candidates != 0; candidates &= candidates - 1) {
        int phrase = Long.numberOfTrailingZeros(candidates);
        found |= text.startsWith(phrases[phrase], i - 1) ? 1L << phrase : 0;
      }
    }
    return Long.bitCount(found) >= wanted;
  }

  /** The phrases of one character that stand in the line. */
  private long signs(String text) {
    long found = 0;
    for (int i = 0; i < phrases.length; i++) {
      boolean sign = phrases[i].length() == 1;
      found |= sign && text.indexOf(phrases[i].charAt(0)) >= 0 ? 1L << i : 0;
    }
    return found;
  }
}
