package vn.hoinghi.enrich.place;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.hoinghi.avro.Province;

/**
 * Viet Nam had 63 provinces and centrally run cities until 30 June 2025 and has 34 since, most of
 * them under a name that one of the old ones had; texts of both times call places by both. The
 * gazetteer knows both maps, the days they were valid, the way from the old to the new, the
 * districts of the old map (the level ended with it) and the communes of both. Pure and immutable;
 * finding is one pass over the words.
 *
 * <p>Sources are named in the tables beside this class. A code belongs to its map: 80 was Long An
 * and is Tây Ninh.
 */
public final class Gazetteer {
  private static final class Standard {
    static final Gazetteer GAZETTEER = new Gazetteer();
  }

  private final PlaceNames names = new PlaceNames();
  private final Communes communes = new Communes(names.districts, names.provinces::old);
  private final PlaceFinder finder = new PlaceFinder(names, communes);

  private Gazetteer() {}

  /** The gazetteer made of the tables in this package. */
  public static Gazetteer standard() {
    return Standard.GAZETTEER;
  }

  /**
   * The province that a name or an alias ("TP.HCM", "tỉnh Đắc Lắc") means.
   *
   * @param day the day whose map counts: an old name after the merger gives the province that took
   *     it in. Null: the map of 63 first
   */
  public Optional<Province> province(String nameOrAlias, LocalDate day) {
    PlaceNames.Named named = names.exact(bare(nameOrAlias));
    return named == null ? Optional.empty() : names.provinces.on(named.rows, day);
  }

  /** A name without "tỉnh", "thành phố", "TP" before it. */
  private static String bare(String name) {
    String rest = name.strip();
    for (String kind : List.of("tỉnh ", "thành phố ", "tp. ", "tp.", "tp ")) {
      if (rest.length() > kind.length() && rest.regionMatches(true, 0, kind, 0, kind.length())) {
        return rest.substring(kind.length()).strip();
      }
    }
    return rest;
  }

  /** The province of the map of 63 with this code. */
  public Optional<Province> ofMap63(String code63) {
    return Optional.ofNullable(names.provinces.old(code63));
  }

  /** The province of the map of 34 that took in the one with this code of the map of 63. */
  public Optional<Province> successor(String code63) {
    return names.provinces.successor(code63);
  }

  /**
   * Every province of the map of 63 that has or had a district, town or city of this name, by code;
   * empty where none is known.
   */
  public List<Province> provincesOfDistrict(String districtName) {
    PlaceNames.Named named = names.exact(districtName);
    return named == null ? List.of() : List.copyOf(named.holders);
  }

  /** Every commune of this name, without its kind ("Tân Phú", "5"), on either map. */
  public List<Commune> communes(String name) {
    return communes.named(name);
  }

  /**
   * Every province and district named in the text, and every commune with its kind before it,
   * longest names first choice, in the order of the text.
   */
  public List<PlaceHit> find(String text) {
    return find(text, Words.of(text));
  }

  /** The same for a text whose words are known. */
  public List<PlaceHit> find(String text, Words words) {
    return finder.find(text, words);
  }
}
