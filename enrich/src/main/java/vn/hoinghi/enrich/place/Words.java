package vn.hoinghi.enrich.place;

import java.util.Arrays;
import vn.hoinghi.enrich.text.Alphabet;
import vn.hoinghi.enrich.text.FoundPhrases;
import vn.hoinghi.enrich.text.PhraseBook;
import vn.hoinghi.enrich.text.SpacedWords;
import vn.hoinghi.enrich.text.WordCode;

/**
 * A text as its words: runs of letters and digits with the apostrophes and combining marks inside
 * ("H'Lan", "TP", "2025"). What stands between two words tells whether they may belong to one name.
 * Offsets are UTF-16. Each word is folded once, into a number by which tables know it; strings are
 * made for the few words that are asked for one.
 */
public final class Words implements SpacedWords {
  private static final int LONGEST = 40;
  private final String text;
  private final char[] chars;
  private int[] starts;
  private int[] ends;
  private long[] codes;
  private String[] written;
  private String[] folded;
  private char[] marks;
  private FoundPhrases phrases;
  private int count;

  private Words(String text) {
    this.text = text;
    chars = text.toCharArray();
    starts = new int[chars.length / 4 + 2];
    ends = new int[starts.length];
    codes = new long[starts.length];
    marks = new char[starts.length];
  }

  /** The words of a text in NFC, in order. */
  public static Words of(String text) {
    Words words = new Words(text);
    words.read();
    return words;
  }

  private void read() {
    char mark = BLANK;
    int i = 0;
    while (i < chars.length) {
      int start = i;
      long code = 0;
      boolean exact = true;
      while (i < chars.length && inWord(i, start)) {
        int symbol = Alphabet.lowerSymbol(chars[i++]);
        code = code << 8 | symbol;
        exact &= symbol != 0;
      }
      if (i > start) {
        exact &= i - start <= Spelling.SYLLABLE && !Spelling.respells(chars, start, i);
        add(start, i, exact ? code : WordCode.of(folding(start, i)));
        marks[count - 1] = APART;
        if (count > 1) {
          marks[count - 2] = mark;
        }
        mark = BLANK;
      } else {
        mark = blank(chars[i]) ? mark : mark == BLANK && chars[i] != BLANK ? chars[i] : APART;
        i++;
      }
    }
    written = new String[count];
    folded = new String[count];
  }

  private void add(int start, int end, long code) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
      codes = Arrays.copyOf(codes, count * 2);
      marks = Arrays.copyOf(marks, count * 2);
    }
    starts[count] = start;
    ends[count] = end;
    codes[count] = code;
    count++;
  }

  private String folding(int start, int end) {
    return Spelling.fold(text.substring(start, Math.min(end, start + LONGEST)));
  }

  private boolean inWord(int at, int start) {
    char c = chars[at];
    if (c == '\'' || c == '’') {
      return at > start
          && at + 1 < chars.length
          && Alphabet.isLetter(chars[at + 1])
          && Alphabet.isLetter(chars[at - 1]);
    }
    return Alphabet.isWord(c);
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

  /** The word as written. */
  public String at(int word) {
    if (written[word] == null) {
      written[word] = text.substring(starts[word], ends[word]);
    }
    return written[word];
  }

  /** The word as {@link Spelling#fold} compares it; longer ones than any name are cut. */
  @Override
  public String folded(int word) {
    if (folded[word] == null) {
      folded[word] =
          WordCode.isExact(codes[word])
              ? WordCode.word(codes[word])
              : folding(starts[word], ends[word]);
    }
    return folded[word];
  }

  @Override
  public long code(int word) {
    return codes[word];
  }

  /** The phrases of a book in this text, found when first asked for; a text is read with one. */
  public FoundPhrases phrases(PhraseBook book) {
    if (phrases == null || !phrases.of(book)) {
      phrases = book.find(this);
    }
    return phrases;
  }

  /** The first letter or digit of a word, as written. */
  public char first(int word) {
    return chars[starts[word]];
  }

  /** True where no letter of the word is a small one. */
  public boolean allCapitals(int word) {
    for (int i = starts[word]; i < ends[word]; i++) {
      if (Alphabet.isLowerCase(chars[i])) {
        return false;
      }
    }
    return true;
  }

  /** True where the word begins with a capital letter. */
  public boolean capital(int word) {
    return Alphabet.isUpperCase(chars[starts[word]]);
  }

  public boolean digit(int word) {
    return Alphabet.isDigit(chars[starts[word]]);
  }

  /** True where writing the word in capitals changes nothing. */
  public boolean shouts(int word) {
    for (int i = starts[word]; i < ends[word]; i++) {
      if (!Alphabet.isCapital(chars[i])) {
        return false;
      }
    }
    return true;
  }

  /** Number of characters. */
  public int length(int word) {
    return ends[word] - starts[word];
  }

  /** True where a digit is in the word. */
  public boolean hasDigit(int word) {
    for (int i = starts[word]; i < ends[word]; i++) {
      if (Alphabet.isDigit(chars[i])) {
        return true;
      }
    }
    return false;
  }

  /** What stands between a word and the one after it. */
  public String gap(int word) {
    if (word + 1 < count && starts[word + 1] == ends[word] + 1 && chars[ends[word]] == ' ') {
      return " ";
    }
    return word + 1 < count
        ? text.substring(ends[word], starts[word + 1])
        : text.substring(ends[word]);
  }

  @Override
  public char mark(int word) {
    return marks[word];
  }

  /** True where only blanks part the word from the next one. */
  public boolean spaceAfter(int word) {
    return word + 1 < count && marks[word] == BLANK;
  }

  /** True where blanks and at most one of some marks part the word from the next one. */
  public boolean joinedBy(int word, String between) {
    char mark = word + 1 < count ? marks[word] : APART;
    return mark == BLANK || (mark != APART && between.indexOf(mark) >= 0);
  }

  private static boolean blank(char c) {
    return c == ' ' || c == '\t' || c == '\u00a0' || c == '\u200b';
  }
}
