package vn.hoinghi.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
 * Order independence where it can break: two processes on a real broker with four partitions, one
 * of them killed without warning and its state lost, and another time frozen until its work was
 * given away. Whatever the order of the articles, and of what people say of them, the events are
 * those of the plain functions.
 */
class OrderIT {
  private static final int PERMUTATIONS = Integer.getInteger("order.permutations", 3);
  private static final Duration LONG = Duration.ofMinutes(3);
  private static final int BY_SIGTERM = 128 + 15;

  @TempDir private static Path dir;
  private static TestCluster cluster;
  private static List<RawArticle> news;
  private static String expected;
  private static List<Correction> corrections;
  private static String corrected;

  @BeforeAll
  static void theEventsByThePlainFunctions() throws Exception {
    cluster = TestCluster.start(dir);
    news = TestNews.of(dir, 90, 11);
    expected = TestCluster.canonical(TestNews.events(news));
    corrections = TestCorrections.of(news, 30, 11);
    corrected = TestCluster.canonical(TestNews.events(news, corrections));
    assertThat(corrected).isNotEqualTo(expected);
    assertThat(expected.lines()).hasSizeGreaterThan(15);
  }

  @AfterAll
  static void close() {
    cluster.close();
  }

  @Test
  @Tag("S12")
  @Tag("S13")
  @Tag("S27")
  void anyOrderOnTwoProcessesOneOfThemKilledAndItsStateLostGivesTheSameEvents() throws Exception {
    for (int seed = 1; seed <= PERMUTATIONS; seed++) {
      cluster.anew();
      String application = "order-" + seed;
      List<RawArticle> records = TestNews.shuffled(news, seed);
      int half = records.size() / 2;
      List<Correction> words = seed % 3 == 0 ? corrections : List.of();
      cluster.publish(records.subList(0, half));
      CorrectionBook.publish(cluster.config, words.subList(0, words.size() / 2));
      try (AppProcess one = enrich(application, "one");
          AppProcess two = enrich(application, "two")) {
        await().atMost(LONG).until(() -> cluster.isShared(application, 2));
        await().atMost(LONG).until(() -> !cluster.records(Topics.EVENTS.name()).isEmpty());
        if (seed % 2 == 0) {
          freezeUntilReplaced(one, application);
        }
        kill(two, dir.resolve(application + "-two"));
        cluster.publish(records.subList(half, records.size()));
        CorrectionBook.publish(cluster.config, words.subList(words.size() / 2, words.size()));
        try (AppProcess again = enrich(application, "two")) {
          cluster.drained(application);
          assertThat(cluster.canonical())
              .as("seed %d", seed)
              .isEqualTo(words.isEmpty() ? expected : corrected);
          for (AppProcess process : List.of(one, again)) {
            process.terminate();
            assertThat(process.exitCode(LONG)).as(process.err()).isEqualTo(BY_SIGTERM);
          }
        }
      }
    }
  }

  /**
   * It sleeps past its session, so that the other has taken all; then it wakes up amid its work.
   */
  private static void freezeUntilReplaced(AppProcess process, String application) throws Exception {
    process.signal("STOP");
    await().atMost(LONG).until(() -> cluster.isShared(application, 1));
    process.signal("CONT");
    await().atMost(LONG).until(() -> cluster.isShared(application, 2));
  }

  private static void kill(AppProcess process, Path state) throws Exception {
    process.signal("KILL");
    process.exitCode(LONG);
    try (Stream<Path> tree = Files.walk(state)) {
      for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  private static AppProcess enrich(String application, String name) throws Exception {
    Map<String, String> settings =
        Map.of(
            "HOINGHI_KAFKA_BOOTSTRAP_SERVERS",
            cluster.config.bootstrapServers(),
            "HOINGHI_ENRICH_APPLICATION_ID",
            application,
            "HOINGHI_ENRICH_THREADS",
            "1",
            "HOINGHI_ENRICH_STATE_DIR",
            dir.resolve(application + "-" + name).toString());
    return AppProcess.start(dir, settings, "enrich");
  }
}
