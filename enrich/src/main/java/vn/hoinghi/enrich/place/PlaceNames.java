package vn.hoinghi.enrich.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.hoinghi.avro.Province;

/**
 * The names of provinces and districts, which are found wherever they stand, with what each may
 * stand for, and the longer names that only hold one of them.
 */
final class PlaceNames {
  /** Everything that one name stands for. */
  static final class Named {
    String name;
    String district;
    boolean never;
    boolean afterKind;
    final List<ProvinceMaps.Row> rows = new ArrayList<>();
    final List<Province> holders = new ArrayList<>();
    final List<Province> cities = new ArrayList<>();

    boolean nothing() {
      return never || (rows.isEmpty() && holders.isEmpty());
    }

    boolean province() {
      return !rows.isEmpty();
    }

    boolean district() {
      return !holders.isEmpty();
    }

    /** Provinces whose district of this name is, or is not, a city; all where none is. */
    List<Province> holders(boolean city) {
      List<Province> fit =
          holders.stream().filter(holder -> cities.contains(holder) == city).toList();
      return fit.isEmpty() ? holders : fit;
    }

    /** Whether the province of this name is a city under central rule. */
    boolean city() {
      return rows.get(0).city();
    }
  }

  private final NameTrie<Named> names = new NameTrie<>();
  final ProvinceMaps provinces = new ProvinceMaps(this::addProvince);
  final Map<String, Communes.District> districts = new HashMap<>();

  PlaceNames() {
    TableFile.rows(PlaceNames.class, "districts.tsv").forEach(this::addDistrict);
    for (String[] row : TableFile.rows(PlaceNames.class, "not-places.tsv")) {
      Named named = at(row[0]);
      named.never = row[1].equals("NEVER");
      named.afterKind = row[1].equals("AFTER_KIND");
    }
  }

  private Named at(String name) {
    return names.at(name, Named::new);
  }

  private void addProvince(String alias, ProvinceMaps.Row row) {
    Named named = at(alias);
    named.name = named.name == null ? row.province().getName() : named.name;
    named.rows.add(row);
  }

  private void addDistrict(String[] row) {
    Province holder = provinces.old(row[1]);
    if (!row[0].equals("-")) {
      districts.put(row[0], new Communes.District(row[3], holder));
    }
    boolean city = row[2].equals("thành phố");
    addDistrict(row[3], row[3], city, holder);
    for (String alias : TableFile.aliases(row, 5)) {
      addDistrict(alias, row[3], city, holder);
    }
  }

  private void addDistrict(String alias, String name, boolean city, Province holder) {
    Named named = at(alias);
    named.district = name;
    named.afterKind = Character.isDigit(alias.charAt(0));
    if (city && !named.cities.contains(holder)) {
      named.cities.add(holder);
    }
    if (!named.holders.contains(holder)) {
      named.holders.add(holder);
    }
  }

  /** What exactly this name in any case stands for, or null. */
  Named exact(String name) {
    return names.exact(name);
  }

  /** The longest name that begins at a word, or null. */
  NameTrie.Match<Named> longest(Words words, int from) {
    return names.longest(words, from);
  }
}
