package vn.hoinghi.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.enrich.ArticleReader;
import vn.hoinghi.enrich.Enrich;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.ConfigException;

/**
 * Enrich goes on only where it was: whatever was changed under it while it was down, it either
 * comes to the same events or refuses to start, naming what it found and what to do.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StartIT {
  private static final String RAW = Topics.RAW.name();
  private static final String APP = "start";

  @TempDir private static Path dir;
  private static TestCluster cluster;
  private static ArticleReader reader;
  private static String expected;
  private static Path state;

  @BeforeAll
  static void anApplicationThatHasReadSomeArticles() throws Exception {
    cluster = TestCluster.start(dir);
    reader = TestNews.reader();
    state = dir.resolve("state");
    List<RawArticle> news = TestNews.of(dir, 30, 1);
    expected = TestCluster.canonical(TestNews.events(news));
    cluster.publish(news);
    cluster.pass(APP, state, reader, TestCluster.RULES);
    assertThat(cluster.canonical()).isEqualTo(expected).isNotEmpty();
  }

  @AfterAll
  static void close() {
    cluster.close();
  }

  @Test
  @Order(1)
  @Tag("S23")
  void stateOfOtherRulesIsRefusedAndLeftAsItWas() throws Exception {
    assertThatThrownBy(() -> start(APP, state, "test-2"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("read by rules test-1, this program has rules test-2")
        .hasMessageContaining("give enrich.applicationId another name");
    cluster.pass(APP, state, reader, TestCluster.RULES);
    assertThat(cluster.canonical()).isEqualTo(expected);
  }

  @Test
  @Order(2)
  @Tag("S15")
  void aDirectoryIsForOneProcessOnly() throws Exception {
    try (Enrich first = start(APP, state, TestCluster.RULES)) {
      assertThatThrownBy(() -> start(APP, state, TestCluster.RULES))
          .isInstanceOf(ConfigException.class)
          .hasMessageContaining("enrich.stateDir " + state.toAbsolutePath())
          .hasMessageContaining("in use by another process");
      cluster.drained(APP, first);
    }
    Path file = Files.writeString(dir.resolve("file"), "");
    assertThatThrownBy(() -> start(APP, file, TestCluster.RULES))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("enrich.stateDir " + file.toAbsolutePath() + " cannot be used");
  }

  @Test
  @Order(3)
  @Tag("S15")
  void stateThatWasTouchedIsReadAgainFromKafkaAndNothingChanges() throws Exception {
    for (String ending : List.of(".checkpoint", ".sst", "CURRENT")) {
      long sent = events();
      try (Stream<Path> files = Files.walk(state)) {
        for (Path file : files.filter(f -> f.toString().endsWith(ending)).toList()) {
          Files.write(file, new byte[] {'0', '\n'});
        }
      }
      cluster.publish(TestNews.of(dir, 30, 1));
      cluster.pass(APP, state, reader, TestCluster.RULES);
      assertThat(cluster.canonical()).as(ending).isEqualTo(expected);
      assertThat(events()).as("records after " + ending).isEqualTo(sent);
    }
  }

  @Test
  @Order(4)
  @Tag("S29")
  @Tag("S26")
  void positionsThatTheClusterForgotAreReadAgainAndNoRevisionGrows() throws Exception {
    long sent = events();
    var gone = new HashSet<TopicPartition>();
    for (int p = 0; p < Topics.RAW.partitions(); p++) {
      gone.add(new TopicPartition(RAW, p));
    }
    cluster.admin.deleteConsumerGroupOffsets(APP, gone).all().get();
    cluster.pass(APP, state, reader, TestCluster.RULES);
    assertThat(cluster.canonical()).isEqualTo(expected);
    assertThat(events()).isEqualTo(sent);
  }

  @Test
  @Order(5)
  @Tag("S29")
  void anApplicationIdThatAnotherOneUsesIsRefused() throws Exception {
    cluster.admin.createTopics(List.of(new NewTopic("orders", 1, (short) 1))).all().get();
    cluster
        .admin
        .alterConsumerGroupOffsets(
            "shop", Map.of(new TopicPartition("orders", 0), new OffsetAndMetadata(0)))
        .all()
        .get();
    assertThatThrownBy(() -> start("shop", dir.resolve("shop"), TestCluster.RULES))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("the group shop is another application's, which reads [orders]");
  }

  @Test
  @Order(6)
  @Tag("S21")
  void stateThatIsGoneFromKafkaIsNeverTakenForAnEmptyOne() throws Exception {
    String routed = APP + "-articles-routed-changelog";
    cluster.set(routed, "cleanup.policy", "delete");
    refused(routed + ": cleanup.policy is delete, it must be compact");
    // What was cut off while it was set so is missing for good.
    var cut = Map.of(new TopicPartition(routed, 0), RecordsToDelete.beforeOffset(1));
    cluster.admin.deleteRecords(cut).all().get();
    cluster.set(routed, "cleanup.policy", "compact");
    refused(routed + "-0 was cut: it begins at 1");
    cluster.delete(routed);
    refused(routed + " is gone, and with it the state");
    cluster.delete(APP + "-by-shard-repartition");
    refused("by-shard-repartition is gone");
  }

  @Test
  @Order(7)
  @Tag("S20")
  void aRawTopicThatIsNotTheOneItWasIsRefused() throws Exception {
    String app = "start-again";
    Path own = dir.resolve("again");
    cluster.pass(app, own, reader, TestCluster.RULES);
    // Given more partitions
    cluster.admin.createPartitions(Map.of(RAW, NewPartitions.increaseTo(6))).all().get();
    assertThatThrownBy(() -> start(app, own, TestCluster.RULES))
        .hasMessageContaining(RAW + " had 4 partitions and has 6");
    // Given a topic of the same name
    cluster.delete(RAW);
    vn.hoinghi.service.ClusterTopics.create(cluster.config);
    assertThatThrownBy(() -> start(app, own, TestCluster.RULES))
        .hasMessageContaining(RAW + " was deleted and created again")
        .hasMessageContaining("another name");
  }

  @Test
  @Order(8)
  @Tag("S20")
  void recordsThatWereForgottenBeforeTheyWereReadAreNamed() throws Exception {
    cluster.anew();
    Path own = dir.resolve("forgotten");
    List<RawArticle> news = TestNews.of(dir, 30, 1);
    cluster.publish(news);
    cluster.pass("forgotten", own, reader, TestCluster.RULES);
    cluster.publish(TestNews.of(dir, 30, 2));
    var all = Map.of(new TopicPartition(RAW, 0), RecordsToDelete.beforeOffset(-1));
    cluster.admin.deleteRecords(all).all().get();
    assertThatThrownBy(() -> start("forgotten", own, TestCluster.RULES))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(RAW + "-0 has lost")
        .hasMessageContaining("records that were never read");
  }

  private static void refused(String why) {
    assertThatThrownBy(() -> start(APP, state, TestCluster.RULES))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("enrich.applicationId " + APP + " cannot go on")
        .hasMessageContaining(why);
  }

  private static Enrich start(String application, Path own, String rules) {
    return cluster.enrich(application, own, reader, rules).start();
  }

  private static long events() {
    return cluster.records(Topics.EVENTS.name()).size();
  }
}
