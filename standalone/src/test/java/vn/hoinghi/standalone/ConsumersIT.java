package vn.hoinghi.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.ContractPack;
import vn.hoinghi.schemas.SchemaIds;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.AdminConfig;
import vn.hoinghi.service.AdminServer;
import vn.hoinghi.service.Health;

/**
 * The consumers that the documentation shows, against the embedded broker and the schemas on the
 * admin port, or those of a real registry where there is one: each in another language, none with a
 * line of ours in Java. They start late, when the topic was compacted and a transaction on it has
 * come to nothing; and events are zstd as written, which KafkaJS cannot read.
 */
class ConsumersIT {
  private static final String TOPIC = Topics.EVENTS.name();
  private static final String[] LIVE = {"a3", "b1", "d2"};
  private static final String NEVER = "x1";
  private static final Duration LONG = Duration.ofMinutes(2);

  @TempDir static Path dir;
  private static TestCluster cluster;
  private static AdminServer admin;
  private static RegistryProcess registry;
  private static SchemaIds ids = ContractPack.committed();
  private static String schemas;
  private static List<String> uncommitted;
  private static List<String> committed;

  @BeforeAll
  static void events() throws Exception {
    copyConsumers();
    cluster = TestCluster.start(dir.resolve("broker"));
    serveSchemas();
    try (var script = EventScript.on(cluster.config, ids)) {
      script.committed("a1", "b1", "c1");
      script.aborted("a9", NEVER);
      uncommitted = written("read_uncommitted");
      committed = written("read_committed");
      cluster.compactAtOnce(TOPIC);
      script.committed("a2", "d1");
      script.committed("c!", "d2", "a3");
    }
    await("compaction").atMost(LONG).until(() -> !written("read_uncommitted").contains("a1"));
  }

  private static void serveSchemas() throws IOException {
    if (System.getProperty(RegistryProcess.DIR) != null) {
      registry = RegistryProcess.start();
      ids = registry.ids();
      schemas = registry.url();
    } else {
      admin =
          AdminServer.start(
              new AdminConfig(null, 0),
              new Health(),
              new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
      schemas = "http://127.0.0.1:" + admin.port();
    }
  }

  @AfterAll
  static void stop() throws Exception {
    for (AutoCloseable each : Arrays.asList(admin, registry, cluster)) {
      if (each != null) {
        each.close();
      }
    }
  }

  @Test
  void pythonReadsExactlyTheLiveEvents() throws Exception {
    Tool.needed(dir, "python3", "-c", "import confluent_kafka, avro");
    assertThat(events("python3", "events.py")).containsExactly(LIVE);
  }

  @Test
  void kcatReadsExactlyTheLiveEvents() throws Exception {
    Tool.needed(dir, "kcat", "-V");
    Tool.needed(dir, "python3", "-c", "import avro");
    assertThat(events("sh", "events.sh")).containsExactly(LIVE);
  }

  @Test
  void nodeReadsExactlyTheLiveEvents() throws Exception {
    Tool.needed(dir, "npm", "install", "--no-audit", "--no-fund");
    assertThat(events("node", "events.js")).containsExactly(LIVE);
  }

  @Test
  void whoReadsUncommittedMeetsAnEventThatNeverWas() {
    assertThat(uncommitted).containsExactlyInAnyOrder("a1", "b1", "c1", "a9", NEVER);
    assertThat(committed).containsExactlyInAnyOrder("a1", "b1", "c1");
  }

  /** Ids with their revisions, in order. */
  private static Set<String> events(String... consumer) throws Exception {
    var words = new ArrayList<>(List.of(consumer));
    words.add(cluster.config.bootstrapServers());
    words.add(schemas);
    var events = new TreeSet<String>();
    for (String line : Tool.output(dir, words.toArray(String[]::new)).split("\n", -1)) {
      if (!line.isEmpty()) {
        JsonNode event = new ObjectMapper().readTree(line);
        String id = event.required("eventId").asText();
        assertThat(event.required("title").asText()).isEqualTo("Hội nghị " + id);
        events.add(id + event.required("revision").asLong());
      }
    }
    return events;
  }

  /** What Java's own client meets, a null value as the key and "!". */
  private static List<String> written(String isolation) {
    Map<String, Object> settings = cluster.config.clientProperties();
    settings.put("isolation.level", isolation);
    var values = AvroSerde.of(ConferenceEvent.class, ids).deserializer();
    var met = new ArrayList<String>();
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(TOPIC).stream()
              .map(p -> new TopicPartition(TOPIC, p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        for (ConsumerRecord<String, byte[]> r : consumer.poll(Duration.ofMillis(100))) {
          ConferenceEvent event = values.deserialize(TOPIC, r.value());
          met.add(r.key() + (event == null ? "!" : event.getRevision()));
        }
      }
    }
    return met;
  }

  private static void copyConsumers() throws IOException {
    try (var files = Files.newDirectoryStream(Path.of("../docs/consumers"), "*.*")) {
      for (Path file : files) {
        Files.copy(file, dir.resolve(file.getFileName()));
      }
    }
  }
}
