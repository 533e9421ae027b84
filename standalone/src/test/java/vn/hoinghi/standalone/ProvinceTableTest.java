package vn.hoinghi.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The apps share no code; what both know of provinces must be the same all the same. */
class ProvinceTableTest {
  private static final Pattern ROW =
      Pattern.compile(
          "^ {2}\\((63|34), '(\\d\\d)', '([^']+)', '([^']+)', '([^']+)', (?:'([^']+)'|NULL), '(\\d\\d)'\\)",
          Pattern.MULTILINE);

  @Test
  void theTablesOfTheSinkHoldTheMapsByWhichEnrichReads() throws IOException {
    List<String> rows =
        ROW.matcher(text("/vn/hoinghi/sink/migrations/V7__questions.sql"))
            .results()
            .map(
                m ->
                    String.join(
                        "\t",
                        m.group(1),
                        m.group(2),
                        m.group(3),
                        m.group(4),
                        m.group(5),
                        Objects.requireNonNullElse(m.group(6), ""),
                        m.group(7)))
            .toList();

    assertThat(rows).hasSizeGreaterThan(63 + 34).isEqualTo(known());
  }

  private static List<String> known() throws IOException {
    return text("/vn/hoinghi/enrich/place/provinces.tsv")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(
            line -> {
              String[] cells = (line + "\t\t\t\t").split("\t", -1);
              String now = cells[6].isEmpty() ? cells[1] : cells[6];
              return String.join("\t", List.of(cells).subList(0, 6)) + "\t" + now;
            })
        .toList();
  }

  private static String text(String resource) throws IOException {
    try (InputStream in = ProvinceTableTest.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
