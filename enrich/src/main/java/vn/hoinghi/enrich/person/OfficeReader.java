package vn.hoinghi.enrich.person;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.hoinghi.enrich.place.Words;

/**
 * An office ends without a mark: "Bí thư Tỉnh ủy Lào Cai Giàng Seo Páo chủ trì". It is read as a
 * head noun and whatever belongs to a body after it: known phrases, places, abbreviations, other
 * words with capitals; it ends before a verb or before a name. What could be both, place and name
 * ("Hà Trung Kiên", "Mai Sơn"), is decided by what it leaves over.
 */
final class OfficeReader {
  private static final int LONGEST = 40;
  private static final int MOST_BEFORE = 5;
  private static final Set<String> SHORTENED = Set.of("tp", "tx", "q", "t", "p", "h", "tt");
  private static final Set<String> NUMBERED =
      Set.of(
          "số", "khu", "khối", "vực", "tổ", "thôn", "ấp", "phòng", "đoàn", "cụm", "quận", "phố",
          "phường", "vùng", "bản", "đội", "khóa");
  private final Lexicon lexicon;
  private final Words words;
  private final NameReader names;
  private final Map<Integer, Integer> places;
  private final Set<Integer> placeEnds;
  private final PlaceRun placeRun;
  private final Set<Integer> provinces;

  /**
   * @param places words at which a place of the gazetteer begins, with the index after its last
   *     word
   */
  OfficeReader(
      Lexicon lexicon,
      Words words,
      NameReader names,
      Map<Integer, Integer> places,
      Set<Integer> provinces) {
    this.lexicon = lexicon;
    this.words = words;
    this.names = names;
    this.provinces = provinces;
    this.places = places;
    placeEnds = Set.copyOf(places.values());
    placeRun = new PlaceRun(lexicon, words, names);
  }

  /**
   * The office that begins at a word, with or without "nguyên", "các" before its head noun; null
   * where none does.
   */
  Office read(int from) {
    int at = from;
    for (Phrases.Match<Lexicon.BeforeOffice> before = beforeOffice(at);
        before != null && at - from < MOST_BEFORE;
        before = beforeOffice(at)) {
      at = before.end();
    }
    Phrases.Match<Boolean> head = at < words.count() ? lexicon.heads.longest(words, at) : null;
    if (head == null) {
      return null;
    }
    int end = body(head.end());
    return end > head.end() || head.value() ? withWordsBefore(at, end) : null;
  }

  private Phrases.Match<Lexicon.BeforeOffice> beforeOffice(int at) {
    Phrases.Match<Lexicon.BeforeOffice> match =
        at < words.count() ? lexicon.beforeOffice.longest(words, at) : null;
    return match != null && words.spaceAfter(match.end() - 1) ? match : null;
  }

  private Office withWordsBefore(int at, int end) {
    int from = at;
    boolean many = false;
    boolean dead = false;
    boolean more = true;
    while (more && at - from < MOST_BEFORE && from > 0 && words.spaceAfter(from - 1)) {
      int before = lexicon.beforeOffice.startBefore(words, from, 3);
      Lexicon.BeforeOffice kind =
          before < 0 ? number(from - 1) : lexicon.beforeOffice.longest(words, before).value();
      more = kind == Lexicon.BeforeOffice.KEEP;
      from = more ? before : from;
      many |= kind == Lexicon.BeforeOffice.MANY;
      dead |= kind == Lexicon.BeforeOffice.DEAD;
    }
    return new Office(from, end, many, dead);
  }

  /** "2", also in "2 đồng chí", makes the office a plural. */
  private Lexicon.BeforeOffice number(int before) {
    boolean comrades =
        before > 1 && words.folded(before).equals("chí") && words.folded(before - 1).equals("đồng");
    int at = comrades ? before - 2 : before;
    return words.digit(at) && words.at(at).length() < 3 && !words.at(at).equals("1")
        ? Lexicon.BeforeOffice.MANY
        : null;
  }

