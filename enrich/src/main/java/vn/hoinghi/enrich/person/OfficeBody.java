package vn.hoinghi.enrich.person;

import java.util.Locale;
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
  private static final WordSet SHORTENED = WordSet.of("tp", "tx", "q", "t", "p", "h", "tt");
  private static final WordSet NUMBERED =
      WordSet.of(
          "số", "khu", "khối", "vực", "tổ", "thôn", "ấp", "phòng", "đoàn", "cụm", "quận", "phố",
          "phường", "vùng", "bản", "đội", "khóa", "q", "p", "ty", "viện", "trạm");
  private final Lexicon lexicon;
  private final Words words;
  private final NameReader names;
  private final ForeignNames foreign;
  private final PlaceWords places;
  private final PlaceRun placeRun;
  private final FreeBody free;

  OfficeBody(
      Lexicon lexicon, Words words, NameReader names, ForeignNames foreign, PlaceWords places) {
    this.lexicon = lexicon;
    this.words = words;
    this.names = names;
    this.foreign = foreign;
    this.places = places;
    placeRun = new PlaceRun(lexicon, words, names, places);
    free = new FreeBody(lexicon, words);
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
    while (i < words.count() && i - from < LONGEST && joined(i)) {
      int next = nameOfAGuest(i, owned, ruler && unit < 0) ? i : next(unit, i, from, owned);
      if (next == i) {
        break;
      }
      unit = i;
      i = next;
    }
    return withoutJoint(from, i);
  }

  /** No office ends with "của" or "và". */
  private int withoutJoint(int from, int end) {
    int last = end;
    while (last > from && lexicon.joints.length(words, last - 1) == 1) {
      last--;
    }
    return last;
  }

  private boolean joined(int i) {
    return words.spaceAfter(i - 1)
        || dashed(i)
        || words.joinedBy(i - 1, "&")
        || (words.joinedBy(i - 1, ".") && SHORTENED.has(words, i - 1));
  }

  /** "Sở Tài nguyên - môi trường", "Ban Tư tưởng - Văn hóa": a dash between two fields. */
  private boolean dashed(int i) {
    return words.joinedBy(i - 1, "-–")
        && lexicon.body(words, i) > 0
        && lexicon.fields.length(words, i) > 0
        && lexicon.fields.startBefore(words, i, 4) >= 0;
  }

  private boolean nameOfAGuest(int i, boolean owned, boolean ruler) {
    if (owned || places.endAt(i) > i) {
      return false;
    }
    int end = foreign.end(i);
    boolean brand = end < words.count() && words.spaceAfter(end - 1) && words.capital(end);
    return end > i && !brand && (end - i > 1 || ruler) && !company(i);
  }

  private boolean company(int i) {
    int kind = lexicon.freeKinds.startBefore(words, i, 3);
    return kind >= 0 && lexicon.freeKinds.longest(words, kind).value();
  }

  /**
   * The end of what belongs to the office at {@code i}; {@code unit} is where the part before it
   * began, -1 for the head noun.
   */
  private int next(int unit, int i, int from, boolean owned) {
    int known = known(unit, i, owned);
    return known == i && free.asks(unit, i, from) ? free.end(i) : known;
  }

  private int known(int unit, int i, boolean owned) {
    int term = afterTerm(i);
    if (term > i) {
      return term;
    }
    int place = places.endAt(i);
    int phrase = i + lexicon.body(words, i);
    if (!words.capital(i) && halts(unit, i, phrase - i)) {
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
      return placeRun.end(i, owned && company(i) ? i : name);
    }
    int country = words.capital(i) ? i + lexicon.countries.length(words, i) : i;
    if (country > i && country >= phrase && (country == i + 1 || name <= country)) {
      return country;
    }
    if (name > i && phrase <= i + 1 && !bodyInside(i)) {
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

  /** A verb ends the office, unless it is the longer part of a body's name ("chỉ đạo tuyến"). */
  private boolean halts(int unit, int i, int phrase) {
    if (lexicon.joints.length(words, i) > 0 || words.folded(i).equals("tại")) {
      return false;
    }
    boolean afterJoint = lexicon.joints.length(words, i - 1) > 0;
    boolean afterKind = lexicon.freeKinds.startBefore(words, i, 3) >= 0;
    boolean act =
        unit >= 0
            && !afterJoint
            && !afterKind
            && lexicon.acts.length(words, i) >= phrase
            && lexicon.acts.length(words, i) > 0;
    return act || lexicon.halts.length(words, i) > phrase;
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
    boolean tie = lexicon.joints.length(words, i) == 1 || words.folded(i).equals("tại");
    if (tie && i + 1 < words.count() && words.spaceAfter(i)) {
      return joint(i);
    }
    if (words.digit(i)) {
      return number(i) ? i + 1 : i;
    }
    if (!words.capital(i)) {
      boolean compound =
          words.capital(i - 1)
              && lexicon.body(words, i - 1) == 0
              && lexicon.countries.startBefore(words, i, 2) < 0
              && lexicon.heads.startBefore(words, i, 4) < 0;
      return compound && lexicon.halts.length(words, i) == 0 && !places.endsBefore(i) ? i + 1 : i;
    }
    String word = words.at(i);
    boolean newSentence = places.endsBefore(i) && words.spaceAfter(i - 1);
    boolean called =
        lexicon.address.length(words, i) > 0 && !word.equals(word.toUpperCase(Locale.ROOT));
    return newSentence || called ? i : i + 1;
  }

  private int joint(int i) {
    if (words.folded(i).equals("tại")) {
      return atPlace(i);
    }
    boolean goesOn =
        lexicon.body(words, i + 1) > 0 || (words.capital(i + 1) && names.end(i + 1) == i + 1);
    return goesOn
            && lexicon.heads.length(words, i + 1) == 0
            && lexicon.address.length(words, i + 1) == 0
        ? i + 1
        : i;
  }

  /** "Đại sứ Nhật Bản tại Việt Nam", "VKSND Cấp cao tại Đà Nẵng", never "Tỉnh ủy tại Vinh". */
  private int atPlace(int i) {
    int end = Math.max(places.endAt(i + 1), i + 1 + lexicon.countries.length(words, i + 1));
    boolean abroad =
        lexicon.countries.startBefore(words, i, 3) >= 0
            || lexicon.seats.startBefore(words, i, 3) >= 0;
    return abroad && end > i + 1 ? end : i;
  }

  /** "Quận 8", and "APEC 2017" or "SEA Games 31" after an abbreviation. */
  private boolean number(int i) {
    String before = words.at(i - 1);
    boolean short3 = words.at(i).length() < 4 && NUMBERED.has(words, i - 1);
    boolean ofAbbreviation =
        words.at(i).length() < 5
            && before.length() > 2
            && before.equals(before.toUpperCase(Locale.ROOT))
            && words.capital(i - 1)
            && lexicon.body(words, i - 1) == 0;
    return short3 || ofAbbreviation;
  }
}
