package vn.hoinghi.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.hoinghi.schemas.ContractPack;
import vn.hoinghi.schemas.Topics;

/** What keeps an instance from starting, as a question to what the cluster holds. */
class StartRulesTest {
  private static final String APP = "app";
  private static final String RAW = Topics.RAW.name();
  private static final TopicPartition FIRST = new TopicPartition(RAW, 0);
  private static final Topology TOPOLOGY =
      new EnrichTopology(
              ContractPack.committed(),
              new ScriptedReader(),
              ScriptedReader.RULES,
              Duration.ofSeconds(2),
              new SimpleMeterRegistry())
          .get();

  private final TreeMap<String, Holdings.Topic> topics = new TreeMap<>();
  private final Map<TopicPartition, Long> committed = new HashMap<>();
  private final Map<TopicPartition, Long> begins = new HashMap<>();
  private final Map<TopicPartition, Long> ends = new HashMap<>();

  @Test
  void aClusterWithoutAnythingButTheRawTopicIsABeginning() {
    topics.put(RAW, new Holdings.Topic("a", 4, "delete"));
    assertThat(first()).isEmpty();
    assertThat(goingOn()).isEmpty();
  }

  @Test
  void whatWasReadAndKeptIsGoneOnWith() {
    aRunningApplication();
    assertThat(goingOn()).isEmpty();
  }

  @Test
  @Tag("S21")
  void stateThatNobodySignedForIsNotTakenOver() {
    aRunningApplication();
    assertThat(first())
        .contains(
            "app-resolve-events-changelog is there, and nothing says by which rules it was filled");
    topics.keySet().retainAll(List.of(RAW));
    committed.keySet().removeIf(p -> !p.equals(FIRST));
    assertThat(first())
        .containsExactly("the group app has read articles, and the state it made of them is gone");
  }

  @Test
  @Tag("S21")
  void everyStoreAndTheHopBetweenNeedTheirTopics() {
    aRunningApplication();
    topics.keySet().removeIf(name -> name.startsWith(APP));
    assertThat(goingOn())
        .hasSize(StartRules.internals(APP, TOPOLOGY).size())
        .allMatch(fault -> fault.contains(" is gone, and with it "));
  }

  @Test
  @Tag("S21")
  void aChangelogOfAnotherSizeOrPolicyOrWithoutItsHeadIsNamed() {
    aRunningApplication();
    topics.put("app-articles-routed-changelog", new Holdings.Topic("b", 3, "compact,delete"));
    begins.put(new TopicPartition("app-articles-routed-changelog", 2), 7L);
    assertThat(goingOn())
        .containsExactly(
            "app-articles-routed-changelog: cleanup.policy is compact,delete, it must be compact",
            "app-articles-routed-changelog has 3 partitions, it must have 4",
            "app-articles-routed-changelog-2 was cut: it begins at 7");
  }

  @Test
  @Tag("S20")
  void aPositionThatTheLogDoesNotHoldIsNeverGuessedAnew() {
    aRunningApplication();
    begins.put(FIRST, 15L);
    assertThat(goingOn())
        .containsExactly(
            RAW
                + "-0 has lost 5 records that were never read (read up to 10, the log begins at"
                + " 15)");
    begins.remove(FIRST);
    ends.put(FIRST, 3L);
    assertThat(goingOn())
        .containsExactly(RAW + "-0 ends at 3, and was read up to 10: it is not the log it was");
  }

  @Test
  @Tag("S29")
  void aGroupThatReadsOtherTopicsIsAnothers() {
    aRunningApplication();
    committed.put(new TopicPartition("orders", 0), 1L);
    assertThat(goingOn())
        .containsExactly("the group app is another application's, which reads [orders]");
  }

  @Test
  @Tag("S23")
  void aCharterIsKeptToTheLetter() {
    Charter written = charter("1", 1, Charter.shape(TOPOLOGY), "id", 4);
    assertThat(written.differences(charter("1", 1, Charter.shape(TOPOLOGY), "id", 4))).isEmpty();
    var other = new StreamsBuilder();
    other.stream(RAW);
    assertThat(written.differences(charter("2", 2, Charter.shape(other.build()), "new", 6)))
        .satisfiesExactly(
            fault ->
                assertThat(fault)
                    .isEqualTo("its articles were read by rules 1, this program has rules 2"),
            fault -> assertThat(fault).contains("in format 1, this program uses format 2"),
            fault ->
                assertThat(fault)
                    .contains("articles-routed]", "this program's is [0: [" + RAW + "] -> []]"),
            fault ->
                assertThat(fault)
                    .isEqualTo(RAW + " was deleted and created again (topic id id, now new)"),
            fault -> assertThat(fault).startsWith(RAW + " had 4 partitions and has 6"));
  }

  private static Charter charter(
      String rules, int format, List<String> shape, String id, int partitions) {
    var sources = new TreeMap<>(Map.of(RAW, new Charter.Source(id, partitions)));
    return new Charter(rules, format, shape, sources);
  }

  private void aRunningApplication() {
    topics.put(RAW, new Holdings.Topic("a", 4, "delete"));
    for (String topic : StartRules.internals(APP, TOPOLOGY)) {
      boolean hop = topic.endsWith("-repartition");
      boolean perArticle = topic.contains("articles-routed");
      topics.put(topic, new Holdings.Topic(topic, perArticle ? 4 : 1, hop ? "delete" : "compact"));
    }
    committed.put(FIRST, 10L);
    committed.put(new TopicPartition("app-by-shard-repartition", 0), 9L);
    begins.put(new TopicPartition("app-by-shard-repartition", 0), 9L);
    ends.put(FIRST, 20L);
    ends.put(new TopicPartition("app-by-shard-repartition", 0), 9L);
  }

  private List<String> first() {
    return StartRules.beforeTheFirstStart(APP, TOPOLOGY, holdings());
  }

  private List<String> goingOn() {
    return StartRules.beforeGoingOn(APP, TOPOLOGY, holdings());
  }

  private Holdings holdings() {
    return new Holdings(topics, committed, begins, ends);
  }
}
