package vn.hoinghi.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Whoever remembers what pages said trusts the version of the reading rules. A few pages stand for
 * all; where they are read otherwise, the version has to be another.
 */
class RulesVersionTest {
  private static final List<String> PAGES =
      List.of(
          "app-shell-without-names.html",
          "copied-from-a-page.txt",
          "data-roles-stamp-in-address.html",
          "date-above-headline.html",
          "dotnetnuke-portal.html",
          "essay-of-short-lines.html",
          "long-left-column.html",
          "page-clock-and-no-date.html",
          "plain-site-with-comments.html",
          "time-element-picture-table.html",
          "wordpress-theme-tag-classes.html");

  @Test
  void whatIsReadOfThesePagesBelongsToThisVersion() throws Exception {
    assertThat(PageReader.RULES_VERSION + " " + hashOfReadings())
        .as("raise PageReader.RULES_VERSION where pages are read otherwise, and write both here")
        .isEqualTo("1 eee326f985723551");
  }

  private static String hashOfReadings() throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (String name : PAGES) {
      Path file = Path.of(RulesVersionTest.class.getResource(name).toURI());
      String type = name.endsWith(".txt") ? "text/plain" : "text/html";
      var capture =
          new Capture(
              Files.readAllBytes(file),
              type,
              null,
              null,
              Instant.parse("2026-11-22T02:30:00Z"),
              null);
      Page page = PageReader.standard().read(capture);
      digest.update(page.toString().getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }
}
