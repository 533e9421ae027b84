package vn.hoinghi.enrich.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Rules are data files beside the classes that read them. This reads one: UTF-8, a record a line,
 * columns parted by tabs; blank lines and lines that begin with {@code #} say where it comes from
 * and are left out. A missing file is a broken build and is thrown.
 */
public final class TableFile {
  private TableFile() {}

  /** The rows of {@code name} in the package of {@code owner}; trailing columns may be absent. */
  public static List<String[]> rows(Class<?> owner, String name) {
    try (var in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no table " + name + " beside " + owner.getName());
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The parts of a cell that holds several, parted by {@code |}; none where it is absent. */
  static String[] aliases(String[] row, int column) {
    return row.length > column && !row[column].isEmpty() ? row[column].split("\\|") : new String[0];
  }
}
