package vn.hoinghi.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.hoinghi.avro.FetchOutcome;
import vn.hoinghi.avro.FetchResult;
import vn.hoinghi.ingest.FolderImport;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.ContractPack;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.standalone.topics.TopicReader;

/** Whatever is taken away behind the pipeline's back is missed, and named. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerifyIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FIXTURE = Path.of("src/test/resources/vn/hoinghi/standalone/batch");

  @TempDir private static Path dir;
  private LocalPipeline pipeline;

  @BeforeAll
  void aPipelineThatHasPassedSomePages() throws Exception {
    pipeline = LocalPipeline.start(dir);
    FolderImport.run(pipeline.cluster, FIXTURE, null, p -> {});
    pipeline.send(Topics.RAW.name(), "khong-phai-avro", new byte[] {9, 9, 9});
    pipeline.pass();
  }

  @AfterAll
  void theKeptDirectoryIsVerifiedToo() {
    pipeline.close();
    String data = dir.resolve("data").toString();
    int code = pipeline.run("verify", "--data", data, "--json", "--looks", "2");
    assertThat(code).describedAs(pipeline.printed).isEqualTo(1);
    assertThat(pipeline.printed).contains("stands in no event");
  }

  @Test
  void everyLossIsNamed() throws Exception {
    assertThat(verify()).describedAs(pipeline.printed).isZero();
    assertThat(pipeline.printed)
        .contains("everything adds up", "1 dead letters  {AVRO_", "superseded");

    // a row of a part, and a value in one
    String event =
        pipeline.one("SELECT event_id FROM event_source GROUP BY 1 ORDER BY count(*) DESC");
    pipeline.sql(
        "CREATE TABLE kept AS SELECT * FROM event_source WHERE event_id = '" + event + "'");
    pipeline.sql("DELETE FROM event_source WHERE event_id = '" + event + "' AND ordinal = 0");
    pipeline.sql("UPDATE event_person SET name = 'ai đó' WHERE ordinal = 0");
    assertThat(found("tables"))
        .contains(event + " event_source")
        .anyMatch(subject -> subject.endsWith(" event_person"));
    assertThat(pipeline.printed).contains("1 rows are missing");
    pipeline.sql("DELETE FROM event_source WHERE event_id = '" + event + "'");
    pipeline.sql("INSERT INTO event_source SELECT * FROM kept");
    assertThat(found("tables")).isNotEmpty().allMatch(s -> s.endsWith(" event_person"));

    // a revision of the history
    String other = pipeline.one("SELECT min(event_id) FROM event");
    pipeline.sql("DELETE FROM event_revision WHERE event_id = '" + other + "'");
    assertThat(found("tables")).contains(other + " event_revision");

    // an event's own row
    pipeline.sql("DELETE FROM event WHERE event_id = '" + event + "'");
    assertThat(found("tables")).contains(event + " event");

    // a row that nothing asks for
    pipeline.sql("INSERT INTO event_dead VALUES ('x', 1, null, now())");
    String copied = columns("event");
    pipeline.sql(
        "INSERT INTO event (event_id, %s) SELECT 'bịa', %s FROM event LIMIT 1"
            .formatted(copied, copied));
    assertThat(found("tables")).contains("bịa");

    // a confirmation: the revision is newer than what was told, and nothing waits to be told
    pipeline.sql("UPDATE event SET revision = revision + 1 WHERE event_id = '" + other + "'");
    assertThat(found("confirmations")).containsExactlyInAnyOrder("x", "bịa", other);
    pipeline.sql(
        "INSERT INTO outbox (event_id, revision, retracted, record_time) "
            + "SELECT event_id, revision, false, now() FROM event WHERE event_id = '%s'"
                .formatted(other));
    assertThat(found("confirmations")).containsExactlyInAnyOrder("x", "bịa");

    // a position
    TopicPartition partition = partitionOf(event);
    pipeline.sql("DELETE FROM sink_position WHERE partition = " + partition.partition());
    assertThat(found("positions")).containsExactly(partition + " sink");

    // what was said to be published
    var outcome =
        FetchOutcome.newBuilder()
            .setHost("mat.example")
            .setUrl("https://mat.example/1")
            .setAt(Instant.parse("2026-01-02T03:04:05Z"))
            .setResult(FetchResult.PUBLISHED)
            .build();
    var avro = AvroSerde.of(FetchOutcome.class, ContractPack.committed()).serializer();
    String outcomes = Topics.FETCH_OUTCOMES.name();
    pipeline.send(outcomes, "mat.example", avro.serialize(outcomes, outcome));
    assertThat(found("ingest")).containsExactly("mat.example 2026-01-02T03:04:05Z");

    // all event records of a partition, whose articles are then in no event
    cut(partition);
    assertThat(found("events")).contains(event);
    assertThat(pipeline.printed)
        .contains("reports a conference and stands in no event", "has no value");
  }

  /** Somebody changes the topic's settings for a while, and Kafka deletes what it holds. */
  private void cut(TopicPartition partition) throws Exception {
    Map<String, Object> settings = Map.of("bootstrap.servers", pipeline.kafka.bootstrapServers());
    var topic = new ConfigResource(ConfigResource.Type.TOPIC, partition.topic());
    try (var admin = Admin.create(settings)) {
      for (String policy : List.of("delete", "compact")) {
        var set =
            new AlterConfigOp(new ConfigEntry("cleanup.policy", policy), AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(Map.of(topic, List.of(set))).all().get();
        if (policy.equals("delete")) {
          admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(-1))).all().get();
        }
      }
    }
  }

  private TopicPartition partitionOf(String event) {
    var places = new ArrayList<TopicPartition>();
    try (var topics = TopicReader.of(pipeline.cluster)) {
      topics.all(
          Topics.EVENTS.name(),
          record -> {
            if (Arrays.equals(record.key(), event.getBytes(StandardCharsets.UTF_8))) {
              places.add(new TopicPartition(record.topic(), record.partition()));
            }
          });
    }
    return places.get(0);
  }

  /** Subjects of what does not fit in a part of the ledger. */
  private List<String> found(String part) throws Exception {
    assertThat(
            pipeline.run(
                "verify", "--config", pipeline.config.toString(), "--json", "--looks", "1"))
        .isEqualTo(1);
    JsonNode look = JSON.readTree(pipeline.printed);
    assertThat(look.get("holds").asBoolean()).isFalse();
    assertThat(look.get("captures").get("outcomes").get("CONFERENCE").asInt()).isEqualTo(4);
    var subjects = new ArrayList<String>();
    for (JsonNode finding : look.get("first")) {
      if (finding.get("part").asText().equals(part)) {
        subjects.add(finding.get("subject").asText());
      }
    }
    return subjects;
  }

  private int verify() {
    return pipeline.run("verify", "--config", pipeline.config.toString());
  }

  private String columns(String table) throws Exception {
    return pipeline.one(
        "SELECT string_agg(attname, ', ') FROM pg_attribute WHERE attrelid = '%s'::regclass AND attnum > 0 AND attname <> 'event_id' AND NOT attisdropped AND attgenerated = ''"
            .formatted(table));
  }
}
