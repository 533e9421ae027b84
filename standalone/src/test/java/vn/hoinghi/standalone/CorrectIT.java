package vn.hoinghi.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.EventSource;
import vn.hoinghi.enrich.Enrich;
import vn.hoinghi.enrich.EnrichConfig;
import vn.hoinghi.ingest.FolderImport;
import vn.hoinghi.schemas.ContentIds;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.ClusterTopics;
import vn.hoinghi.service.KafkaConfig;
import vn.hoinghi.standalone.correct.NamedArticles;
import vn.hoinghi.standalone.servers.LocalKafka;
import vn.hoinghi.standalone.servers.LocalSettings;
import vn.hoinghi.standalone.topics.LatestValues;
import vn.hoinghi.standalone.topics.Scratch;
import vn.hoinghi.standalone.topics.TopicReader;

/** What people type, and what becomes of the events. */
class CorrectIT {
  private static final Path FIXTURE = Path.of("src/test/resources/vn/hoinghi/standalone/batch");
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Pattern ID = Pattern.compile("(?m)^([0-9a-f]{32})  ");

  @TempDir private static Path dir;
  private static LocalKafka kafka;
  private static KafkaConfig cluster;
  private static Enrich enrich;

  /** Article ids by what the manifest calls them. */
  private static final Map<String, String> ARTICLES = new java.util.HashMap<>();

  private static final Map<String, String> URLS = new java.util.HashMap<>();
  private final List<String> given = new ArrayList<>();
  private String printed;

  @BeforeAll
  static void aClusterWithSomeEvents() {
    kafka = LocalKafka.start(dir.resolve("kafka"));
    cluster = KafkaConfig.at(kafka.bootstrapServers());
    ClusterTopics.create(cluster);
    var settings =
        new LocalSettings(null, Map.of())
            .with("kafka.bootstrapServers", kafka.bootstrapServers())
            .with("enrich.stateDir", dir.resolve("state"));
    enrich = new Enrich(settings.load(EnrichConfig.class), new SimpleMeterRegistry()).start();
    FolderImport.run(cluster, FIXTURE, null, p -> {})
        .forEach(
            p -> {
              if (p.articleId() != null) {
                ARTICLES.put(p.inputId(), p.articleId());
                URLS.put(p.inputId(), p.url());
              }
            });
    await()
        .atMost(LONG)
        .until(() -> grouped().equals("muong-te|phu-yen|quang-tri quang-tri-dang-lai"));
  }

  @AfterAll
  static void close() {
    enrich.close();
    kafka.close();
  }

  @AfterEach
  void takeEverythingBack() {
    for (String id : given) {
      correct("undo", id, "--reason", "test");
      assertThat(printed).contains("undone");
    }
    await()
        .atMost(LONG)
        .until(() -> grouped().equals("muong-te|phu-yen|quang-tri quang-tri-dang-lai"));
  }

  @Test
  void twoEventsAreLinkedByIdAndAddress() {
    give("link", event("phu-yen").getEventId(), URLS.get("muong-te"));
    await()
        .atMost(LONG)
        .until(() -> grouped().equals("muong-te phu-yen|quang-tri quang-tri-dang-lai"));
    // an id that has ended leads on to where its article is now
    String dead = ContentIds.eventId("vn", ARTICLES.get("phu-yen"));
    String live = event("phu-yen").getEventId();
    String ended = dead.equals(live) ? ContentIds.eventId("vn", ARTICLES.get("muong-te")) : dead;
    give("set", ended, "attendees", "2500 nearly");
    await()
        .atMost(LONG)
        .until(() -> Optional.ofNullable(event("phu-yen").getAttendees()).isPresent());
    await().atMost(LONG).until(() -> event("phu-yen").getAttendees().getValue() == 2500);
    // and still means its own article, so that what was linked can be parted by the two ids
    give("unlink", dead, ContentIds.eventId("vn", ARTICLES.get("muong-te")));
    await()
        .atMost(LONG)
        .until(() -> grouped().equals("muong-te|phu-yen|quang-tri quang-tri-dang-lai"));
    assertThat(correct("list")).isZero();
    assertThat(printed).contains("overruled by a later one");
  }

  @Test
  void anArticleIsPartedFromItsEventAndRetracted() {
    String event = event("quang-tri").getEventId();
    give("unlink", URLS.get("quang-tri-dang-lai"), event);
    await()
        .atMost(LONG)
        .until(() -> grouped().equals("muong-te|phu-yen|quang-tri|quang-tri-dang-lai"));
    give("retract", URLS.get("phu-yen"));
    await().atMost(LONG).until(() -> grouped().equals("muong-te|quang-tri|quang-tri-dang-lai"));
  }

