package vn.hoinghi.content;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Rules are data: tab-separated lines beside this class, with comment lines that name the source.
 */
final class RuleTable {
  private RuleTable() {}

  /** The lines of a table, each split into exactly two cells. */
  static List<String[]> read(String resource) {
    return read(resource, 2);
  }

  /** The lines of a table, each split into exactly so many cells. */
  static List<String[]> read(String resource, int columns) {
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(RuleTable.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
      return in.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> cells(resource, line, columns))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String[] cells(String resource, String line, int columns) {
    String[] cells = line.split("\t", -1);
    if (cells.length != columns || Arrays.stream(cells).anyMatch(String::isBlank)) {
      throw new IllegalStateException(resource + ": not " + columns + " cells: " + line);
    }
    return cells;
  }
}
