package vn.hoinghi.ingest.health;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;

/**
 * Days on which it means nothing that no article comes: Tết above all, a week long and each year
 * elsewhere.
 */
final class Holidays {
  private static final Holidays ALL = read("holidays.txt");

  private record Yearly(MonthDay from, MonthDay to) {
    boolean holds(LocalDate day) {
      MonthDay it = MonthDay.from(day);
      return !it.isBefore(from) && !it.isAfter(to);
    }
  }

  private record Once(LocalDate from, LocalDate to) {
    boolean holds(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }
  }

  private final List<Yearly> yearly = new ArrayList<>();
  private final List<Once> once = new ArrayList<>();

  private Holidays() {}

  static boolean contain(LocalDate day) {
    return ALL.yearly.stream().anyMatch(each -> each.holds(day))
        || ALL.once.stream().anyMatch(each -> each.holds(day));
  }

  private static Holidays read(String table) {
    var holidays = new Holidays();
    try (InputStream in = Holidays.class.getResourceAsStream(table);
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.startsWith("#")).forEach(holidays::add);
      return holidays;
    } catch (IOException e) {
      throw new UncheckedIOException("missing table " + table, e);
    }
  }

  private void add(String line) {
    String from = line.substring(0, line.indexOf(' '));
    String to = line.substring(line.indexOf(' ') + 1);
    if (from.startsWith("--")) {
      yearly.add(new Yearly(MonthDay.parse(from), MonthDay.parse(to)));
    } else {
      once.add(new Once(LocalDate.parse(from), LocalDate.parse(to)));
    }
  }
}
