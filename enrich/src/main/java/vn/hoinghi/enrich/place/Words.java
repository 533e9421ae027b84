package vn.hoinghi.enrich.place;

import java.util.ArrayList;
import java.util.List;

/**
 * A text as its words: runs of letters and digits with the apostrophes and combining marks inside
 * ("H'Lan", "TP", "2025"). What stands between two words tells whether they may belong to one name.
 * Offsets are UTF-16.
 */
public final class Words {
  private static final int LONGEST = 40;
  private final String text;
  private final int[] starts;
  private final int[] ends;
  private final String[] folded;

  private Words(String text, List<int[]> spans) {
    this.text = text;
    starts = spans.stream().mapToInt(span -> span[0]).toArray();
    ends = spans.stream().mapToInt(span -> span[1]).toArray();
    folded = new String[starts.length];
  }

  /** The words of a text in NFC, in order. */
  public static Words of(String text) {
    List<int[]> spans = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      int start = i;
      while (i < text.length() && inWord(text, i, start)) {
        i++;
      }
      if (i > start) {
        spans.add(new int[] {start, i});
      } else {
        i++;
      }
    }
    return new Words(text, spans);
  }

  private static boolean inWord(String text, int at, int start) {
    char c = text.charAt(at);
    if (c == '\'' || c == '’') {
      return at > start
          && at + 1 < text.length()
          && Character.isLetter(text.charAt(at + 1))
          && Character.isLetter(text.charAt(at - 1));
    }
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  public int count() {
    return starts.length;
  }

  public int start(int word) {
    return starts[word];
  }

  public int end(int word) {
    return ends[word];
  }

  /** The word as written. */
  public String at(int word) {
    return text.substring(starts[word], ends[word]);
  }

  /** The word as {@link Spelling#fold} compares it; longer ones than any name are cut. */
  public String folded(int word) {
    if (folded[word] == null) {
      folded[word] =
          Spelling.fold(text.substring(starts[word], Math.min(ends[word], starts[word] + LONGEST)));
    }
    return folded[word];
  }

  /** The first letter or digit of a word, as written. */
  public char first(int word) {
    return text.charAt(starts[word]);
  }

  /** True where the word begins with a capital letter. */
  public boolean capital(int word) {
    return Character.isUpperCase(text.charAt(starts[word]));
  }

  /** True where every letter of the word is a capital. */
  public boolean allCapitals(int word) {
    for (int i = starts[word]; i < ends[word]; i++) {
      if (Character.isLowerCase(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  public boolean digit(int word) {
    return Character.isDigit(text.charAt(starts[word]));
  }

  /** What stands between a word and the one after it. */
  public String gap(int word) {
    return word + 1 < starts.length
        ? text.substring(ends[word], starts[word + 1])
        : text.substring(ends[word]);
  }

  /** True where only blanks part the word from the next one. */
  public boolean spaceAfter(int word) {
    if (word + 1 >= starts.length) {
      return false;
    }
    for (int i = ends[word]; i < starts[word + 1]; i++) {
      if (!blank(text.charAt(i))) {
        return false;
      }
    }
    return starts[word + 1] > ends[word];
  }

  /** True where blanks and at most one of the {@code marks} part the word from the next one. */
  public boolean joinedBy(int word, String marks) {
    if (word + 1 >= starts.length) {
      return false;
    }
    int seen = 0;
    for (int i = ends[word]; i < starts[word + 1]; i++) {
      char c = text.charAt(i);
      if (!blank(c) && (marks.indexOf(c) < 0 || ++seen > 1)) {
        return false;
      }
    }
    return true;
  }

  private static boolean blank(char c) {
    return c == ' ' || c == '\t' || c == '\u00a0' || c == '\u200b';
  }
}
