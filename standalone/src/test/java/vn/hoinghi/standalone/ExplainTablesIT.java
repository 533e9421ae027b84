package vn.hoinghi.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.hoinghi.ingest.FolderImport;
import vn.hoinghi.schemas.ContentIds;

/** What the tables say of why articles are one event, beside what the topic says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplainTablesIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FIXTURE = Path.of("src/test/resources/vn/hoinghi/standalone/batch");
  private static final String FIRST =
      "https://baoquangtrimoi.example/chinh-tri/hoc-tap-nghi-quyet-18.html";
  private static final String AGAIN = "https://mientrung.example/tin/9500-dang-vien.html";
  private static final String LINKED = "https://phuyenngaynay.example/hoi-nghi-12.html";
  private static final String TO = "https://laichau.example/muong-te-tap-huan.html";

  @TempDir private static Path dir;
  private LocalPipeline pipeline;

  @BeforeAll
  void aPipelineThatHasPassedSomePages() throws Exception {
    pipeline = LocalPipeline.start(dir);
    FolderImport.run(pipeline.cluster, FIXTURE, null, p -> {});
    correct("link", LINKED, TO);
    correct("set", LINKED, "attendees", "2500 NEARLY", "--author", "Lan");
    pipeline.pass();
  }

  @AfterAll
  void close() {
    pipeline.close();
  }

  private void correct(String... words) {
    var all = new ArrayList<>(List.of("correct"));
    all.addAll(List.of(words));
    all.addAll(List.of("--ahead", "--reason", "đã hỏi", "--config", pipeline.config.toString()));
    assertThat(pipeline.run(all.toArray(String[]::new))).describedAs(pipeline.told).isZero();
  }

  @Test
  void twoReportsWeighTheSameAsOnTheTopicButForTheirTexts() throws Exception {
    JsonNode topic = json(FIRST, AGAIN);
    JsonNode tables = json(FIRST, AGAIN, "--database");
    assertThat(tables.path("together").asBoolean()).isTrue();
    assertThat(tables.path("togetherByTheseWeights").asBoolean()).isTrue();
    assertThat(tables.at("/left/eventId")).isEqualTo(topic.at("/left/eventId"));
    Set<String> notCompared = guessed(tables);
    notCompared.add("text");
    assertThat(weights(tables, notCompared))
        .hasSizeGreaterThan(5)
        .isEqualTo(weights(topic, notCompared));
    assertThat(tables.path("reprint").asBoolean()).isTrue();
    assertThat(tables.path("basis").asText()).isEqualTo("tables");
    assertThat(tables.path("notInTheTables").toString()).contains("the texts", "people said");
    assertThat(tables.path("compared").isNull()).isTrue();

    assertThat(explain(FIRST, AGAIN, "--database")).isZero();
    assertThat(pipeline.printed)
        .startsWith("ONE EVENT ")
        .contains("because: they match: ", "without their texts", "one carries the text")
        .contains("not in the tables", "the texts, and how alike they are");
  }

  @Test
  void twoConferencesAreToldApartByTheSameRule() throws Exception {
    JsonNode topic = json(FIRST, TO);
    JsonNode tables = json(FIRST, TO, "--database");
    assertThat(tables.path("together").asBoolean()).isFalse();
    assertThat(tables.path("cannotLink")).isEqualTo(topic.path("cannotLink"));
    assertThat(tables.path("cannotLink").isNull()).isFalse();
  }

  @Test
  void whatTheTablesDoNotAccountForIsNotExplainedAway() throws Exception {
    assertThat(explain(LINKED, TO, "--database")).isZero();
    assertThat(pipeline.printed)
        .startsWith("ONE EVENT ")
        .contains("so it was decided; what the tables tell does not make them one", "ask the topic")
        .doesNotContain("they match");
    assertThat(explain(LINKED, TO)).isZero();
    assertThat(pipeline.printed).contains("a person said so: MUST_LINK");
  }

  @Test
  void anEventStandsAsItIsStored() throws Exception {
    String event = json(LINKED, "--database").at("/event/eventId").asText();
    var stored = (ObjectNode) json(event, "--database").path("event");
    // an account of articles knows of no revisions
    stored.put("revision", 0);
    assertThat(stored).isEqualTo(json(event).path("event"));
    assertThat(explain(event, "--jdbc", pipeline.postgres.jdbcUrl(), "--user", "postgres"))
        .describedAs(pipeline.told)
        .isZero();
    assertThat(pipeline.printed)
        .startsWith("EVENT " + event)
        .contains("joins them into 2 groups", "set by Lan: attendees is 2500 NEARLY");
  }

  @Test
  void anIdThatHasEndedIsFollowed() throws Exception {
    String live = json(LINKED, "--database").at("/event/eventId").asText();
    String dead = ContentIds.eventId("vn", ContentIds.articleId(LINKED));
    if (dead.equals(live)) {
      dead = ContentIds.eventId("vn", ContentIds.articleId(TO));
    }
    pipeline.sql(
        "INSERT INTO event_redirect (old_id, new_id) VALUES ('%s', '%s') ON CONFLICT DO NOTHING"
            .formatted(dead, live));
    assertThat(explain(dead, "--database")).isZero();
    assertThat(pipeline.printed).startsWith("EVENT " + live);
    assertThat(pipeline.told).contains(dead + " is no event of its own any more");
  }

  @Test
  void whatIsNotThereIsTold() throws Exception {
    refused(1, "no such event in the tables", "0".repeat(32), "--database");
    refused(1, "none that is in no event", "https://o-dau.example/1", "--database");
    refused(2, "is no address", "quang-tri", "--database");
    refused(2, "both are one article", FIRST, FIRST, "--database");
    refused(2, "leave --database", FIRST, "--database", "--bootstrap-servers", "localhost:1");
    refused(2, "leave --database", FIRST, "--database", "--in", FIXTURE.toString());
    refused(1, "refused", FIRST, "--jdbc", "jdbc:postgresql://localhost:1/x");
    pipeline.sql("CREATE DATABASE bare");
    String bare = pipeline.postgres.jdbcUrl().replaceFirst("/[^/?]*(\\?|$)", "/bare$1");
    refused(2, "not those of this version", FIRST, "--jdbc", bare, "--user", "postgres");
  }

  private void refused(int code, String because, String... words) {
    assertThat(explain(words)).describedAs(pipeline.told).isEqualTo(code);
    assertThat(pipeline.told).contains(because);
  }

  private int explain(String... words) {
    var all = new ArrayList<>(List.of("explain"));
    all.addAll(List.of(words));
    all.addAll(List.of("--config", pipeline.config.toString()));
    return pipeline.run(all.toArray(String[]::new));
  }

  private JsonNode json(String... words) throws Exception {
    var all = new ArrayList<>(List.of(words));
    all.add("--json");
    assertThat(explain(all.toArray(String[]::new))).describedAs(pipeline.told).isZero();
    return JSON.readTree(pipeline.printed);
  }

  private static Set<String> guessed(JsonNode account) {
    var fields = new TreeSet<String>();
    for (JsonNode weight : account.path("weights")) {
      if (weight.path("guessed").asBoolean()) {
        fields.add(weight.path("field").asText());
      }
    }
    return fields;
  }

  /** What each field weighs, but for some. */
  private static Map<String, Integer> weights(JsonNode account, Set<String> without) {
    var weights = new TreeMap<String, Integer>();
    for (JsonNode weight : account.path("weights")) {
      weights.merge(weight.path("field").asText(), weight.path("weight").asInt(), Integer::sum);
    }
    weights.keySet().removeAll(without);
    return weights;
  }
}
