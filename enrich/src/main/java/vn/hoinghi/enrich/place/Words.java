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
  private static final int SHORTENED = 2;
  private static final int INITIALS = 4;

  /** Code of a word with a character that has no symbol. */
  private static final long UNKNOWN = Long.MIN_VALUE;

  private final String text;
  private final char[] chars;
  private int[] starts;
  private int[] ends;
  private long[] codes;
  private String[] written;
  private String[] folded;

  /** What stands before each word, as {@link #mark} tells it of the one before. */
  private char[] gaps;

  private FoundPhrases phrases;
  private int count;

  private Words(String text) {
    this.text = text;
    chars = text.toCharArray();
    starts = new int[chars.length / 4 + 4];
    ends = new int[starts.length];
    codes = new long[starts.length];
    gaps = new char[starts.length];
  }

  /** The words of a text in NFC, in order. */
  public static Words of(String text) {
    Words words = new Words(text);
    words.read();
    return words;
  }

  private void read() {
    long code = 0;
    int before = 0;
    int begun = 0;
    char mark = BLANK;
    for (int i = 0; i < chars.length; i++) {
      if (begun + 1 >= starts.length) {
        grow();
      }
      char c = chars[i];
      int inWord = c == '\'' || c == '’' ? insideWord(i) : Alphabet.isWord(c) ? 1 : 0;
      ends[count] = i;
      codes[count] = code;
      count += before & ~inWord;
      starts[begun] = i;
      gaps[begun] = mark;
      begun += inWord & ~before;
      long symbol = Alphabet.lowerSymbol(c);
      symbol = symbol == 0 || c == '’' ? UNKNOWN : symbol;
      code = ((code << 8) | symbol | (code & UNKNOWN)) & -(long) inWord;
      mark = inWord == 0 ? mark(mark, c) : BLANK;
      before = inWord;
    }
    ends[count] = chars.length;
    codes[count] = code;
    count += before;
    gaps[count] = APART;
    codeOthers();
    written = new String[count];
    folded = new String[count];
  }

  /** What stands between two words with one more character there. */
  private static char mark(char known, char c) {
    return blank(c) ? known : known == BLANK && c != BLANK ? c : APART;
  }

  /**
   * Words that folding respells, or that no number can spell, get theirs from what they fold to.
   */
  private void codeOthers() {
    for (int i = 0; i < count; i++) {
      boolean exact = codes[i] > 0 && ends[i] - starts[i] <= Spelling.SYLLABLE;
      if (!exact || Spelling.respells(chars, starts[i], ends[i])) {
        codes[i] = WordCode.of(folding(starts[i], ends[i]));
      }
    }
  }

  private void grow() {
    starts = Arrays.copyOf(starts, starts.length * 2);
    ends = Arrays.copyOf(ends, starts.length);
    codes = Arrays.copyOf(codes, starts.length);
    gaps = Arrays.copyOf(gaps, starts.length);
  }

  private String folding(int start, int end) {
    return Spelling.fold(text.substring(start, Math.min(end, start + LONGEST)));
  }

  /** 1 for an apostrophe between two letters. */
  private int insideWord(int at) {
    boolean inside =
        at > 0
            && at + 1 < chars.length
            && Alphabet.isLetter(chars[at + 1])
            && Alphabet.isLetter(chars[at - 1]);
    return inside ? 1 : 0;
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

  /** Adds the folded word to others. */
  public void appendFolded(int word, StringBuilder out) {
    if (folded[word] == null && WordCode.isExact(codes[word])) {
      WordCode.append(codes[word], out);
    } else {
      out.append(folded(word));
    }
  }

  /** True where folding changes more than the case of a word, and for any with an apostrophe. */
  public boolean respelled(int word) {
    return Spelling.respells(chars, starts[word], ends[word]) || hasApostrophe(word);
  }

  /** True where an apostrophe is in the word. */
  public boolean hasApostrophe(int word) {
    for (int i = starts[word]; i < ends[word]; i++) {
      if (chars[i] == '\'' || chars[i] == '’') {
        return true;
      }
    }
    return false;
  }

  /** A character of a word, as written. */
  public char charAt(int word, int index) {
    return chars[starts[word] + index];
  }

  /** The character right behind a word; a line feed behind the last one of the text. */
  public char after(int word) {
    return ends[word] < chars.length ? chars[ends[word]] : '\n';
  }

  /** True where a hyphen without blanks ties a word to the next one. */
  public boolean hyphenAfter(int word) {
    return mark(word) == '-' && starts[word + 1] == ends[word] + 1;
  }

  /** Whether one of the phrases of a book begins at a word. */
  public boolean beginsPhrase(int word, PhraseBook book) {
    return phrases(book).any(word);
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
    return gaps[word + 1];
  }

  @Override
  public boolean shortened(int word) {
    return length(word) <= SHORTENED || (capital(word) && length(word) <= INITIALS);
  }

  /** True where only blanks part the word from the next one. */
  public boolean spaceAfter(int word) {
    return word + 1 < count && gaps[word + 1] == BLANK;
  }

  /** True where blanks and at most one of some marks part the word from the next one. */
  public boolean joinedBy(int word, String between) {
    char mark = word + 1 < count ? gaps[word + 1] : APART;
    return mark == BLANK || (mark != APART && between.indexOf(mark) >= 0);
  }

  private static boolean blank(char c) {
    return c == ' ' || c == '\t' || c == '\u00a0' || c == '\u200b';
  }
}
