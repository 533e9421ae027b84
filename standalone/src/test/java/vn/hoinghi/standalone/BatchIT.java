package vn.hoinghi.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FIXTURE = Path.of("src/test/resources/vn/hoinghi/standalone/batch");

  @TempDir Path dir;
  private Path in;
  private String printed;

  @BeforeEach
  void aFolderOfPages() throws IOException {
    in = Files.createDirectory(dir.resolve("pages"));
    try (Stream<Path> files = Files.list(FIXTURE)) {
      for (Path file : files.toList()) {
        Files.copy(file, in.resolve(file.getFileName()));
      }
    }
  }

  @Test
  void everyInputHasItsOutcomeAndReportsOfOneConferenceMeetInOneEvent() throws IOException {
    assertThat(batch("once")).describedAs(printed).isZero();

    Map<String, JsonNode> articles = articles("once");
    assertThat(articles.keySet())
        .containsExactly(
            "quang-tri",
            "quang-tri-dang-lai",
            "phu-yen",
            "muong-te-cu",
            "muong-te",
            "thoi-tiet",
            "trong",
            "khong-co");
    assertThat(outcome(articles.get("quang-tri"))).isEqualTo("CONFERENCE");
    assertThat(outcome(articles.get("quang-tri-dang-lai"))).isEqualTo("CONFERENCE");
    assertThat(outcome(articles.get("phu-yen"))).isEqualTo("CONFERENCE");
    assertThat(outcome(articles.get("muong-te-cu"))).isEqualTo("SUPERSEDED");
    assertThat(outcome(articles.get("muong-te"))).isEqualTo("CONFERENCE");
    assertThat(outcome(articles.get("thoi-tiet"))).isEqualTo("NOT_CONFERENCE");
    assertThat(outcome(articles.get("trong"))).isEqualTo("DROPPED");
    assertThat(outcome(articles.get("khong-co"))).isEqualTo("DROPPED");

    assertThat(articles.get("quang-tri-dang-lai").get("eventId"))
        .isEqualTo(articles.get("quang-tri").get("eventId"));
    assertThat(articles.get("phu-yen").get("eventId"))
        .isNotEqualTo(articles.get("quang-tri").get("eventId"));
    assertThat(articles.get("muong-te-cu").get("eventId").isNull()).isTrue();
    assertThat(articles.get("quang-tri").at("/conference/startDate").asText())
        .isEqualTo("2022-09-15");
    assertThat(events("once")).hasSize(3);
    assertThat(printed).contains("8 inputs", "4 in an event", "1 superseded", "2 dropped");
  }

  @Test
  void neitherTheOrderOfTheManifestNorASecondRunChangesAnEvent() throws IOException {
    assertThat(batch("first", "--data", dir.resolve("data").toString()))
        .describedAs(printed)
        .isZero();
    assertThat(batch("again", "--data", dir.resolve("data").toString()))
        .describedAs(printed)
        .isZero();
    assertThat(events("again")).isEqualTo(events("first"));
    assertThat(articles("again")).isEqualTo(articles("first"));
    assertThat(export("events", "--out", file("exported", "events").toString())).isZero();
    assertThat(events("exported")).isEqualTo(events("again"));
    assertThat(printed).contains("3 events in ");

    shuffleManifest();
    assertThat(batch("shuffled")).describedAs(printed).isZero();
    assertThat(events("shuffled").keySet()).isEqualTo(events("first").keySet());
    assertThat(articles("shuffled")).containsExactlyInAnyOrderEntriesOf(articles("first"));
  }

  @Test
  void whatPeopleSayGoesOverWhatIsRead() throws IOException {
    Path corrections = dir.resolve("corrections.jsonl");
    String said = ",\"author\":\"An\",\"reason\":\"đã hỏi\",\"at\":\"2022-10-01T00:00:00Z\"}";
    Files.write(
        corrections,
        List.of(
            "{\"kind\":\"MUST_LINK\",\"articles\":[\"phu-yen\",\"muong-te\"]" + said,
            "{\"kind\":\"RETRACT\",\"articles\":[\"quang-tri-dang-lai\"]" + said,
            "{\"kind\":\"OVERRIDE\",\"articles\":[\"quang-tri\"],\"field\":\"attendees\","
                + "\"value\":\"2500 NEARLY\""
                + said));
    assertThat(batch("corrected", "--corrections", corrections.toString()))
        .describedAs(printed)
        .isZero();

    Map<String, JsonNode> articles = articles("corrected");
    assertThat(articles.get("phu-yen").get("eventId"))
        .isEqualTo(articles.get("muong-te").get("eventId"));
    assertThat(outcome(articles.get("quang-tri-dang-lai"))).isEqualTo("WITHDRAWN");
    assertThat(articles.get("quang-tri-dang-lai").get("reason").asText()).isEqualTo("CORRECTION");
    assertThat(printed).contains("3 in an event", "1 withdrawn  {CORRECTION=1}");
    JsonNode event = events("corrected").get(articles.get("quang-tri").get("eventId").asText());
    assertThat(event.get("attendees").asInt()).isEqualTo(2500);
    assertThat(event.at("/supports/0/author").asText()).isEqualTo("An");
  }

  @Test
  void aCorrectionThatMakesNoSenseStopsTheRunBeforeItBegins() throws IOException {
    Path corrections = dir.resolve("corrections.jsonl");
    Files.writeString(
        corrections,
        "\n{\"kind\":\"OVERRIDE\",\"articles\":[\"phu-yen\"],\"field\":\"startDate\","
            + "\"value\":\"hôm qua\",\"author\":\"An\",\"reason\":\"x\"}");
    assertThat(batch("wrong", "--corrections", corrections.toString())).isEqualTo(2);
    assertThat(printed).contains("corrections.jsonl line 2", "'hôm qua' is no startDate");
  }

  @Test
  void aFolderThatIsNotThereIsAWrongUse() {
    assertThat(run("batch", "--in", dir.resolve("nowhere").toString())).isEqualTo(2);
    assertThat(printed).contains("nowhere");
  }

  private void shuffleManifest() throws IOException {
    Path manifest = in.resolve("manifest.jsonl");
    List<String> lines = new ArrayList<>(Files.readAllLines(manifest));
    Collections.shuffle(lines, new Random(7));
    Files.write(manifest, lines);
  }

  private int export(String kind, String... more) {
    List<String> words = new ArrayList<>(List.of("export", kind));
    words.addAll(List.of("--data", dir.resolve("data").toString()));
    words.addAll(List.of(more));
    return run(words.toArray(String[]::new));
  }

  private int batch(String name, String... more) {
    List<String> words = new ArrayList<>(List.of("batch", "--in", in.toString()));
    words.addAll(List.of("--articles-out", file(name, "articles").toString()));
    words.addAll(List.of("--events-out", file(name, "events").toString()));
    words.addAll(List.of(more));
    return run(words.toArray(String[]::new));
  }

  private int run(String... words) {
    var text = new StringWriter();
    var out = new PrintWriter(text);
    int code = Hoinghi.commandLine().setOut(out).setErr(out).execute(words);
    printed = text.toString();
    return code;
  }

  private Path file(String run, String what) {
    return dir.resolve(run + "." + what + ".jsonl");
  }

  private Map<String, JsonNode> articles(String run) throws IOException {
    return lines(file(run, "articles"), "id");
  }

  private Map<String, JsonNode> events(String run) throws IOException {
    return lines(file(run, "events"), "eventId");
  }

  private static Map<String, JsonNode> lines(Path file, String key) throws IOException {
    Map<String, JsonNode> lines = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode json = JSON.readTree(line);
      lines.put(json.get(key).asText(), json);
    }
    return lines;
  }

  private static String outcome(JsonNode article) {
    return article.get("outcome").asText();
  }
}
