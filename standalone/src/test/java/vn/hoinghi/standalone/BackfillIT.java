package vn.hoinghi.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoinghi.schemas.ContentIds;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.ClusterTopics;
import vn.hoinghi.service.KafkaConfig;
import vn.hoinghi.standalone.servers.LocalKafka;

class BackfillIT {
  private static final int RECORDS = 4_000;
  private static final Duration LONG = Duration.ofMinutes(3);

  @TempDir static Path dir;
  private static LocalKafka kafka;
  private static KafkaConfig cluster;
  private String printed;

  @BeforeAll
  static void aCluster() {
    kafka = LocalKafka.start(dir.resolve("kafka"));
    cluster = KafkaConfig.at(kafka.bootstrapServers());
    ClusterTopics.create(cluster);
  }

  @AfterAll
  static void close() {
    kafka.close();
  }

  @Test
  @Tag("F18")
  void anImportThatIsKilledGoesOnWhereItWasWithoutLossOrRepetition() throws Exception {
    Path archive = archive("killed", RECORDS);
    List<String> wanted = ids("killed", RECORDS);

    Process run = ChildJvm.start(dir.resolve("log"), Map.of(), words(archive));
    await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(5))
        .failFast("it ended before it was killed", () -> !run.isAlive())
        .until(() -> !published().isEmpty());
    run.destroyForcibly().waitFor();
    int before = published().size();

    assertThat(backfill(words(archive))).as(printed).isZero();
    assertThat(before).isPositive().isLessThan(RECORDS);
    assertThat(published()).hasSize(RECORDS).containsExactlyInAnyOrderElementsOf(wanted);
    assertThat(printed)
        .contains("is imported: 4,000 published, 1 refused {WARC_RESYNC=1}")
        .contains("not imported: file:" + archive + ": WARC_RESYNC");

    assertThat(backfill(words(archive))).isZero();
    assertThat(printed).contains("was imported before").contains("4,000 published, 1 refused");
    assertThat(published()).hasSize(RECORDS);

    Path more = dir.resolve("more");
    Files.createDirectory(more);
    Files.writeString(more.resolve("a.txt"), "Hội nghị");
    String[] folder = {"backfill", "--folder", more.toString(), "--bootstrap-servers", servers()};
    assertThat(backfill(folder)).as(printed).isZero();
    assertThat(backfill(folder)).as(printed).isZero();
    assertThat(published()).hasSize(RECORDS + 1);
  }

  private static String[] words(Path archive) {
    return new String[] {
      "backfill", "--warc", archive.toString(), "--bootstrap-servers", servers()
    };
  }

  private static String servers() {
    return kafka.bootstrapServers();
  }

  private static Path archive(String name, int records) throws IOException {
    Path file = dir.resolve(name + ".warc.gz");
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int i = 0; i < records; i++) {
        String text =
            "<html><body><p>Trang " + i + " " + "hội nghị ".repeat(100) + "</p></body></html>";
        out.write(ArchiveRecords.response(url(name, i), "text/html; charset=utf-8", text));
        if (i == records / 2) {
          out.write("junk".getBytes(StandardCharsets.US_ASCII));
        }
      }
    }
    return file;
  }

  private static String url(String name, int number) {
    return "http://" + name + ".example/" + number;
  }

  private static List<String> ids(String name, int records) {
    return IntStream.range(0, records).mapToObj(i -> ContentIds.articleId(url(name, i))).toList();
  }

  private int backfill(String... words) {
    var text = new StringWriter();
    var out = new PrintWriter(text);
    int code = Hoinghi.commandLine().setOut(out).setErr(out).execute(words);
    printed = text.toString();
    return code;
  }

  /** Keys on the raw topic, as a reader sees them. */
  private static List<String> published() {
    var settings = new HashMap<String, Object>(cluster.clientProperties());
    settings.put("isolation.level", "read_committed");
    var keys = new ArrayList<String>();
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> all =
          consumer.partitionsFor(Topics.RAW.name()).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      Map<TopicPartition, Long> ends = consumer.endOffsets(all);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> keys.add(record.key()));
      }
    }
    return keys;
  }
}
