package vn.hoinghi.enrich.person;

import java.util.Set;
import vn.hoinghi.enrich.place.Words;

/**
 * Guests from abroad have names that no list of surnames holds: a run of words with capitals, one
 * of which at least is no Vietnamese syllable ("Saber Chowdhury", "Alexandre de Juniac") or is
 * written with hyphens inside ("Bun-nhăng Vô-la-chít"). Only where a name is due, for brands look
 * the same.
 */
final class ForeignNames {
  private static final int LONGEST = 5;
  private static final int LONGEST_WORD = 20;
  private static final Set<String> PARTICLES =
      Set.of("de", "da", "di", "du", "del", "der", "den", "van", "von", "la", "bin", "bint", "al");
  private final Lexicon lexicon;
  private final Words words;
  private final NameReader names;

  ForeignNames(Lexicon lexicon, Words words, NameReader names) {
    this.lexicon = lexicon;
    this.words = words;
    this.names = names;
  }

  /** Index after the last word of the foreign name that begins at a word; {@code at} for none. */
  int end(int at) {
    int i = at;
    int last = at;
    boolean strange = false;
    for (int count = 0; count < LONGEST && part(i, last > at); count++) {
      if (lexicon.brands.length(words, i) > 0) {
        return at;
      }
      int next = hyphened(i);
      boolean particle = !words.capital(i);
      boolean foreign = next > i + 1 || strange(i);
      if (i == at && !foreign && marked(i)) {
        return at;
      }
      strange |= !particle && foreign;
      last = particle ? last : next;
      if (!words.spaceAfter(next - 1)) {
        break;
      }
      i = next;
    }
    return strange ? last : at;
  }

  /** Letters and marks that only Vietnamese has: "Điện" in "Điện Kremlin" is no one's name. */
  private boolean marked(int i) {
    for (int at = 0; at < words.length(i); at++) {
      if (words.charAt(i, at) > 0x7f) {
        return true;
      }
    }
    return false;
  }

  private boolean strange(int i) {
    return words.length(i) > 1 && !Syllables.STANDARD.vietnamese(words.at(i));
  }

  /** Index after a word and what is tied to it by hyphens without blanks ("Jong-un"). */
  int hyphened(int at) {
    int i = at + 1;
    while (i < words.count() && i - at < LONGEST && words.hyphenAfter(i - 1) && tied(i)) {
      i++;
    }
    return i;
  }

  private boolean tied(int i) {
    return letters(i)
        && lexicon.heads.length(words, i) == 0
        && lexicon.body(words, i) == 0
        && lexicon.halts.length(words, i) == 0
        && lexicon.acts.length(words, i) == 0
        && (!words.capital(i) || strange(i - 1) || strange(i));
  }

  private boolean part(int i, boolean begun) {
    if (i >= words.count()) {
      return false;
    }
    if (begun && PARTICLES.contains(words.at(i))) {
      return words.spaceAfter(i) && i + 1 < words.count() && words.capital(i + 1);
    }
    return words.capital(i)
        && letters(i)
        && !abbreviation(i)
        && lexicon.countries.length(words, i) == 0
        && lexicon.openers.length(words, i) == 0
        && !(begun && (lexicon.heads.length(words, i) > 1 || names.end(i) - i > 2))
        && lexicon.body(words, i) < 2;
  }

  private boolean letters(int i) {
    return words.length(i) <= LONGEST_WORD && !words.hasDigit(i);
  }

  private boolean abbreviation(int i) {
    return words.length(i) > 1 && words.shouts(i);
  }
}
