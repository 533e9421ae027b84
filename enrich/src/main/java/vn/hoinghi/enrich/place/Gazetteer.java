package vn.hoinghi.enrich.place;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.hoinghi.avro.Province;

/**
 * Viet Nam had 63 provinces and centrally run cities until 30 June 2025 and has 34 since, most of
 * them under a name that one of the old ones had; texts of both times call places by both. The
 * gazetteer knows both maps, the days they were valid, the way from the old to the new, and the
 * districts of the old map (the level ended with it). Pure and immutable; finding is one pass over
 * the words.
 *
 * <p>Sources are named in the tables beside this class. A code belongs to its map: 80 was Long An
 * and is Tây Ninh.
 */
public final class Gazetteer {
  private static final class Standard {
    static final Gazetteer GAZETTEER = new Gazetteer();
  }

  private record Row(
      boolean old,
      Province province,
      boolean city,
      LocalDate from,
      LocalDate to,
      String successor) {
    boolean valid(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }
  }

  /** Everything that one name stands for. */
  private static final class Named {
    String name;
    String district;
    boolean never;
    boolean afterKind;
    final List<Row> rows = new ArrayList<>();
    final List<Province> holders = new ArrayList<>();
  }

  private enum Before {
    PROVINCE,
    CITY,
    DISTRICT,
    NONE,
    PLAIN
  }

  private final NameTrie<Named> names = new NameTrie<>();
  private final Map<String, Province> old = new HashMap<>();
  private final Map<String, Province> present = new HashMap<>();
  private final Map<String, String> successors = new HashMap<>();
  private final Map<String, Before> kindWords = new HashMap<>();
  private final Set<String> nameParts = new HashSet<>();

  private Gazetteer() {
    TableFile.rows(Gazetteer.class, "provinces.tsv").forEach(this::addProvince);
    TableFile.rows(Gazetteer.class, "districts.tsv").forEach(this::addDistrict);
    for (String[] row : TableFile.rows(Gazetteer.class, "not-places.tsv")) {
      Named named = names.at(row[0], Named::new);
      named.never = row[1].equals("NEVER");
      named.afterKind = row[1].equals("AFTER_KIND");
    }
    TableFile.rows(Gazetteer.class, "kind-words.tsv")
        .forEach(row -> kindWords.put(row[0], Before.valueOf(row[1])));
    TableFile.rows(Gazetteer.class, "name-parts.tsv")
        .forEach(row -> nameParts.add(Spelling.fold(row[0])));
  }

  /** The gazetteer made of the tables in this package. */
  public static Gazetteer standard() {
    return Standard.GAZETTEER;
  }

  private void addProvince(String[] row) {
    boolean isOld = row[0].equals("63");
    Province province = new Province(row[1], row[2]);
    LocalDate to = row[5].isEmpty() ? LocalDate.MAX : LocalDate.parse(row[5]);
    Row entry =
        new Row(isOld, province, row[3].equals("thành phố"), LocalDate.parse(row[4]), to, row[6]);
    if (isOld) {
      old.putIfAbsent(row[1], province);
      successors.put(row[1], row[6]);
    } else {
      present.put(row[1], province);
    }
    addName(row[2], row[2], entry);
    for (String alias : aliases(row, 7)) {
      addName(alias, row[2], entry);
    }
  }

  private void addName(String alias, String name, Row entry) {
    Named named = names.at(alias, Named::new);
    named.name = named.name == null ? name : named.name;
    named.rows.add(entry);
  }

  private void addDistrict(String[] row) {
    addDistrict(row[2], row);
    for (String alias : aliases(row, 3)) {
      addDistrict(alias, row);
    }
  }

  private void addDistrict(String alias, String[] row) {
    Named named = names.at(alias, Named::new);
    named.district = row[2];
    Province holder = old.get(row[0]);
    if (!named.holders.contains(holder)) {
      named.holders.add(holder);
    }
  }

  private static String[] aliases(String[] row, int column) {
    return row.length > column && !row[column].isEmpty() ? row[column].split("\\|") : new String[0];
  }

