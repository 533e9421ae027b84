package vn.hoinghi.enrich.person;

import vn.hoinghi.enrich.place.Words;
import vn.hoinghi.enrich.text.WordSet;

/**
 * An office ends without a mark: "Bí thư Tỉnh ủy Lào Cai Giàng Seo Páo chủ trì". After its head
 * noun goes whatever belongs to a body: known phrases, places, abbreviations, other words with
 * capitals; it ends before a verb or before a name. What could be both, place and name ("Hà Trung
 * Kiên", "Mai Sơn"), is decided by what it leaves over.
 */
final class OfficeBody {
  private static final int LONGEST = 40;
  private static final WordSet ABOUT = WordSet.of("về");
  private static final WordSet SHORTENED = WordSet.of("tp", "tx", "q", "t", "p", "h", "tt");
  private final Lexicon lexicon;
  private final Words words;
  private final NameReader names;
  private final ForeignNames foreign;
  private final PlaceWords places;
  private final PlaceRun placeRun;
  private final FreeBody free;
  private final BodyParts parts;

  OfficeBody(
      Lexicon lexicon, Words words, NameReader names, ForeignNames foreign, PlaceWords places) {
    this.lexicon = lexicon;
    this.words = words;
    this.names = names;
    this.foreign = foreign;
    this.places = places;
    placeRun = new PlaceRun(lexicon, words, names);
    free = new FreeBody(lexicon, words, names, places);
    parts = new BodyParts(lexicon, words, names, places);
  }

  /**
   * Index after the last word of the body that follows a head noun; {@code from} where none does.
   *
   * @param owned true where no name can follow the office
   * @param ruler true where one foreign word after the head noun is a name
   */
  int end(int from, boolean owned, boolean ruler) {
    int unit = -1;
    int i = from;
    while (i < words.count() && i - from < LONGEST) {
      int at = joined(i) ? i : parts.pastInitials(i);
      if (at == i && !joined(i)) {
        break;
      }
      int next =
          nameOfAGuest(unit, at, owned, ruler && unit < 0) ? at : next(unit, at, from, owned);
      if (next == at) {
        break;
      }
      unit = at;
      i = next;
    }
    return withoutJoint(from, i);
  }

  /** No office ends with "của", "và" or "về". */
  private int withoutJoint(int from, int end) {
    int last = end;
    while (last > from
        && (lexicon.joints.length(words, last - 1) == 1 || ABOUT.has(words, last - 1))) {
      last--;
    }
    return last;
  }

  private boolean joined(int i) {
    return words.spaceAfter(i - 1)
        || parts.dashed(i)
        || words.joinedBy(i - 1, "&")
        || parts.dashedNumber(i)
        || (words.joinedBy(i - 1, ".") && isShortened(words, i - 1));
  }

  /** "TP", "Q": kinds of places that are written with a full stop. */
  static boolean isShortened(Words words, int i) {
    return SHORTENED.has(words, i);
  }

  private boolean nameOfAGuest(int unit, int i, boolean owned, boolean ruler) {
    if (owned || places.endAt(i) > i) {
      return false;
    }
    int end = foreign.end(i);
    boolean brand = end < words.count() && words.spaceAfter(end - 1) && words.capital(end);
    return end > i && !brand && (end - i > 1 || ruler) && !(unit >= 0 && free.afterKind(unit, i));
  }

  private boolean company(int i) {
    int kind = lexicon.freeKinds.startBefore(words, i, 5);
    return kind >= 0 && lexicon.freeKinds.value(words, kind);
  }

  /**
   * The end of what belongs to the office at {@code i}; {@code unit} is where the part before it
   * began, -1 for the head noun.
   */
  private int next(int unit, int i, int from, boolean owned) {
    boolean asks = free.asks(unit, i, from, owned);
    int open = asks && lexicon.body(words, i) == 0 ? free.end(i) : i;
    if (open > i) {
      return open;
    }
    int known = known(unit, i, owned);
    return known == i && asks ? free.end(i) : known;
  }

  private int known(int unit, int i, boolean owned) {
    int term = parts.term(i);
    if (term > i) {
      return term;
    }
    int place = places.endAt(i);
    int phrase = withoutSurname(i, i + lexicon.body(words, i));
    if (!words.capital(i) && parts.halts(unit, i, phrase - i)) {
      return i;
    }
    if (words.capital(i) && phrase == i && place <= i + 1 && lexicon.openers.length(words, i) > 0) {
      return i;
    }
    int name = names.end(i);
    if (place > i && !eatenByName(place, name)) {
      return place;
    }
    if (words.capital(i) && afterPlaceKind(unit, i)) {
      return placeRun.end(i, owned && company(i) ? i : name);
    }
    int land = lexicon.countries.length(words, i);
    int country = words.capital(i) || land > 1 ? i + land : i;
    if (country > i && country >= phrase && (country == i + 1 || isCountry(country, name))) {
      return country;
    }
    if (name > i && phrase <= i + 1 && !bodyInside(i)) {
      return unit >= 0 && namedAfter(unit, i, name) ? name : i;
    }
    if (phrase > i) {
      return phrase;
    }
    if (lexicon.heads.length(words, i) > 0) {
      return i + lexicon.heads.length(words, i);
    }
    return parts.other(i);
  }

  /** "Huyện đoàn" is a union, "huyện Đoàn Văn Thông" the district of somebody called Đoàn. */
  private int withoutSurname(int from, int end) {
    int last = end - 1;
    boolean surname =
        last > from
            && end < words.count()
            && words.spaceAfter(last)
            && !words.capital(from)
            && words.capital(last)
            && NameReader.MIDDLE.has(words, end)
            && words.capital(end)
            && names.surname(last) != null;
    return surname ? last : end;
  }

  /** "Hội Văn học nghệ thuật Nguyễn Đình Chiểu": a body that bears the name of one of history. */
  private boolean namedAfter(int unit, int i, int name) {
    return lexicon.body(words, unit) > 0
        && lexicon.notPersons.containsKey(NameSpelling.key(words, i, name));
  }

  /** "Thái Lan" in "Thái Lan Prayut", not in "Thái Lan Anh". */
  private boolean isCountry(int country, int name) {
    return name <= country || foreign.end(country) > country;
  }

  /** A place that is only the first part of a name: the rest alone is no name. */
  private boolean eatenByName(int place, int name) {
    boolean more =
        name > place
            && place < words.count()
            && words.spaceAfter(place - 1)
            && !places.provinceEnds(place);
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
        : unit + lexicon.placeKinds.length(words, unit) == i
            || (company(i) && lexicon.body(words, i) < 2);
  }
}
