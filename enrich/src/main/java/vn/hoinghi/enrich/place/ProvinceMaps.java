package vn.hoinghi.enrich.place;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import vn.hoinghi.avro.Province;

/**
 * The two maps of provinces by the day, and the way from the old to the new. A code belongs to its
 * map: 80 was Long An and is Tây Ninh.
 */
final class ProvinceMaps {
  /** One name of one province for a time. */
  record Row(
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

  private final Map<String, Province> old = new HashMap<>();
  private final Map<String, Province> present = new HashMap<>();
  private final Map<String, String> successors = new HashMap<>();

  /**
   * Reads the table.
   *
   * @param names takes every name and alias with what it stands for
   */
  ProvinceMaps(BiConsumer<String, Row> names) {
    for (String[] cells : TableFile.rows(ProvinceMaps.class, "provinces.tsv")) {
      Row row = row(cells);
      if (row.old()) {
        old.putIfAbsent(cells[1], row.province());
        successors.put(cells[1], cells[6]);
      } else {
        present.put(cells[1], row.province());
      }
      names.accept(cells[2], row);
      for (String alias : TableFile.aliases(cells, 7)) {
        names.accept(alias, row);
      }
    }
  }

  private static Row row(String[] cells) {
    LocalDate to = cells[5].isEmpty() ? LocalDate.MAX : LocalDate.parse(cells[5]);
    return new Row(
        cells[0].equals("63"),
        new Province(cells[1], cells[2]),
        cells[3].equals("thành phố"),
        LocalDate.parse(cells[4]),
        to,
        cells[6]);
  }

  /** A province of the map of 63, or null. */
  Province old(String code) {
    return old.get(code);
  }

  Optional<Province> successor(String code63) {
    return Optional.ofNullable(successors.get(code63)).map(present::get);
  }

  /** What a name stood for on a day, or the province that had taken it in by then. */
  Optional<Province> on(List<Row> rows, LocalDate day) {
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Row first = rows.get(0);
    if (day == null) {
      return Optional.of(first.province());
    }
    for (Row row : rows) {
      if (row.valid(day)) {
        return Optional.of(row.province());
      }
    }
    return Optional.ofNullable(
        day.isAfter(first.to()) ? present.get(first.successor()) : first.province());
  }
}
