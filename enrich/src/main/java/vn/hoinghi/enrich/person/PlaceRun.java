package vn.hoinghi.enrich.person;

import vn.hoinghi.enrich.place.Words;

/**
 * Small places stand in no gazetteer: a run of capitals after "xã" or "huyện" is a place ("xã Tân
 * Phong"), a person ("huyện Lê Văn Ba"), or the one and then the other ("xã Phan Sơn Nguyễn Văn
 * Ba"). Surnames decide, safe ones first.
 */
final class PlaceRun {
  private static final int LONGEST = 10;
  private final Lexicon lexicon;
  private final Words words;
  private final NameReader names;

  PlaceRun(Lexicon lexicon, Words words, NameReader names) {
    this.lexicon = lexicon;
    this.words = words;
    this.names = names;
  }

  /**
   * Where the place's part of the run ends: {@code at} where all of it is a name.
   *
   * @param name index after the name that could begin at {@code at}
   */
  int end(int at, int name) {
    int end = run(at);
    for (int split = at + 2; split < end - 1; split++) {
      boolean given = NameReader.MIDDLE.has(words, split - 1);
      if (names.surname(split) == Lexicon.Surname.COMMON
          && !given
          && (names.end(split) == end || names.end(split) - split > 2)
          && (name < end || end - at > 4)) {
        return split;
      }
    }
    if (name == end
        && end - at > 1
        && !(end - at == 2 && names.surname(at) == Lexicon.Surname.RARE)) {
      return at;
    }
    for (int split = at + 1; split < end - 1; split++) {
      if (names.surname(split) != null && names.end(split) == end) {
        return split;
      }
    }
    return end;
  }

  private int run(int at) {
    int end = at;
    while (end < words.count() && end - at < LONGEST && words.capital(end) && goesOn(at, end)) {
      end++;
    }
    return end;
  }

  private boolean goesOn(int at, int end) {
    return end == at || (words.spaceAfter(end - 1) && !bodyStarts(end));
  }

  private boolean bodyStarts(int i) {
    return lexicon.body(words, i) > 1 || lexicon.heads.length(words, i) > 1;
  }
}
