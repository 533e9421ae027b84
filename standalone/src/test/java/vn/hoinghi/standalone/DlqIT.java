package vn.hoinghi.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.hoinghi.ingest.FolderImport;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.standalone.dlq.Redrive;
import vn.hoinghi.standalone.topics.TopicReader;

/** What a reader laid aside is found, shown and sent again, once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DlqIT {
  private static final String RAW = Topics.RAW.name();
  private static final Path FIXTURE = Path.of("src/test/resources/vn/hoinghi/standalone/batch");

  @TempDir private static Path dir;
  private LocalPipeline pipeline;

  @BeforeAll
  void aPipelineThatHasReadSomePages() throws Exception {
    pipeline = LocalPipeline.start(dir);
    FolderImport.run(pipeline.cluster, FIXTURE, null, p -> {});
    pipeline.send(RAW, "khong-phai-avro", new byte[] {9, 9, 9});
    pipeline.send(RAW, "khong-phai-avro", new byte[] {9, 9, 9});
    pipeline.send(RAW, "khong-gi", null);
    pipeline.pass();
  }

  @AfterAll
  void close() {
    pipeline.close();
  }

  @Test
  void lettersAreListedShownAndSentAgainOnce() throws Exception {
    assertThat(dlq("ls")).isZero();
    assertThat(pipeline.printed).contains("VALUE_NULL", "AVRO_", "3 letters, 0 more are settled");
    assertThat(dlq("ls", "--reason", "VALUE_NULL", "--each")).isZero();
    String letter = pipeline.printed.lines().skip(1).findFirst().orElseThrow();
    letter = letter.substring(0, letter.indexOf(' '));
    assertThat(dlq("show", letter)).isZero();
    assertThat(pipeline.printed).contains("key: khong-gi", "x-dlq-module: enrich", "no value");
    assertThat(dlq("show", "raw:0@4711")).isEqualTo(1);
    assertThat(dlq("show", "dau-do")).isEqualTo(2);
    assertThat(dlq("ls", "--since", "2100-01-01")).isZero();
    assertThat(pipeline.printed).contains("no letters");

    // nothing is sent to see what would be
    long before = raw().size();
    assertThat(dlq("replay", "--dry-run")).isZero();
    assertThat(pipeline.printed).contains("raw: 3 letters would be sent again");
    assertThat(raw()).hasSize((int) before);

    // equal ones once, and each once, however often it is said
    assertThat(dlq("replay")).isZero();
    assertThat(pipeline.printed).contains("raw: 3 of 3 letters sent again");
    assertThat(raw()).hasSize((int) before + 2);
    assertThat(dlq("replay")).isZero();
    assertThat(pipeline.printed).contains("raw: 0 of 0 letters sent again");
    assertThat(raw()).hasSize((int) before + 2);
    assertThat(raw().get(raw().size() - 1).headers().lastHeader(Redrive.HEADER)).isNotNull();

    // what still cannot be read comes back, and is left when it has come back too often
    pipeline.pass();
    assertThat(dlq("ls")).isZero();
    assertThat(pipeline.printed).contains("2 letters, 3 more are settled");
    assertThat(dlq("replay", "--times", "1")).isZero();
    assertThat(pipeline.told).contains("came back 1 times: left");
    assertThat(raw()).hasSize((int) before + 2);
    assertThat(pipeline.run("verify", "--config", pipeline.config.toString()))
        .describedAs(pipeline.printed)
        .isZero();
  }

  @Test
  void anEventThatTheTablesTakeNowGoesInto() throws Exception {
    pipeline.sql("DELETE FROM event");
    pipeline.sql("ALTER TABLE event ADD CONSTRAINT tam CHECK (type <> 'STUDY')");
    pipeline.sql("DELETE FROM sink_position");
    pipeline.pass();
    assertThat(dlq("ls", "--topic", "events")).isZero();
    assertThat(pipeline.printed).contains("SINK_CONSTRAINT");
    assertThat(dlq("replay", "--topic", "events")).isEqualTo(1);
    assertThat(pipeline.told).contains("SINK_CONSTRAINT");
    pipeline.sql("ALTER TABLE event DROP CONSTRAINT tam");
    assertThat(dlq("replay", "--topic", "events")).describedAs(pipeline.told).isZero();
    assertThat(dlq("ls", "--topic", "events")).isZero();
    assertThat(pipeline.printed).contains("no letters");
    assertThat(pipeline.run("verify", "--config", pipeline.config.toString())).isZero();
    assertThat(pipeline.one("SELECT count(*) FROM event WHERE type = 'STUDY'")).isNotEqualTo("0");
  }

  private int dlq(String... words) {
    var all = new ArrayList<>(List.of("dlq"));
    all.addAll(List.of(words));
    all.addAll(List.of("--config", pipeline.config.toString()));
    return pipeline.run(all.toArray(String[]::new));
  }

  private List<ConsumerRecord<byte[], byte[]>> raw() {
    var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    try (var topics = TopicReader.of(pipeline.cluster)) {
      topics.all(RAW, records::add);
    }
    records.sort(Comparator.comparingLong(ConsumerRecord::timestamp));
    return records;
  }
}
