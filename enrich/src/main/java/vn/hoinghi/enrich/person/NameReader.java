package vn.hoinghi.enrich.person;

import vn.hoinghi.enrich.place.Words;
import vn.hoinghi.enrich.text.Alphabet;
import vn.hoinghi.enrich.text.WordSet;

/**
 * Where does a name end? A name is a surname and up to four more words with capitals; names of the
 * Central Highlands have one word more. It ends before an office, a body ("Phó Chủ tịch", "Hội Luật
 * gia") or, in a line of capitals, before a verb.
 */
final class NameReader {
  private static final int LONGEST = 5;
  private static final int LONGEST_WORD = 12;
  static final WordSet MIDDLE = WordSet.of("văn", "thị");
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
    if (words.length(at) > 2 && clan(at)) {
      return Lexicon.Surname.HIGHLAND;
    }
    Lexicon.Surname known = lexicon.surname(words, at);
    return known == null && unknownBeforeMiddle(at) ? Lexicon.Surname.RARE : known;
  }

  /** "H'Lan", "K'Brơi", "Y'Nơm", "Bh'riu". */
  private boolean clan(int at) {
    char first = Character.toLowerCase(words.charAt(at, 0));
    if (apostrophe(words.charAt(at, 1))) {
      return "hky".indexOf(first) >= 0;
    }
    return first == 'b'
        && Character.toLowerCase(words.charAt(at, 1)) == 'h'
        && apostrophe(words.charAt(at, 2));
  }

  private static boolean apostrophe(char c) {
    return c == '\'' || c == '’';
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
    boolean alone = end - at < 2 && !(highland && words.length(at) > 3);
    boolean office = end - at <= lexicon.heads.length(words, at);
    return alone || office ? at : end;
  }

  /**
   * A word that no list has is a surname where "Văn" or "Thị" and a third name follow, all in
   * capitals.
   */
  private boolean unknownBeforeMiddle(int at) {
    if (at + 2 >= words.count() || !words.spaceAfter(at) || !words.spaceAfter(at + 1)) {
      return false;
    }
    return MIDDLE.has(words, at + 1)
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
    if (small(i)) {
      return true;
    }
    if (!words.capital(i) || words.length(i) > LONGEST_WORD || words.hasDigit(i)) {
      return false;
    }
    return plainCase(i) || lineShouts(i);
  }

  /** "thị" and "văn" in small letters between two parts with capitals. */
  private boolean small(int i) {
    return MIDDLE.has(words, i)
        && !words.capital(i)
        && i > 0
        && words.capital(i - 1)
        && words.spaceAfter(i)
        && words.capital(i + 1)
        && surname(i - 1) != null;
  }

  /** "Hà", "H'Lan", "Y", not "UBND". */
  private boolean plainCase(int word) {
    for (int i = 1; i < words.length(word); i++) {
      boolean afterMark = apostrophe(words.charAt(word, i - 1));
      if (Alphabet.isUpperCase(words.charAt(word, i)) && !afterMark) {
        return false;
      }
    }
    return true;
  }

  /** In capitals because its neighbours are: not an abbreviation. */
  private boolean lineShouts(int i) {
    if (!words.shouts(i)) {
      return false;
    }
    boolean before = i > 0 && words.spaceAfter(i - 1) && longCapitals(i - 1);
    return before || (words.spaceAfter(i) && longCapitals(i + 1));
  }

  private boolean longCapitals(int i) {
    return words.length(i) > 1 && words.shouts(i) && lexicon.body(words, i) != 1;
  }

  /**
   * "Quang cảnh", which opens a caption, not "Quang Cảnh" in a name. A sentence goes on behind the
   * word that opens it.
   */
  private boolean opens(int i) {
    int length = lexicon.openers.length(words, i);
    return (length == 1 && words.spaceAfter(i))
        || (length > 1 && (!words.capital(i + 1) || (words.shouts(i) && words.shouts(i + 1))));
  }

  private boolean ends(int i) {
    if (lexicon.heads.length(words, i) > 1
        || lexicon.body(words, i) > 1
        || lexicon.address.length(words, i) > 1
        || opens(i)) {
      return true;
    }
    return words.length(i) > 1 && words.shouts(i) && lexicon.stops.length(words, i) > 0;
  }
}
