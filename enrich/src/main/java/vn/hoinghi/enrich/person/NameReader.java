package vn.hoinghi.enrich.person;

import java.util.Locale;
import vn.hoinghi.enrich.place.Words;

/**
 * Where does a name end? A name is a surname and up to four more words with capitals; names of the
 * Central Highlands have one word more. It ends before an office, a body ("Phó Chủ tịch", "Hội Luật
 * gia") or, in a line of capitals, before a verb.
 */
final class NameReader {
  private static final int LONGEST = 5;
  private static final int LONGEST_WORD = 12;
  private final Lexicon lexicon;
  private final Words words;

  NameReader(Lexicon lexicon, Words words) {
    this.lexicon = lexicon;
    this.words = words;
  }

  /** Kind of the surname at a word; null where there is none or the word has no capital. */
  Lexicon.Surname surname(int at) {
    if (at >= words.count() || !words.capital(at)) {
      return null;
    }
    String folded = words.folded(at);
    boolean clan =
        folded.length() > 2
            && (folded.startsWith("h'")
                || folded.startsWith("k'")
                || folded.startsWith("y'")
                || folded.startsWith("bh'"));
    if (clan) {
      return Lexicon.Surname.HIGHLAND;
    }
    Lexicon.Surname known = lexicon.surnames.get(folded);
    return known == null && unknownBeforeMiddle(at) ? Lexicon.Surname.RARE : known;
  }

  /**
   * Index after the last word of the name with a known surname that begins here; {@code at} where
   * none does.
   */
  int end(int at) {
    Lexicon.Surname surname = surname(at);
    if (surname == null) {
      return at;
    }
    boolean highland = surname == Lexicon.Surname.HIGHLAND;
    int end = run(at, highland ? LONGEST + 1 : LONGEST);
    boolean alone = end - at < 2 && !(highland && words.at(at).length() > 3);
    return alone ? at : end;
  }

  /**
   * A word that no list has is a surname where "Văn" or "Thị" and a third name follow, all in
   * capitals.
   */
  private boolean unknownBeforeMiddle(int at) {
    if (at + 2 >= words.count() || !words.spaceAfter(at) || !words.spaceAfter(at + 1)) {
      return false;
    }
    boolean middle = words.folded(at + 1).equals("văn") || words.folded(at + 1).equals("thị");
    return middle
        && words.capital(at + 1)
        && words.capital(at + 2)
        && lexicon.body(words, at) == 0
        && lexicon.heads.length(words, at) == 0;
  }

  /** Index after a run of words that can be parts of a name, at most {@code most}. */
  int run(int at, int most) {
    int i = at;
    while (i < words.count()
        && i - at < most
        && part(i)
        && !(i > at && ends(i) && !middle(i - 1))) {
      i++;
      if (!words.spaceAfter(i - 1)) {
        break;
      }
    }
    return i;
  }

  /** No name ends with "Văn" or "Thị": what follows is its last word, whatever else it means. */
  private boolean middle(int i) {
    String word = words.at(i);
    return word.equals("Văn") || word.equals("Thị");
  }

  private boolean part(int i) {
    String word = words.at(i);
    if (small(i)) {
      return true;
    }
    if (!words.capital(i)
        || word.length() > LONGEST_WORD
        || word.chars().anyMatch(Character::isDigit)) {
      return false;
    }
    return plainCase(word) || lineShouts(i);
  }

  /** "thị" and "văn" in small letters between two parts with capitals. */
  private boolean small(int i) {
    String word = words.at(i);
    return (word.equals("thị") || word.equals("văn"))
        && i > 0
        && words.capital(i - 1)
        && words.spaceAfter(i)
        && words.capital(i + 1)
        && surname(i - 1) != null;
  }

  /** "Hà", "H'Lan", "Y", not "UBND". */
  private static boolean plainCase(String word) {
    for (int i = 1; i < word.length(); i++) {
      boolean afterMark = "'’".indexOf(word.charAt(i - 1)) >= 0;
      if (Character.isUpperCase(word.charAt(i)) && !afterMark) {
        return false;
      }
    }
    return true;
  }

  /** In capitals because its neighbours are: not an abbreviation. */
  private boolean lineShouts(int i) {
    String word = words.at(i);
    boolean before = i > 0 && words.spaceAfter(i - 1) && longCapitals(i - 1);
    boolean after = words.spaceAfter(i) && longCapitals(i + 1);
    return word.equals(word.toUpperCase(Locale.ROOT)) && (before || after);
  }

  private boolean longCapitals(int i) {
    String word = words.at(i);
    return word.length() > 1
        && word.equals(word.toUpperCase(Locale.ROOT))
        && lexicon.body(words, i) != 1;
  }

  private boolean ends(int i) {
    if (lexicon.heads.length(words, i) > 1
        || lexicon.body(words, i) > 1
        || lexicon.address.length(words, i) > 1
        || lexicon.openers.length(words, i) > 0) {
      return true;
    }
    boolean shouts =
        words.at(i).length() > 1 && words.at(i).equals(words.at(i).toUpperCase(Locale.ROOT));
    return shouts && lexicon.stops.length(words, i) > 0;
  }
}
