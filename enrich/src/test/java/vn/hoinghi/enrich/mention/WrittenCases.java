package vn.hoinghi.enrich.mention;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.hoinghi.enrich.outlet.Outlet;

/** Articles written for the tests, from a resource file: a head line that begins with "@", text. */
final class WrittenCases {
  private WrittenCases() {}

  /** One article and what is expected of it, as its head line says. */
  record Case(String name, String expected, ArticleText article) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Case> of(String file) {
    List<Case> cases = new ArrayList<>();
    String[] blocks = read(file).split("(?m)^@ ", -1);
    for (int i = 1; i < blocks.length; i++) {
      int end = blocks[i].indexOf('\n');
      String[] head = blocks[i].substring(0, end).split(" \\| ", -1);
      cases.add(
          new Case(
              head[0].strip(),
              head[3].strip(),
              article(blocks[i].substring(end + 1).strip(), orNull(head[1]), orNull(head[2]))));
    }
    return cases;
  }

  static ArticleText article(String text, String published, String home) {
    Outlet outlet = home == null ? null : new Outlet("bao.example", "Báo", home, "newspaper");
    String title = text.lines().findFirst().orElse("");
    return new ArticleText(title, text, published, Instant.parse("2026-01-01T00:00:00Z"), outlet);
  }

  private static String orNull(String column) {
    return column.strip().equals("-") ? null : column.strip();
  }

  private static String read(String file) {
    try (InputStream in = WrittenCases.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
