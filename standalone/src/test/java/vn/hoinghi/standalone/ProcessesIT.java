package vn.hoinghi.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.ClusterTopics;
import vn.hoinghi.service.KafkaConfig;
import vn.hoinghi.standalone.servers.LocalKafka;
import vn.hoinghi.standalone.servers.LocalPostgres;
import vn.hoinghi.standalone.topics.Drained;

/** The apps as an operator runs them: a process each, settings from the environment. */
class ProcessesIT {
  private static final int ARTICLES = 20;
  private static final int BY_SIGTERM = 128 + 15;
  private static final String PASSWORD = "mat-khau-Kho-doan-4711";
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final Duration GOODBYE = Duration.ofSeconds(20);

  @TempDir private static Path dir;
  private static LocalKafka kafka;
  private static LocalPostgres postgres;
  private static Map<String, String> settings;

  @BeforeAll
  static void brokerAndDatabase() throws Exception {
    kafka = LocalKafka.start(dir);
    postgres = LocalPostgres.start(dir);
    ask(
        "CREATE ROLE writer LOGIN PASSWORD '"
            + PASSWORD
            + "'; GRANT CREATE ON SCHEMA public"
            + " TO writer; SELECT 1");
    settings =
        Map.of(
            "HOINGHI_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
            "HOINGHI_ENRICH_STATE_DIR", dir.resolve("state").toString(),
            "HOINGHI_SINK_JDBC_URL", postgres.jdbcUrl(),
            "HOINGHI_SINK_USER", "writer",
            "HOINGHI_SINK_PASSWORD_FILE",
                Files.writeString(dir.resolve("password"), PASSWORD + "\n").toString());
  }

  @AfterAll
  static void close() {
    kafka.close();
    postgres.close();
  }

  @Test
  void aFolderBecomesRowsAndEachProcessCanBeWatchedAndEnded() throws Exception {
    end(0, start(settings, "topics", "apply"));
    try (var enrich = start(settings, "enrich");
        var sink = start(settings, "sink", "--verbose");
        var crawler = start(settings, "ingest")) {
      importAFolder();
      for (AppProcess app : List.of(enrich, sink, crawler)) {
        await()
            .atMost(LONG)
            .failFast("the app has ended", () -> !app.isAlive())
            .until(() -> app.readiness() == 200);
      }
      Drained.await(
          KafkaConfig.at(kafka.bootstrapServers()),
          "hoinghi-enrich",
          postgres.database(),
          Map::of,
          new Unheard());
      assertThat(ask("SELECT count(*) FROM event")).isGreaterThan(5);
      assertThat(ask("SELECT count(*) FROM event_source")).isLessThanOrEqualTo(ARTICLES);

      for (AppProcess app : List.of(enrich, sink, crawler)) {
        app.terminate();
      }
      for (AppProcess app : List.of(enrich, sink, crawler)) {
        end(BY_SIGTERM, app);
        assertThat(app.log()).isNotEmpty();
      }
    }
  }

  private static void importAFolder() throws Exception {
    Path pages = dir.resolve("pages");
    InventedNews.write(pages, ARTICLES, 5);
    AppProcess whole = start(settings, "backfill", "--folder", pages.toString());
    Path manifest =
        Files.writeString(
            dir.resolve("lost.jsonl"),
            "{\"id\":\"lost\",\"file\":\"lost.html\"}\n{\"id\":\"again\",\"file\":\"p00000.txt\","
                + "\"url\":\"https://bao0.example/tin/0.html\"}\n");
    AppProcess part =
        start(
            settings, "backfill", "--folder", pages.toString(), "--manifest", manifest.toString());

    assertThat(whole.exitCode(LONG)).describedAs(whole.err()).isZero();
    assertThat(whole.out()).contains("is imported: " + ARTICLES + " published, 0 refused");
    assertThat(part.exitCode(LONG)).describedAs(part.err()).isZero();
    assertThat(part.err()).contains("INPUT_MISSING");
    assertThat(part.out()).contains("1 published, 1 refused {INPUT_MISSING=1}");
  }

  @Test
  @Tag("S31")
  void aSettingThatIsMissingIsNamedWithTheVariableThatSetsIt() throws Exception {
    var noBroker = new HashMap<>(settings);
    noBroker.remove("HOINGHI_KAFKA_BOOTSTRAP_SERVERS");
    try (var ingest = start(noBroker, "ingest");
        var enrich = start(noBroker, "enrich");
        var sink = start(noBroker, "sink")) {
      for (AppProcess app : List.of(ingest, enrich, sink)) {
        end(2, app);
        assertThat(app.messages())
            .singleElement()
            .asString()
            .contains("kafka.bootstrapServers is missing", "HOINGHI_KAFKA_BOOTSTRAP_SERVERS");
      }
    }
  }

  @Test
  @Tag("S20")
  @Tag("S31")
  void aTopicThatWouldLoseRecordsIsRefusedByWhoeverUsesIt() throws Exception {
    ClusterTopics.create(KafkaConfig.at(kafka.bootstrapServers()));
    set(Topics.RAW.name(), "cleanup.policy", "compact");
    set(Topics.EVENTS.name(), "cleanup.policy", "delete");
    String raw = "hoinghi.articles.raw.v1: cleanup.policy is compact, it must be delete";
    String events = "hoinghi.events.v1: cleanup.policy is delete, it must be compact";
    Files.createDirectories(dir.resolve("empty"));
    try (var crawler = start(settings, "ingest");
        var folder = start(settings, "backfill", "--folder", dir.resolve("empty").toString());
        var enrich = start(settings, "enrich");
        var sink = start(settings, "sink")) {
      assertThat(refusal(crawler, 0)).contains(raw).doesNotContain(events);
      assertThat(folder.exitCode(LONG)).isEqualTo(2);
      assertThat(folder.err()).contains(raw).doesNotContain(events);
      assertThat(refusal(enrich, 0)).contains(raw, events);
      // it has told where it can be watched while it waits
      assertThat(refusal(sink, 1)).contains(events).doesNotContain(raw);
    } finally {
      set(Topics.RAW.name(), "cleanup.policy", "delete");
      set(Topics.EVENTS.name(), "cleanup.policy", "compact");
    }
  }

  private static AppProcess start(Map<String, String> settings, String... words) throws Exception {
    return AppProcess.start(dir, settings, words);
  }

  private static void end(int code, AppProcess app) throws Exception {
    Duration limit = code == BY_SIGTERM ? GOODBYE : LONG;
    assertThat(app.exitCode(limit)).describedAs(app.err()).isEqualTo(code);
    assertThat(app.out() + app.err()).doesNotContain(PASSWORD);
    assertThat(app.log()).allMatch(line -> line.has("level"));
  }

  /** The last that it says, after so much else. */
  private static String refusal(AppProcess app, int before) throws Exception {
    end(2, app);
    assertThat(app.messages()).hasSize(before + 1);
    return app.messages().get(before);
  }

  private static void set(String topic, String key, String value) throws Exception {
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    var change = new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET);
    try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin.incrementalAlterConfigs(Map.of(resource, List.of(change))).all().get();
    }
  }

  /** The one number that the last of some statements answers. */
  private static long ask(String sql) throws SQLException {
    try (Connection connection = postgres.database().getConnection();
        Statement statement = connection.createStatement()) {
      boolean rows = statement.execute(sql);
      while (!rows) {
        rows = statement.getMoreResults();
      }
      try (ResultSet result = statement.getResultSet()) {
        result.next();
        return result.getLong(1);
      }
    }
  }
}
