package vn.hoinghi.enrich.person;

import java.nio.CharBuffer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.hoinghi.enrich.place.TableFile;
import vn.hoinghi.enrich.text.WordCode;
import vn.hoinghi.enrich.text.WordSet;

/**
 * Is a word Vietnamese? A Vietnamese syllable is one of few beginnings and one of some hundred and
 * sixty rhymes; "Trump" and "Khalidi" are none, "Hun" and "Sen" are.
 */
final class Syllables {
  static final Syllables STANDARD = new Syllables();
  private static final int LONGEST = 7;
  private static final int FIRST_COMBINING = 0x300;
  private static final int LAST_COMBINING = 0x36f;

  /** Of each character its small letter without tone; 0 where that is not one character. */
  private static final char[] TONELESS = new char[0x2100];

  static {
    for (int c = 0; c < TONELESS.length; c++) {
      String plain = withoutTone(String.valueOf((char) c).toLowerCase(Locale.ROOT));
      boolean alone = c < FIRST_COMBINING || c > LAST_COMBINING;
      TONELESS[c] = alone && plain.length() == 1 ? plain.charAt(0) : 0;
    }
  }

  /** All that a beginning and a rhyme make, without tone. */
  private final WordSet syllables;

  private Syllables() {
    List<String> onsets = new ArrayList<>(List.of(""));
    List<String> rhymes = new ArrayList<>();
    for (String[] row : TableFile.rows(Syllables.class, "syllables.tsv")) {
      (row[0].equals("ONSET") ? onsets : rhymes).addAll(List.of(row[1].split(" ", -1)));
    }
    Set<String> all = new HashSet<>();
    for (String onset : onsets) {
      for (String rhyme : rhymes) {
        if (onset.length() + rhyme.length() <= LONGEST) {
          all.add(onset + rhyme);
        }
      }
    }
    syllables = WordSet.of(all);
  }

  /** True for a word that is written like a Vietnamese syllable, in any case and with any tone. */
  boolean vietnamese(String word) {
    if (word.length() > LONGEST) {
      return false;
    }
    char[] plain = new char[word.length()];
    for (int i = 0; i < plain.length; i++) {
      char c = word.charAt(i);
      plain[i] = c < TONELESS.length ? TONELESS[c] : 0;
      if (plain[i] == 0) {
        return syllables.has(WordCode.of(withoutTone(word.toLowerCase(Locale.ROOT))));
      }
    }
    return syllables.has(WordCode.of(CharBuffer.wrap(plain), 0, plain.length));
  }

  /** The five tone marks go, the marks of ă, â, ê, ô, ơ, ư stay. */
  private static String withoutTone(String word) {
    StringBuilder out = new StringBuilder();
    String apart = Normalizer.normalize(word, Normalizer.Form.NFD);
    for (int i = 0; i < apart.length(); i++) {
      char c = apart.charAt(i);
      boolean tone =
          c == '\u0300' || c == '\u0301' || c == '\u0303' || c == '\u0309' || c == '\u0323';
      if (!tone) {
        out.append(c);
      }
    }
    return Normalizer.normalize(out, Normalizer.Form.NFC);
  }
}