  @Test
  void aProvinceIsSetByItsName() {
    give("set", URLS.get("phu-yen"), "province", "tỉnh Khánh Hòa", "--author", "Lan");
    await().atMost(LONG).until(() -> "56".equals(event("phu-yen").getProvince().getCode()));
    assertThat(event("phu-yen").getSupports().get(0).getAuthor()).isEqualTo("Lan");
    assertThat(correct("list")).isZero();
    assertThat(printed).contains("set: province is 56 Khánh Hòa", ", Lan: ");
    assertThat(correct("list", "--json")).isZero();
    assertThat(printed).contains("\"value\":\"56 Khánh Hòa\",\"author\":\"Lan\"");
  }

  @Test
  void whatIsGivenTwiceByMistakeIsToldBeforeItIsSent() {
    refused("two of them are one", "link", URLS.get("phu-yen"), ARTICLES.get("phu-yen"));
    refused("one by one", "retract", event("quang-tri").getEventId());
    refused("is no startDate", "set", URLS.get("phu-yen"), "startDate", "hôm qua");
    refused("no field that can be set", "set", URLS.get("phu-yen"), "ngày", "2020");
    refused("no event 0000", "link", "0".repeat(32), URLS.get("phu-yen"));
    refused("is no address", "link", "phu-yen", URLS.get("phu-yen"));
    refused("--ahead", "retract", "https://bao.example/chua-doc");
    assertThat(correct("retract", URLS.get("phu-yen"))).isEqualTo(2);
    assertThat(printed).contains("--reason");
    assertThat(correct("undo", "0123456789abcdef", "--reason", "x")).isEqualTo(2);
    assertThat(printed).contains("no correction 0123456789abcdef");
  }

  @Test
  void anArticleThatWillComeIsCorrectedAhead() {
    give("retract", "https://bao.example/chua-doc", "--ahead");
    assertThat(printed).contains(ContentIds.articleId("https://bao.example/chua-doc"));
  }

  @Test
  void whatTheTopicsHoldIsExplainedWithWhatPeopleSaid() {
    String event = event("quang-tri").getEventId();
    assertThat(explain(URLS.get("quang-tri"), URLS.get("quang-tri-dang-lai"))).isZero();
    assertThat(printed).startsWith("ONE EVENT " + event).contains("because: they match");
    assertThat(explain(event, "--json")).isZero();
    assertThat(printed)
        .contains("\"eventId\":\"" + event)
        // when the article was first ingested stands with the events only
        .contains("\"firstIngestedAt\":\"2022-09-16T01:00:00Z\"");

    give("unlink", URLS.get("quang-tri"), URLS.get("quang-tri-dang-lai"));
    await()
        .atMost(LONG)
        .until(() -> grouped().equals("muong-te|phu-yen|quang-tri|quang-tri-dang-lai"));
    assertThat(explain(URLS.get("quang-tri"), URLS.get("quang-tri-dang-lai"))).isZero();
    assertThat(printed).startsWith("TWO EVENTS ").contains("a person said so: CANNOT_LINK");
    assertThat(explain(URLS.get("quang-tri"), "https://o-dau.example/")).isEqualTo(1);
  }

  private int explain(String... words) {
    return run("explain", words);
  }

  private void refused(String because, String... words) {
    var all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--reason", "test"));
    assertThat(correct(all.toArray(String[]::new))).describedAs(printed).isEqualTo(2);
    assertThat(printed).contains(because);
  }

  private void give(String... words) {
    var all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--reason", "đã hỏi ban tổ chức"));
    assertThat(correct(all.toArray(String[]::new))).describedAs(printed).isZero();
    Matcher id = ID.matcher(printed);
    assertThat(id.find()).describedAs(printed).isTrue();
    given.add(id.group(1));
  }

  private int correct(String... words) {
    return run("correct", words);
  }

  private int run(String command, String... words) {
    var all = new ArrayList<>(List.of(command));
    all.addAll(List.of(words));
    all.addAll(List.of("--bootstrap-servers", kafka.bootstrapServers()));
    var text = new StringWriter();
    var out = new PrintWriter(text);
    int code = Hoinghi.commandLine().setOut(out).setErr(out).execute(all.toArray(String[]::new));
    printed = text.toString();
    return code;
  }

  private static ConferenceEvent event(String name) {
    try (var scratch = Scratch.open();
        var topics = TopicReader.of(cluster);
        var events = new NamedArticles(topics, scratch.path())) {
      return events.eventOf(ARTICLES.get(name)).orElseThrow();
    }
  }

  /** The events' articles by their names in the manifest. */
  private static String grouped() throws IOException {
    var groups = new TreeSet<String>();
    Path file = Files.createTempDirectory(dir, "events");
    try (var topics = TopicReader.of(cluster);
        var events = LatestValues.read(topics, Topics.EVENTS, file)) {
      for (String id : events.keys()) {
        var names = new TreeSet<String>();
        for (EventSource source : events.get(id).orElseThrow().getSources()) {
          ARTICLES.forEach(
              (name, article) -> {
                if (article.equals(source.getArticleId()) && !name.endsWith("-cu")) {
                  names.add(name);
                }
              });
        }
        groups.add(String.join(" ", names));
      }
    }
    return String.join("|", groups);
  }
}
