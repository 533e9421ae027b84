package vn.hoinghi.enrich.mention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.avro.ConferenceType;
import vn.hoinghi.avro.Evidence;
import vn.hoinghi.avro.Person;
import vn.hoinghi.content.Capture;
import vn.hoinghi.content.Page;
import vn.hoinghi.content.PageReader;
import vn.hoinghi.content.UnreadablePageException;
import vn.hoinghi.enrich.outlet.Outlet;

/**
 * Every value of every record can be looked up in its article: held over all pages and texts at
 * hand, those of labelled sets outside of the project (environment variable LABELLED_SETS) too, and
 * over thousands of texts that nobody wrote.
 */
class EvidenceTest {
  private static final Path PROJECT = Path.of("..");
  private static final Instant FETCHED = Instant.parse("2026-11-01T00:00:00Z");
  private static final Outlet OUTLET = new Outlet("bao.example", "Báo", "Bến Tre", "newspaper");

  @Test
  void writtenCasesCarryTheirEvidence() {
    List<String> broken = new ArrayList<>();
    for (WrittenCases.Case written : WrittenCases.of("conferences.txt")) {
      collect(written.name(), written.article(), broken);
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void pagesAndTextsOfTheProjectCarryTheirEvidence() throws IOException {
    assertThat(broken(PROJECT.resolve("docs/examples"))).isEmpty();
    assertThat(broken(PROJECT.resolve("content/src/test/resources/vn/hoinghi/content"))).isEmpty();
    assertThat(broken(PROJECT.resolve("standalone/src/test/resources"))).isEmpty();
  }

  @Test
  void articlesOfTheDemoCarryTheirEvidence() throws IOException {
    List<String> broken = new ArrayList<>();
    var yaml = new ObjectMapper(new YAMLFactory());
    int read = 0;
    for (Path file :
        files(PROJECT.resolve("standalone/src/main/resources/vn/hoinghi/standalone/demo/pages"))) {
      for (JsonNode page : yaml.readTree(file.toFile())) {
        String text = page.path("title").asText() + "\n" + page.path("body").asText();
        String published = page.path("published").asText(null);
        collect(page.path("path").asText(), asText(text, published), broken);
        read++;
      }
    }
    assertThat(read).isGreaterThan(40);
    assertThat(broken).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"seeds", "corpus", "real"})
  void labelledSetsCarryTheirEvidence(String set) throws IOException {
    String sets = System.getenv("LABELLED_SETS");
    assumeTrue(sets != null && Files.isDirectory(Path.of(sets, set)), "no labelled set " + set);

    assertThat(broken(Path.of(sets, set))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 20200229, 98765})
  void inventedReportsCarryTheirEvidenceHoweverTheyAreWritten(long seed) {
    List<String> broken = new ArrayList<>();
    var reports = new InventedReports(seed);
    int conferences = 0;
    for (int i = 0; i < 150; i++) {
      String report = reports.next();
      String published = i % 3 == 0 ? "2021-12-13" : null;
      Reading raw = MentionReader.standard().read(asText(report, published));
      if (raw.mention() != null) {
        broken.addAll(EvidenceRules.brokenRows(report, raw.mention()));
      }
      conferences += collect("report " + i, asPage(report, published), broken) ? 1 : 0;
    }
    assertThat(conferences).isGreaterThan(60);
    assertThat(broken).isEmpty();
  }

  @Test
  void aNameThatTheHeadlineShortensIsShownWhereItStandsInFull() {
    String text =
        "Bà Thu Sương làm Phó Bí thư Huyện ủy\nSáng 4/3/2021, Huyện ủy Mỏ Cày tổ chức hội nghị công"
            + " bố quyết định về công tác cán bộ. Dự hội nghị có bà Trần Thu Sương, Phó Bí thư"
            + " Huyện ủy.";
    ConferenceMention mention = MentionReader.standard().read(asText(text, null)).mention();

    assertThat(mention.getPersons()).extracting(Person::getName).containsExactly("Trần Thu Sương");
    assertThat(mention.getEvidence())
        .filteredOn(row -> row.getField().equals("persons"))
        .first()
        .extracting(Evidence::getValue)
        .isEqualTo("Trần Thu Sương");
  }

  @Test
  void wrongEvidenceIsFound() {
    var mention =
        ConferenceMention.newBuilder()
            .setType(ConferenceType.STUDY)
            .setTerm("2020-2025")
            .setPersons(List.of(Person.newBuilder().setName("Lê Thị Bưởi").build()))
            .build();
    mention.setEvidence(
        List.of(
            new Evidence("type", "hội nghị", 1, 9, "noun"),
            new Evidence("type", "hội nghị", 0, 8, "noun"),
            new Evidence("kind", "hội", 2, 5, "noun"),
            new Evidence("type", "hội", 2, 5, ""),
            new Evidence("type", "nghị", 6, 12, "noun")));

    assertThat(EvidenceRules.broken("\uD83C\uDF89 hội nghị", mention))
        .hasSize(8)
        .anyMatch(line -> line.contains("is not in «\uD83C\uDF89 hội ng»"))
        .anyMatch(line -> line.startsWith("term 2020-2025 has no evidence"));
  }

  /** Whether it is a conference. */
  private static boolean collect(String name, ArticleText article, List<String> broken) {
    if (article == null) {
      return false;
    }
    Reading reading = MentionReader.standard().read(article);
    if (reading.mention() == null) {
      return false;
    }
    EvidenceRules.broken(article.text(), reading.mention())
        .forEach(line -> broken.add(name + ": " + line));
    return true;
  }

  private static List<String> broken(Path folder) throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path file : files(folder)) {
      String name = file.getFileName().toString();
      if (name.endsWith(".html") || name.endsWith(".htm") || name.endsWith(".txt")) {
        String type = name.endsWith(".txt") ? "text/plain" : "text/html";
        collect(file.toString(), read(Files.readAllBytes(file), type, null), broken);
      }
    }
    return broken;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static ArticleText asText(String text, String published) {
    return new ArticleText("", text, published, FETCHED, OUTLET);
  }

  private static ArticleText asPage(String text, String published) {
    return read(text.getBytes(StandardCharsets.UTF_8), "text/plain", published);
  }

  /** Null where it is no page. */
  private static ArticleText read(byte[] body, String type, String published) {
    try {
      Page page =
          PageReader.standard().read(new Capture(body, type, null, null, FETCHED, published));
      return new ArticleText(page.title(), page.text(), page.publishedAt(), FETCHED, OUTLET);
    } catch (UnreadablePageException e) {
      return null;
    }
  }
}
