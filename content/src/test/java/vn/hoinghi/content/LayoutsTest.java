package vn.hoinghi.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages in the layouts that Vietnamese sites use, each beside what a reader sees of it. */
class LayoutsTest {
  private static final Instant CAPTURED = Instant.parse("2026-11-22T02:30:00Z");
  private final PageReader reader = PageReader.standard();

  static Stream<String> layouts() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".html") || name.endsWith(".txt"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void aReaderSeesHeadlineTextDateAndSignature(String name) throws Exception {
    Path file = folder().resolve(name);
    Path expected = folder().resolve(name.substring(0, name.lastIndexOf('.')) + ".expected");
    Map<String, String> fields = new LinkedHashMap<>();
    List<String> text = new ArrayList<>();
    for (String line : Files.readAllLines(expected)) {
      boolean head = text.isEmpty() && line.matches("[a-z]{3,12}: .{1,300}");
      if (head) {
        fields.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(' ') + 1));
      } else if (!line.isBlank()) {
        text.add(line);
      }
    }
    String type = name.endsWith(".txt") ? "text/plain" : "text/html";
    Page page =
        reader.read(
            new Capture(Files.readAllBytes(file), type, null, fields.get("url"), CAPTURED, null));
    text.add(0, fields.get("title"));
    assertThat(page.text()).isEqualTo(String.join("\n", text));
    assertThat(page.title()).isEqualTo(fields.get("title"));
    assertThat(orDash(page.publishedAt())).isEqualTo(fields.get("published"));
    assertThat(orDash(page.author())).isEqualTo(fields.get("author"));
    assertThat(orDash(page.origin())).isEqualTo(fields.get("origin"));
    assertThat(page.language()).isEqualTo("vi");
  }

  private static String orDash(String value) {
    return value == null ? "-" : value;
  }

  private static Path folder() {
    try {
      return Path.of(LayoutsTest.class.getResource("date-above-headline.html").toURI()).getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