  /**
   * The province that a name or an alias ("TP.HCM", "tỉnh Đắc Lắc") means.
   *
   * @param day the day whose map counts: an old name after the merger gives the province that took
   *     it in. Null: the map of 63 first
   */
  public Optional<Province> province(String nameOrAlias, LocalDate day) {
    Named named = names.exact(bare(nameOrAlias));
    if (named == null || named.rows.isEmpty()) {
      return Optional.empty();
    }
    if (day == null) {
      return Optional.of(named.rows.get(0).province());
    }
    for (Row row : named.rows) {
      if (row.valid(day)) {
        return Optional.of(row.province());
      }
    }
    Row first = named.rows.get(0);
    return Optional.ofNullable(
        day.isAfter(first.to()) ? present.get(first.successor()) : first.province());
  }

  /** A name without "tỉnh", "thành phố", "TP" before it. */
  private String bare(String name) {
    String rest = name.strip();
    for (String kind : List.of("tỉnh ", "thành phố ", "tp. ", "tp.", "tp ")) {
      if (rest.length() > kind.length() && rest.regionMatches(true, 0, kind, 0, kind.length())) {
        return rest.substring(kind.length()).strip();
      }
    }
    return rest;
  }

  /** The province of the map of 34 that took in the one with this code of the map of 63. */
  public Optional<Province> successor(String code63) {
    return Optional.ofNullable(successors.get(code63)).map(present::get);
  }

  /**
   * Every province of the map of 63 that has or had a district, town or city of this name, by code;
   * empty where none is known.
   */
  public List<Province> provincesOfDistrict(String districtName) {
    Named named = names.exact(districtName);
    return named == null ? List.of() : List.copyOf(named.holders);
  }

  /**
   * Every province and district named in the text, longest names first choice, in the order of the
   * text.
   */
  public List<PlaceHit> find(String text) {
    return find(text, Words.of(text));
  }

  /** The same for a text whose words are known. */
  public List<PlaceHit> find(String text, Words words) {
    List<PlaceHit> hits = new ArrayList<>();
    int i = 0;
    while (i < words.count()) {
      NameTrie.Match<Named> match = names.longest(words, i);
      if (match == null) {
        i++;
        continue;
      }
      hit(text, words, i, match).ifPresent(hits::add);
      i = match.end();
    }
    return hits;
  }

  private Optional<PlaceHit> hit(String text, Words words, int from, NameTrie.Match<Named> match) {
    Named named = match.value();
    int kindAt = kindBefore(words, from);
    Before before = kindAt < 0 ? null : kindWords.get(joined(words, kindAt, from));
    boolean nothing = named.never || (named.rows.isEmpty() && named.holders.isEmpty());
    boolean inName =
        kindAt < 0
            && from > 0
            && words.spaceAfter(from - 1)
            && words.capital(from - 1)
            && nameParts.contains(words.folded(from - 1));
    if (nothing || inName || before == Before.NONE || (named.afterKind && before == null)) {
      return Optional.empty();
    }
    String kindWord = kindAt < 0 ? "" : text.substring(words.start(kindAt), words.end(from - 1));
    int start = words.start(from);
    int end = words.end(match.end() - 1);
    boolean district =
        !named.holders.isEmpty() && (named.rows.isEmpty() || district(named, before));
    if (district && kindAt < 0 && insideName(words, from)) {
      return Optional.empty();
    }
    return Optional.of(
        district
            ? new PlaceHit(start, end, named.district, Kind.DISTRICT, named.holders, kindWord)
            : new PlaceHit(
                start,
                end,
                named.name,
                Kind.PROVINCE,
                List.of(named.rows.get(0).province()),
                kindWord));
  }

  /**
   * A name that is both a province's and a district's ("Sơn La", "Quảng Ninh"): the kind word
   * decides.
   */
  private static boolean district(Named named, Before before) {
    boolean city = named.rows.get(0).city();
    return before == Before.DISTRICT || (before == Before.CITY && !city);
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

  /** Index of the first word of the kind word that ends right before {@code from}, or -1. */
  private int kindBefore(Words words, int from) {
    for (int length = 2; length >= 1; length--) {
      int at = from - length;
      boolean together =
          at >= 0 && words.joinedBy(from - 1, ".") && (length == 1 || words.spaceAfter(at));
      if (together && kindWords.containsKey(joined(words, at, from))) {
        return kindWords.get(joined(words, at, from)) == Before.PLAIN ? -1 : at;
      }
    }
    return -1;
  }

  private static String joined(Words words, int from, int to) {
    return to - from == 1 ? words.folded(from) : words.folded(from) + ' ' + words.folded(from + 1);
  }
}
