package vn.hoinghi.enrich.place;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.hoinghi.avro.Province;

/**
 * Fifteen thousand communes bear eight thousand names, most of them also words, persons or larger
 * places. So a name is looked up only where a kind word stands before it, and no text pays for the
 * others.
 */
final class Communes {
  /** A name found: the index after its last word, and all that bear it. */
  record Match(int end, List<Commune> communes) {}

  /** A district of the old map by its code. */
  record District(String name, Province province) {}

  private static final String LONG_FORM = "Nông trường ";
  private static final int LONGEST = 6;
  private static final LocalDate NEW_MAP = LocalDate.of(2025, 7, 1);

  /** Days of the tables a, b, c. */
  private static final LocalDate[] TABLES = {
    LocalDate.of(2019, 10, 6), LocalDate.of(2023, 4, 10), LocalDate.of(2025, 1, 4)
  };

  private final Map<String, List<Commune>> byName = new HashMap<>(1 << 14);

  Communes(Map<String, District> districts, Function<String, Province> provinces63) {
    Map<String, String> shared = new HashMap<>(1 << 14);
    for (String[] row : TableFile.rows(Communes.class, "communes-34.tsv")) {
      share(row, shared);
      Commune.Type type = Commune.Type.of(row[1]);
      Province province = provinces63.apply(row[4]);
      add(new Commune(row[0], type, row[2], province, null, NEW_MAP, LocalDate.MAX, List.of()));
    }
    for (String[] row : TableFile.rows(Communes.class, "communes-63.tsv")) {
      share(row, shared);
      add(old(row, districts.get(row[3]), shared));
    }
    byName.replaceAll((name, communes) -> List.copyOf(communes));
  }

  /** One string for each code and name, however often it stands in the tables. */
  private static void share(String[] row, Map<String, String> shared) {
    row[0] = shared.computeIfAbsent(row[0], code -> code);
    row[2] = shared.computeIfAbsent(row[2], name -> name);
  }

  private static Commune old(String[] row, District district, Map<String, String> shared) {
    String tables = row[4];
    List<String> today =
        Arrays.stream(TableFile.aliases(row, 5))
            .map(code -> shared.getOrDefault(code, code))
            .toList();
    return new Commune(
        row[0],
        Commune.Type.of(row[1]),
        row[2],
        district.province(),
        district.name(),
        TABLES[tables.charAt(0) - 'a'],
        tables.endsWith("c")
            ? NEW_MAP.minusDays(1)
            : TABLES[tables.charAt(tables.length() - 1) - 'a'],
        today);
  }

  private void add(Commune commune) {
    put(commune.name(), commune);
    if (commune.name().regionMatches(true, 0, LONG_FORM, 0, LONG_FORM.length())) {
      put(commune.name().substring(LONG_FORM.length()), commune);
    }
  }

  private void put(String name, Commune commune) {
    Words words = Words.of(name);
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < words.count(); i++) {
      append(key, words.folded(i));
    }
    byName.computeIfAbsent(key.toString(), k -> new ArrayList<>(1)).add(commune);
  }

  /** "H'Leo" and "Hleo", "phường 05" and "phường 5" are one name. */
  private static void append(StringBuilder key, String word) {
    if (key.length() > 0) {
      key.append(' ');
    }
    int from = 0;
    while (from < word.length() - 1 && word.charAt(from) == '0') {
      from++;
    }
    for (int i = from; i < word.length(); i++) {
      if (word.charAt(i) != '\'') {
        key.append(word.charAt(i));
      }
    }
  }

  /** The longest name of a commune that begins at a word, or null. */
  Match longest(Words words, int from) {
    Match best = null;
    StringBuilder key = new StringBuilder();
    for (int i = from; i < words.count() && i - from < LONGEST; i++) {
      if (!words.capital(i) && !words.digit(i)) {
        break;
      }
      append(key, words.folded(i));
      List<Commune> found = byName.get(key.toString());
      best = found == null ? best : new Match(i + 1, found);
      if (!words.joinedBy(i, "-–")) {
        break;
      }
    }
    return best;
  }

  /** Everything of exactly this name in any case; the name stands without its kind. */
  List<Commune> named(String name) {
    Words words = Words.of(name);
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < words.count() && i < LONGEST; i++) {
      append(key, words.folded(i));
    }
    return byName.getOrDefault(key.toString(), List.of());
  }
}
