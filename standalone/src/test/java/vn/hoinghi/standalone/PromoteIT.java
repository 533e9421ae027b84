package vn.hoinghi.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.EventSource;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.enrich.ArticleReader;
import vn.hoinghi.enrich.Enrich;
import vn.hoinghi.enrich.Succession;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.ContentIds;
import vn.hoinghi.schemas.ContractJson;
import vn.hoinghi.schemas.ContractPack;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.ConfigException;
import vn.hoinghi.standalone.topics.ClusterPositions;
import vn.hoinghi.standalone.topics.TopicReader;

/**
 * Other rules become the public ones: those that ship take the place of some by which an article
 * reports nothing and others tell of a wrong term.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PromoteIT {
  private static final String APP = "hoinghi-enrich";
  private static final String HEIR = "hoinghi-enrich-spring";
  private static final Duration LONG = Duration.ofMinutes(3);

  @TempDir private static Path dir;
  private LocalPipeline pipeline;
  private ArticleReader oldRules;
  private List<RawArticle> news;
  private List<RawArticle> late;
  private String strict;

  /** What stood before, by event id. */
  private Map<String, String> before;

  private Map<String, Integer> recordsBefore;

  /** One of the old rules that has made way, and waits for how it ends. */
  private Enrich aside;

  @BeforeAll
  void whatOldRulesMadeIsPublic() throws Exception {
    pipeline = LocalPipeline.start(dir);
    List<RawArticle> all = TestNews.of(dir, 60, 7);
    List<ConferenceEvent> events = TestNews.events(all);
    List<EventSource> shared =
        events.stream().filter(e -> e.getSourceCount() > 2).findFirst().orElseThrow().getSources();
    strict = shared.get(0).getArticleId();
    String held = shared.get(2).getArticleId();
    late = all.stream().filter(r -> r.getArticleId().equals(held)).toList();
    news = all.stream().filter(r -> !r.getArticleId().equals(held)).toList();
    oldRules = OtherRules.without(strict, "test-1", article -> article.compareTo("4") < 0);
    publish(news);
    pipeline.send(Topics.RAW.name(), "khong-phai-avro", new byte[] {9, 9, 9});
    pipeline.pass(oldRules, "test-1");
    before = live();
    recordsBefore = records();
    assertThat(before).isNotEqualTo(canonical(TestNews.events(news)));
  }

  @AfterAll
  void close() {
    if (aside != null) {
      aside.close();
    }
    pipeline.close();
  }

  @Test
  @Order(1)
  void nothingIsPromotedWhileEnrichIsAtWork() throws Exception {
    assertThat(replay("promote", "spring")).isEqualTo(2);
    assertThat(pipeline.told).contains("no shadow spring");
    assertThat(replay("shadow", "spring")).describedAs(pipeline.told).isZero();
    assertThat(replay("promote", "spring", "--dry-run")).describedAs(pipeline.told).isZero();
    assertThat(pipeline.printed).contains("would be updated", "would be rekeyed");

    try (var enrich = pipeline.enrich(oldRules, "test-1").start()) {
      pipeline.awaitMembers(APP);
      assertThat(replay("promote", "spring", "--wait", "0")).isEqualTo(1);
      assertThat(pipeline.told).contains(APP + " is at work");
      assertThat(enrich.failure()).isEmpty();
    }
    assertThat(live()).isEqualTo(before);
    assertThat(records()).isEqualTo(recordsBefore);
  }

  @Test
  @Order(2)
  void tablesOfTheShadowAreAskedWhilePublicOnesStand() throws Exception {
    Map<String, String> next = canonical(TestNews.events(news));
    assertThat(column("SELECT event_id FROM public.event")).isEqualTo(before.keySet());
    assertThat(column("SELECT event_id FROM hoinghi_shadow_spring.event")).isEqualTo(next.keySet());
    assertThat(column("SELECT count(*) FROM hoinghi_shadow_spring.outbox")).containsExactly("0");

    String page = Files.readString(Path.of("").toAbsolutePath().resolveSibling("docs/replay.md"));
    String query = page.substring(page.indexOf("```sql") + 6);
    var changed = new TreeSet<>(before.keySet());
    changed.addAll(next.keySet());
    changed.removeIf(id -> Objects.equals(before.get(id), next.get(id)));
    assertThat(column(query.substring(0, query.indexOf("```")))).isNotEmpty().isEqualTo(changed);
  }

  @Test
  @Order(3)
  void killedAmidItNothingIsChanged() throws Exception {
    Path clients =
        Files.writeString(
            dir.resolve("dying.yaml"),
            "kafka: {bootstrapServers: '%s', properties: {interceptor.classes: %s}}\n"
                .formatted(pipeline.cluster.bootstrapServers(), DyingAmidEvents.class.getName()));
    String[] words = {
      "replay", "promote", "spring", "--state", state(), "--config", clients.toString()
    };
    aside = pipeline.enrich(oldRules, "test-1").start();
    try (var process = AppProcess.start(dir, Map.of(), words)) {
      assertThat(process.exitCode(LONG)).as(process.err()).isEqualTo(DyingAmidEvents.KILLED);
    }
    try (var cluster = ClusterPositions.of(pipeline.cluster)) {
      await().atMost(LONG).until(() -> !cluster.hasMembers(Succession.askingGroup(APP)));
    }
    assertThat(aside.state()).isEqualTo(KafkaStreams.State.CREATED);
    assertThatThrownBy(() -> pipeline.enrich(oldRules, "test-1").start())
        .describedAs("while it is not decided with which state")
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("give its command again");
    assertThat(live()).isEqualTo(before);
    assertThat(records()).isEqualTo(recordsBefore);
  }

  @Test
  @Order(4)
  void givenAgainItIsDoneAndEveryChangeIsToldOnce() throws Exception {
    assertThat(replay("promote", "spring")).describedAs(pipeline.told).isZero();
    assertThat(pipeline.printed).contains("spring is public");
    await().atMost(LONG).until(() -> aside.failure().isPresent());
    assertThat(aside.failure().get()).hasMessageContaining("this program has rules test-1");
    aside.close();

    Map<String, String> now = live();
    assertThat(now).isEqualTo(canonical(TestNews.events(news)));
    Map<String, Integer> told = records();
    assertThat(now.keySet().stream().filter(id -> now.get(id).equals(before.get(id))))
        .isNotEmpty()
        .allSatisfy(id -> assertThat(told.get(id)).isEqualTo(recordsBefore.get(id)));
    assertThat(now.keySet().stream().filter(id -> !now.get(id).equals(before.get(id))))
        .isNotEmpty()
        .allSatisfy(
            id -> assertThat(told.get(id)).isEqualTo(recordsBefore.getOrDefault(id, 0) + 1));
    assertThat(Succession.current(pipeline.cluster, APP)).isEqualTo(HEIR);
    assertThat(column("SELECT to_regnamespace('hoinghi_shadow_spring')::text"))
        .containsExactly("null");
    try (var cluster = ClusterPositions.of(pipeline.cluster)) {
      assertThat(cluster.topics())
          .noneMatch(name -> name.startsWith(APP + "-resolve"))
          .noneMatch(name -> name.startsWith("hoinghi.shadow-"));
      assertThat(cluster.committed(APP)).isEmpty();
    }
  }

  @Test
  @Order(5)
  void tablesFollowAndEverythingAddsUp() throws Exception {
    assertThatThrownBy(() -> pipeline.enrich(oldRules, "test-1").start())
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("this program has rules test-1");
    pipeline.pass();
    assertThat(replay("promote", "spring")).describedAs(pipeline.told).isZero();
    assertThat(pipeline.printed.strip()).isEqualTo("spring is public already");
    assertThat(replay("shadow", "spring")).isEqualTo(2);
    assertThat(replay("drop", "spring")).isEqualTo(2);

    verified();
    // the id under which the event stood while its first article counted for nothing
    String first = ContentIds.eventId("vn", strict);
    String dead =
        pipeline.one("SELECT old_id FROM event_redirect WHERE new_id = '" + first + "' LIMIT 1");
    assertThat(before).containsKey(dead).doesNotContainKey(first);
    assertThat(pipeline.one("SELECT cause FROM event_dead WHERE event_id = '" + dead + "'"))
        .isNull();
  }

  @Test
  @Order(6)
  void enrichGoesOnWithTheNewState() throws Exception {
    Map<String, Integer> told = records();
    publish(late);
    // what is captured once more says nothing new
    publish(news.subList(0, 5));
    pipeline.pass();

    var all = new ArrayList<>(news);
    all.addAll(late);
    assertThat(live()).isEqualTo(canonical(TestNews.events(all)));
    verified();
    String joined = ContentIds.eventId("vn", strict);
    Map<String, Integer> now = records();
    now.keySet().removeIf(id -> now.get(id).equals(told.get(id)));
    assertThat(now.keySet()).contains(joined);
    assertThat(pipeline.one("SELECT source_count FROM event WHERE event_id = '" + joined + "'"))
        .isGreaterThan("2");
    try (var cluster = ClusterPositions.of(pipeline.cluster)) {
      assertThat(cluster.topics()).noneMatch(name -> name.startsWith(APP + "-resolve"));
    }
  }

  /** What a query has in its first column. */
  private SortedSet<String> column(String query) throws SQLException {
    var found = new TreeSet<String>();
    try (var connection = pipeline.postgres.database().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        found.add(String.valueOf(rows.getString(1)));
      }
    }
    return found;
  }

  private void verified() {
    int code = pipeline.run("verify", "--config", pipeline.config.toString(), "--looks", "2");
    assertThat(code).describedAs(pipeline.printed + pipeline.told).isZero();
    assertThat(pipeline.printed).contains("everything adds up");
  }

  private void publish(List<RawArticle> articles) throws Exception {
    for (RawArticle article : articles) {
      pipeline.send(Topics.RAW.name(), article.getArticleId(), TestCluster.bytes(article));
    }
  }

  /** Live events by id, as they read, whatever rules have read them. */
  private Map<String, String> live() {
    var avro = AvroSerde.of(ConferenceEvent.class, ContractPack.committed()).deserializer();
    var live = new HashMap<String, ConferenceEvent>();
    each(record -> live.put(id(record), avro.deserialize(record.topic(), record.value())));
    live.values().removeIf(Objects::isNull);
    return canonical(live.values());
  }

  private static Map<String, String> canonical(Collection<ConferenceEvent> events) {
    var canonical = new TreeMap<String, String>();
    for (ConferenceEvent event : events) {
      ObjectNode json = ContractJson.canonical(event);
      json.remove("rulesVersion");
      canonical.put(event.getEventId(), json.toString());
    }
    return canonical;
  }

  /** How often the events topic has told of each id. */
  private Map<String, Integer> records() {
    var records = new TreeMap<String, Integer>();
    each(record -> records.merge(id(record), 1, Integer::sum));
    return records;
  }

  private void each(java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    try (var topics = TopicReader.of(pipeline.cluster)) {
      topics.all(Topics.EVENTS.name(), reader);
    }
  }

  private static String id(ConsumerRecord<byte[], byte[]> record) {
    return new String(record.key(), StandardCharsets.UTF_8);
  }

  private static String state() {
    return dir.resolve("shadow").toString();
  }

  private int replay(String... words) {
    var all = new ArrayList<>(List.of("replay"));
    all.addAll(List.of(words));
    if (!words[0].equals("drop") && !all.contains("--dry-run")) {
      all.addAll(List.of("--state", state()));
    }
    all.addAll(List.of("--config", pipeline.config.toString()));
    return pipeline.run(all.toArray(String[]::new));
  }
}
