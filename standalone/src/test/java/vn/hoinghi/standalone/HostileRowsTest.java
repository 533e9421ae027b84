package vn.hoinghi.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The catalogue of hostile inputs is a page for people, and its rows are held by tests all over the
 * modules. Tests say which row they hold with a tag; this one reads the sources of all and keeps
 * the page and the tags to each other.
 */
class HostileRowsTest {
  private static final Path PROJECT = Path.of("..");
  private static final Path PAGE = PROJECT.resolve("docs/hostile.md");
  private static final Pattern ROW = Pattern.compile("\\| ([A-Z]\\d\\d) \\|(.*)\\|([^|]*)\\|");
  private static final Pattern TAG = Pattern.compile("@Tag\\(\"([A-Z]\\d\\d)\"\\)");
  private static final Pattern TEST = Pattern.compile(" {2,4}void (\\w+)\\(.*");
  private static final Pattern CLASS = Pattern.compile("(?:public |final )*class \\w+.*");

  @Test
  void everyRowNamesTheTestsThatHoldItAndEveryTagItsRow() throws IOException {
    Map<String, Set<String>> tests = tests();
    List<String> page = Files.readAllLines(PAGE);
    List<String> wanted = page.stream().map(line -> withTests(line, tests)).toList();
    if (Boolean.getBoolean("hostile.write")) {
      Files.write(PAGE, wanted);
      return;
    }

    assertThat(page).as("docs/hostile.md; it says itself how it is written").isEqualTo(wanted);
    var rows = page.stream().map(ROW::matcher).filter(Matcher::matches).map(row -> row.group(1));
    assertThat(rows.toList())
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(tests.keySet());
  }

  private static String withTests(String line, Map<String, Set<String>> tests) {
    Matcher row = ROW.matcher(line);
    if (!row.matches()) {
      return line;
    }
    String names =
        tests.getOrDefault(row.group(1), Set.of()).stream()
            .map(name -> "`" + name + "`")
            .collect(Collectors.joining("<br>"));
    return "| " + row.group(1) + " |" + row.group(2) + "| " + names + " |";
  }

  /** The tests of all modules by the row they are tagged with. */
  private static Map<String, Set<String>> tests() throws IOException {
    var tests = new TreeMap<String, Set<String>>();
    for (Path source : sources()) {
      String type = source.getFileName().toString().replace(".java", "");
      var rows = new ArrayList<String>();
      for (String line : Files.readAllLines(source)) {
        TAG.matcher(line).results().forEach(tag -> rows.add(tag.group(1)));
        Matcher test = TEST.matcher(line);
        boolean tagged = test.matches() || CLASS.matcher(line).matches();
        if (tagged) {
          String name = test.matches() ? type + "." + test.group(1) : type;
          rows.forEach(row -> tests.computeIfAbsent(row, r -> new TreeSet<>()).add(name));
          rows.clear();
        }
      }
      assertThat(rows).as("tags of no test in " + source).isEmpty();
    }
    return tests;
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.find(PROJECT, 12, (path, file) -> isTest(path.toString()))) {
      return files.sorted().toList();
    }
  }

  private static boolean isTest(String path) {
    return path.contains("/src/test/java/")
        && (path.endsWith("Test.java") || path.endsWith("IT.java"));
  }
}
