package vn.hoinghi.enrich.place;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.hoinghi.avro.Province;
import vn.hoinghi.enrich.place.PlaceNames.Named;

/**
 * Most names of places are words and persons too, so what stands before a name decides: a kind word
 * makes it a place of that kind, a surname a person. Names of communes count after a kind word
 * only, and in the list that "các xã" begins. One pass over the words.
 */
final class PlaceFinder {
  private final PlaceNames names;
  private final Communes communes;
  private final KindWords kindWords;
  private final Set<String> nameParts = new HashSet<>();

  PlaceFinder(PlaceNames names, Communes communes) {
    this.names = names;
    this.communes = communes;
    this.kindWords = new KindWords();
    TableFile.rows(PlaceFinder.class, "name-parts.tsv")
        .forEach(row -> nameParts.add(Spelling.fold(row[0])));
  }

  /**
   * Every place named, longest names first choice, in the order of the text. Of larger places only
   * the quarters ("quận 5") have numbers for names.
   */
  List<PlaceHit> find(String text, Words words) {
    List<PlaceHit> hits = new ArrayList<>();
    int i = 0;
    while (i < words.count()) {
      boolean capital = words.capital(i);
      if (!capital && !words.digit(i)) {
        i++;
        continue;
      }
      boolean small = i > 0 && kindWords.endsCommuneKind(words, i - 1);
      int past = small ? commune(text, words, i, hits) : i;
      boolean named = capital || (i > 0 && "qQ".indexOf(words.first(i - 1)) >= 0);
      i = past > i ? past : named ? larger(text, words, i, hits) : i + 1;
    }
    return hits;
  }

  /** Reads communes at a word; the index after them, or {@code from} where there are none. */
  private int commune(String text, Words words, int from, List<PlaceHit> hits) {
    KindWords.Found kind = kindWords.before(words, from);
    if (kind == null || kind.kind() != KindWords.Before.COMMUNE) {
      return from;
    }
    Commune.Type type = kindWords.type(words, kind, from);
    String kindWord = text.substring(words.start(kind.at()), words.end(from - 1));
    boolean many = kindWords.many(words, kind);
    int at = from;
    int past = from;
    while (at >= 0) {
      Communes.Match match = communes.longest(words, at);
      if (match == null || goesOn(words, match.end())) {
        break;
      }
      int start = words.start(at);
      int end = words.end(match.end() - 1);
      hits.add(PlaceHit.commune(start, end, ofType(match.communes(), type), kindWord));
      past = match.end();
      at = many ? nextOfList(words, past) : -1;
    }
    return past;
  }

  /** A name of which the match is only the beginning is none the gazetteer knows. */
  private boolean goesOn(Words words, int end) {
    if (end >= words.count() || !words.capital(end) || !words.spaceAfter(end - 1)) {
      return false;
    }
    return !shouted(words, end) && !nameParts.contains(words.folded(end));
  }

  private static boolean shouted(Words words, int at) {
    return words.end(at) - words.start(at) > 1 && words.allCapitals(at);
  }

  /** "các xã Tân Phú, Tân Hòa và Mỹ An": the word at which the next name begins, or -1. */
  private static int nextOfList(Words words, int past) {
    if (past >= words.count()) {
      return -1;
    }
    if (words.folded(past).equals("và") && words.spaceAfter(past - 1) && words.spaceAfter(past)) {
      return past + 1;
    }
    return words.joinedBy(past - 1, ",;") && !words.spaceAfter(past - 1) ? past : -1;
  }

  private static List<Commune> ofType(List<Commune> communes, Commune.Type type) {
    List<Commune> same = communes.stream().filter(commune -> commune.type() == type).toList();
    return same.isEmpty() ? communes : same;
  }

  /** Reads a province or a district at a word; the index of the word to go on with. */
  private int larger(String text, Words words, int from, List<PlaceHit> hits) {
    NameTrie.Match<Named> match = names.longest(words, from);
    if (match == null) {
      return from + 1;
    }
    PlaceHit hit = larger(text, words, from, match);
    if (hit != null) {
      hits.add(hit);
    }
    return match.end();
  }

  private PlaceHit larger(String text, Words words, int from, NameTrie.Match<Named> match) {
    Named named = match.value();
    KindWords.Found kind = kindWords.before(words, from);
    KindWords.Before before = kind == null ? null : kind.kind();
    boolean elsewhere = before == KindWords.Before.NONE || before == KindWords.Before.COMMUNE;
    if (named.nothing()
        || elsewhere
        || (before == null && (named.afterKind || inName(words, from)))) {
      return null;
    }
    boolean district = named.district() && (!named.province() || district(named, before));
    if (district && before == null && insideName(words, from)) {
      return null;
    }
    List<Province> provinces =
        district ? holders(named, before) : List.of(named.rows.get(0).province());
    return new PlaceHit(
        words.start(from),
        words.end(match.end() - 1),
        district ? named.district : named.name,
        district ? Kind.DISTRICT : Kind.PROVINCE,
        provinces,
        List.of(),
        kind == null ? "" : text.substring(words.start(kind.at()), words.end(from - 1)));
  }

  private static List<Province> holders(Named named, KindWords.Before before) {
    return before == null ? named.holders : named.holders(before == KindWords.Before.CITY);
  }

  private boolean inName(Words words, int from) {
    return from > 0
        && words.spaceAfter(from - 1)
        && words.capital(from - 1)
        && nameParts.contains(words.folded(from - 1));
  }

  /**
   * A name that is both a province's and a district's ("Sơn La", "Quảng Ninh"): the kind word
   * decides.
   */
  private static boolean district(Named named, KindWords.Before before) {
    return before == KindWords.Before.DISTRICT
        || (before == KindWords.Before.CITY && !named.city());
  }

  /**
   * A district right after another word with a capital ("Lữ Hoài Nhơn") is the rest of a longer
   * name.
   */
  private static boolean insideName(Words words, int from) {
    if (from == 0 || !words.spaceAfter(from - 1) || !words.capital(from - 1)) {
      return false;
    }
    String before = words.at(from - 1);
    return before.length() > 1 && Character.isLowerCase(before.charAt(before.length() - 1));
  }
}