  private int body(int from) {
    int unit = -1;
    int i = from;
    while (i < words.count() && i - from < LONGEST && joined(i)) {
      int next = next(unit, i);
      if (next == i) {
        break;
      }
      unit = i;
      i = next;
    }
    return i;
  }

  private boolean joined(int i) {
    return words.spaceAfter(i - 1)
        || words.joinedBy(i - 1, "&")
        || (words.joinedBy(i - 1, ".") && SHORTENED.contains(words.folded(i - 1)));
  }

  /**
   * The end of what belongs to the office at {@code i}; {@code unit} is where the part before it
   * began, -1 for the head noun.
   */
  private int next(int unit, int i) {
    int term = afterTerm(i);
    if (term > i) {
      return term;
    }
    int place = places.getOrDefault(i, i);
    int phrase = i + lexicon.body(words, i);
    if (!words.capital(i)
        && lexicon.joints.length(words, i) == 0
        && lexicon.stops.length(words, i) > phrase - i) {
      return i;
    }
    if (words.capital(i) && phrase == i && lexicon.openers.length(words, i) > 0) {
      return i;
    }
    int name = names.end(i);
    if (place > i && !eatenByName(place, name)) {
      return place;
    }
    if (words.capital(i) && afterPlaceKind(unit, i)) {
      return placeRun.end(i, name);
    }
    if (name > i && !(phrase > i + 1) && !bodyInside(i)) {
      return i;
    }
    if (phrase > i) {
      return phrase;
    }
    if (lexicon.heads.length(words, i) > 0) {
      return i + lexicon.heads.length(words, i);
    }
    return other(i);
  }

  /** A place that is only the first part of a name: the rest alone is no name. */
  private boolean eatenByName(int place, int name) {
    boolean more =
        name > place
            && place < words.count()
            && words.spaceAfter(place - 1)
            && !provinces.contains(place);
    return more && names.end(place) == place && lexicon.body(words, place) == 0;
  }

  private boolean bodyInside(int i) {
    return i + 1 < words.count()
        && words.spaceAfter(i)
        && lexicon.body(words, i) == 1
        && lexicon.body(words, i + 1) > 1;
  }

  private boolean afterPlaceKind(int unit, int i) {
    return unit < 0
        ? lexicon.placeKinds.startBefore(words, i, 2) >= 0
        : unit + lexicon.placeKinds.length(words, unit) == i;
  }

  private int afterTerm(int i) {
    if (!words.folded(i).equals("khóa") || i + 1 >= words.count() || !words.spaceAfter(i)) {
      return i;
    }
    String number = words.at(i + 1);
    return number.length() < 6 && number.chars().allMatch(c -> "IVXLC0123456789".indexOf(c) >= 0)
        ? i + 2
        : i;
  }

  private int other(int i) {
    String word = words.at(i);
    if (lexicon.joints.length(words, i) == 1 && i + 1 < words.count() && words.spaceAfter(i)) {
      boolean goesOn =
          lexicon.body(words, i + 1) > 0 || (words.capital(i + 1) && names.end(i + 1) == i + 1);
      return goesOn
              && lexicon.heads.length(words, i + 1) == 0
              && lexicon.address.length(words, i + 1) == 0
          ? i + 1
          : i;
    }
    if (words.digit(i)) {
      return NUMBERED.contains(words.folded(i - 1)) && word.length() < 4 ? i + 1 : i;
    }
    if (!words.capital(i)) {
      boolean compound =
          words.capital(i - 1)
              && lexicon.body(words, i - 1) == 0
              && lexicon.heads.startBefore(words, i, 4) < 0;
      return compound && lexicon.stops.length(words, i) == 0 && !placeEnds.contains(i) ? i + 1 : i;
    }
    boolean newSentence = placeEnds.contains(i) && words.spaceAfter(i - 1);
    boolean called =
        lexicon.address.length(words, i) > 0 && !word.equals(word.toUpperCase(Locale.ROOT));
    return newSentence || called ? i : i + 1;
  }
}
