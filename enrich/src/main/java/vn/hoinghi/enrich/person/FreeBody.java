package vn.hoinghi.enrich.person;

import vn.hoinghi.enrich.place.Words;

/**
 * Most bodies have names of their own making: "Cục Quản lý đấu thầu", "Trung tâm Điều hành chương
 * trình chống ngập nước", "Hội Nạn nhân chất độc da cam". No list holds them, and their later words
 * have no capitals. After a word that asks for more such words belong to the office up to the next
 * mark, verb or capital; after the bare kind of a body only where no verb ends them, since a verb
 * that no list knows would be taken for a name.
 */
final class FreeBody {
  private static final int LONGEST = 10;
  private static final int SHORT = 6;
  private final Lexicon lexicon;
  private final Words words;
  private final NameReader names;
  private final PlaceWords places;

  FreeBody(Lexicon lexicon, Words words, NameReader names, PlaceWords places) {
    this.lexicon = lexicon;
    this.words = words;
    this.names = names;
    this.places = places;
  }

  /**
   * True where what stands before {@code i} goes on without a capital.
   *
   * @param unit where the part of the office before {@code i} began, -1 for its head noun
   * @param from where the body begins
   * @param owned true where no name can follow the office
   */
  boolean asks(int unit, int i, int from, boolean owned) {
    if (!small(i) || ends(i)) {
      return false;
    }
    if (afterKind(unit, i) || firm(from, i)) {
      return true;
    }
    if (unit < 0) {
      return false;
    }
    boolean asking = lexicon.asking.startBefore(words, i, 3) >= from;
    return (asking || (field(unit, i) && endsWell(i, owned))) && hasFreeKind(from, i);
  }

  /**
   * True where what stands before {@code i} is a field or a word that no list has: more may be said
   * of it ("Vụ Công nghiệp nhẹ", "Phòng Thị trường trong nước"), unlike of a place or a committee.
   */
  private boolean field(int unit, int i) {
    return unit + lexicon.fields.length(words, unit) == i
        || (lexicon.body(words, unit) == 0
            && !places.endsBefore(i)
            && lexicon.countries.startBefore(words, i, 2) < 0);
  }

  /** A few words in small letters up to a name, or up to a mark where nobody is to follow. */
  private boolean endsWell(int i, boolean owned) {
    int at = i;
    while (at < words.count() && at - i < SHORT && small(at) && !ends(at)) {
      if (lexicon.address.length(words, at) > 0) {
        return false;
      }
      at++;
      if (!words.spaceAfter(at - 1)) {
        return owned;
      }
    }
    Lexicon.Surname surname = at > i ? names.surname(at) : null;
    return surname != null
        && names.end(at) - at > (surname == Lexicon.Surname.COMMON ? 1 : 2)
        && lexicon.body(words, at) < 2;
  }

  /** True where the kind of a body stands right before {@code i}: "Cục", not "vụ" in "Nội vụ". */
  boolean afterKind(int unit, int i) {
    int kind = lexicon.freeKinds.startBefore(words, i, 5);
    boolean syllable = i > 1 && i - kind == 1 && lexicon.body(words, i - 2) == 2;
    return kind >= 0 && (unit < 0 ? !syllable : unit == kind || (unit < kind && i - kind > 1));
  }

  private boolean firm(int from, int i) {
    for (int at = from; at < i; at++) {
      Boolean firm = lexicon.freeKinds.value(words, at);
      if (firm != null && firm) {
        return true;
      }
    }
    return false;
  }

  /** A word that asks for more does so in a body of free name only. */
  private boolean hasFreeKind(int from, int i) {
    for (int at = Math.max(0, from - 2); at < i; at++) {
      if (lexicon.freeKinds.length(words, at) > 0) {
        return true;
      }
    }
    return false;
  }

  /** Index after the last free word; {@code i} where it cannot be told. */
  int end(int i) {
    int at = i;
    while (at < words.count()
        && at - i <= LONGEST
        && small(at)
        && (lexicon.body(words, at) > 1 || !ends(at))) {
      at += Math.max(1, lexicon.body(words, at));
      if (!words.spaceAfter(at - 1)) {
        return at;
      }
    }
    boolean told = at < words.count() && at - i <= LONGEST && (!verb(at) || asked(i));
    return told ? at : i;
  }

  private boolean asked(int i) {
    return lexicon.asking.startBefore(words, i, 3) >= 0;
  }

  private boolean small(int i) {
    return i < words.count() && !words.capital(i) && !words.digit(i);
  }

  private boolean ends(int i) {
    return verb(i)
        || lexicon.heads.length(words, i) > 0
        || lexicon.address.length(words, i) > 1
        || territory(i);
  }

  /** "xã" before a name or at the end of the office, not in "xã hội". */
  private boolean territory(int i) {
    int next = i + lexicon.placeKinds.length(words, i);
    return next > i
        && (next == words.count()
            || !words.spaceAfter(next - 1)
            || words.capital(next)
            || verb(next));
  }

  private boolean verb(int i) {
    return (lexicon.halts.length(words, i) > 0 && lexicon.joints.length(words, i) == 0)
        || lexicon.acts.length(words, i) > 0;
  }
}
