package vn.hoinghi.enrich.person;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import vn.hoinghi.enrich.place.TableFile;

/**
 * Is a word Vietnamese? A Vietnamese syllable is one of few beginnings and one of some hundred and
 * sixty rhymes; "Trump" and "Khalidi" are none, "Hun" and "Sen" are.
 */
final class Syllables {
  static final Syllables STANDARD = new Syllables();
  private static final int LONGEST = 7;
  private final Set<String> onsets = new HashSet<>();
  private final Set<String> rhymes = new HashSet<>();

  private Syllables() {
    onsets.add("");
    for (String[] row : TableFile.rows(Syllables.class, "syllables.tsv")) {
      (row[0].equals("ONSET") ? onsets : rhymes).addAll(Set.of(row[1].split(" ")));
    }
  }

  /** True for a word that is written like a Vietnamese syllable, in any case and with any tone. */
  boolean vietnamese(String word) {
    if (word.length() > LONGEST) {
      return false;
    }
    String plain = withoutTone(word.toLowerCase(Locale.ROOT));
    for (int cut = Math.min(3, plain.length()); cut >= 0; cut--) {
      if (onsets.contains(plain.substring(0, cut)) && rhymes.contains(plain.substring(cut))) {
        return true;
      }
    }
    return false;
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
