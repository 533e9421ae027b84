package vn.hoinghi.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoinghi.avro.Correction;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.standalone.correct.CorrectionBook;

/**
 * A death by chance hardly ever falls between two steps of one commit. So enrich is killed at named
 * points, one after the other, each time with new articles to read, and started again at once:
 * whatever a dead process left half done, the next finds its way. A build takes the points that
 * differ most; {@code -Dkill.points=all} takes all of them.
 */
class KillPointsIT {
  private static final List<String> ALWAYS =
      List.of(
          "producer.send:events.v1 after 1",
          "producer.sendOffsetsToTransaction after 1",
          "producer.commitTransaction before 1",
          "producer.commitTransaction after 2",
          "restore.poll after 1",
          "producer.close before 1");

  private static final List<String> MORE =
      List.of(
          // a start
          "producer.initTransactions before 1",
          "producer.initTransactions after 1",
          "consumer.assigned before 1",
          "consumer.assigned after 1",
          // amid a batch
          "consumer.poll after 1",
          "consumer.poll after 2",
          "producer.beginTransaction before 1",
          "producer.beginTransaction after 1",
          "producer.send:by-shard-repartition before 1",
          "producer.send:by-shard-repartition after 2",
          "producer.send:articles.v1 after 1",
          "producer.send:articles.raw.v1.dlq before 1",
          "producer.send:articles.raw.v1.dlq after 1",
          "producer.send:articles-routed-changelog after 2",
          "producer.send:resolve-members-changelog before 1",
          "producer.send:resolve-members-changelog after 1",
          "producer.send:resolve-postings-changelog after 3",
          "producer.send:resolve-events-changelog after 1",
          "producer.send:resolve-assignments-changelog after 1",
          "producer.send:events.v1 before 1",
          "producer.send:event-changes.v1 after 1",
          // amid a commit
          "producer.sendOffsetsToTransaction before 1",
          "producer.commitTransaction after 1",
          "producer.commitTransaction before 2",
          // amid the reading of a state that was lost
          "restore.poll after 2",
          // amid a hand-over to another process
          "consumer.revoked before 1",
          "consumer.revoked after 1",
          "consumer.assigned before 2",
          // amid an orderly end
          "consumer.close before 1",
          "consumer.close after 1",
          "producer.close after 1");

  private static final int READY = 200;
  private static final int BY_SIGTERM = 128 + 15;
  private static final Duration LONG = Duration.ofMinutes(3);
  private static final String APPLICATION = "kill-points";

  private static final String LETTERS = Topics.RAW.deadLetters().name();

  @TempDir private static Path dir;
  private static Path clients;
  private static TestCluster cluster;
  private static List<RawArticle> news;
  private static List<Correction> corrections;
  private static String expected;

  @BeforeAll
  static void theEventsByThePlainFunctions() throws Exception {
    cluster = TestCluster.start(dir);
    news = TestNews.shuffled(TestNews.of(dir, 180, 5), 5);
    corrections = TestCorrections.of(news, 40, 5);
    expected = TestCluster.canonical(TestNews.events(news, corrections));
    assertThat(expected).isNotEqualTo(TestCluster.canonical(TestNews.events(news)));
    // The group waits for the dead until their session is over: a short one.
    clients =
        Files.writeString(
            dir.resolve("clients.yaml"),
            """
            kafka:
              properties:
                default.client.supplier: %s
                main.consumer.session.timeout.ms: 1500
                main.consumer.heartbeat.interval.ms: 400
            """
                .formatted(DyingClients.class.getName()));
  }

  @AfterAll
  static void close() {
    cluster.close();
  }

  @Test
  @Tag("S12")
  @SuppressWarnings("try") // it runs until it is closed
  void killedAtAnyPointItGoesOnWithNothingLostAndNothingTwice() throws Exception {
    var points = new ArrayList<String>(ALWAYS);
    points.addAll(System.getProperty("kill.points", "").equals("all") ? MORE : List.of());
    int parts = points.size() + 1;
    for (int i = 0; i < points.size(); i++) {
      publish(i, parts);
      killedAt(points.get(i));
    }
    publish(points.size(), parts);
    killedTwiceWithinASecond();

    try (AppProcess last = enrich("one", "never")) {
      cluster.drained(APPLICATION);
      assertThat(cluster.canonical()).isEqualTo(expected);
      assertThat(cluster.records(LETTERS)).hasSize(parts);
      last.terminate();
      assertThat(last.exitCode(LONG)).as(last.err()).isEqualTo(BY_SIGTERM);
    }
  }

  private static void killedAt(String point) throws Exception {
    if (point.startsWith("restore")) {
      lose(dir.resolve("one"));
    }
    try (AppProcess process = enrich("one", point)) {
      boolean handsOver = point.startsWith("consumer.revoked") || point.endsWith("before 2");
      if (point.contains(".close")) {
        await().atMost(LONG).until(() -> process.readiness() == READY);
        process.terminate();
        assertThat(process.exitCode(LONG)).as(point).isEqualTo(DyingClients.KILLED);
      } else if (handsOver && point.startsWith("consumer")) {
        await().atMost(LONG).until(() -> process.readiness() == READY);
        try (AppProcess other = enrich("two", "never")) {
          assertThat(process.exitCode(LONG)).as(point).isEqualTo(DyingClients.KILLED);
          await().atMost(LONG).until(() -> cluster.isShared(APPLICATION, 1));
          other.terminate();
          assertThat(other.exitCode(LONG)).as(other.err()).isEqualTo(BY_SIGTERM);
        }
      } else {
        assertThat(process.exitCode(LONG)).as(point).isEqualTo(DyingClients.KILLED);
      }
    }
  }

  /** The one that takes over dies at the first thing that it does. */
  private static void killedTwiceWithinASecond() throws Exception {
    try (AppProcess one = enrich("one", "producer.commitTransaction before 1");
        AppProcess two = enrich("two", "producer.commitTransaction before 1")) {
      assertThat(one.exitCode(LONG)).isEqualTo(DyingClients.KILLED);
      assertThat(two.exitCode(LONG)).isEqualTo(DyingClients.KILLED);
    }
  }

  /** One of so many parts of the articles and of people's words, and a record that is neither. */
  private static void publish(int part, int parts) throws Exception {
    cluster.publish(part(news, part, parts));
    CorrectionBook.publish(cluster.config, part(corrections, part, parts));
    cluster.send(List.of(new ProducerRecord<>(Topics.RAW.name(), new byte[] {1}, new byte[] {1})));
  }

  private static <T> List<T> part(List<T> all, int part, int parts) {
    return all.subList(part * all.size() / parts, (part + 1) * all.size() / parts);
  }

  private static void lose(Path state) throws Exception {
    try (Stream<Path> tree = Files.walk(state)) {
      for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  private static AppProcess enrich(String name, String point) throws Exception {
    Map<String, String> settings =
        Map.of(
            "HOINGHI_KAFKA_BOOTSTRAP_SERVERS",
            cluster.config.bootstrapServers(),
            "HOINGHI_ENRICH_APPLICATION_ID",
            APPLICATION,
            "HOINGHI_ENRICH_THREADS",
            "1",
            "HOINGHI_ENRICH_STATE_DIR",
            dir.resolve(name).toString(),
            "DIE_AT",
            point);
    return AppProcess.start(dir, settings, "enrich", "--config", clients.toString());
  }
}
