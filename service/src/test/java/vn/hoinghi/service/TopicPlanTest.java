package vn.hoinghi.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.hoinghi.schemas.Topics;

class TopicPlanTest {
  private final Map<String, TopicPlan.Found> cluster = new HashMap<>();

  private TopicPlan plan() {
    return TopicPlan.compare(Topics.all(), cluster);
  }

  private void everyTopicAsWanted() {
    Topics.all()
        .forEach(t -> cluster.put(t.name(), new TopicPlan.Found(t.partitions(), t.config())));
  }

  private void rawTopicWith(String key, String value) {
    var config = new HashMap<>(Topics.RAW.config());
    config.put(key, value);
    cluster.put(Topics.RAW.name(), new TopicPlan.Found(4, config));
  }

  @Test
  void anEmptyClusterNeedsEveryTopicInFlowOrder() {
    assertThat(plan().missing()).isEqualTo(Topics.all());
    assertThat(plan().faults()).isEmpty();
    assertThat(plan().fulfilled()).isFalse();
  }

  @Test
  void aClusterAsTheContractSaysNeedsNothing() {
    everyTopicAsWanted();
    assertThat(plan()).isEqualTo(new TopicPlan(List.of(), List.of(), List.of()));
    assertThat(plan().fulfilled()).isTrue();
  }

  @Test
  @Tag("S20")
  @Tag("S31")
  void aRawTopicThatForgetsIsWrong() {
    everyTopicAsWanted();
    rawTopicWith("retention.ms", "604800000");
    assertThat(plan().faults())
        .containsExactly(
            "hoinghi.articles.raw.v1: retention.ms is 604800000,"
                + " it must be at least -1 (without limit)");
    assertThat(plan().fulfilled()).isFalse();
  }

  @Test
  @Tag("S20")
  @Tag("S31")
  void aRawTopicThatIsCompactedIsWrong() {
    everyTopicAsWanted();
    rawTopicWith("cleanup.policy", "compact");
    assertThat(plan().faults()).hasSize(1).first().asString().contains("cleanup.policy is compact");
  }

  @Test
  void roomForLargerMessagesIsAllowedAndForSmallerOnesIsNot() {
    everyTopicAsWanted();
    rawTopicWith("max.message.bytes", "20971520");
    assertThat(plan().faults()).isEmpty();
    rawTopicWith("max.message.bytes", "1048588");
    assertThat(plan().faults()).hasSize(1);
  }

  @Test
  void anotherCompressionIsTheOperatorsAffairTooAndIsNoted() {
    everyTopicAsWanted();
    var config = new HashMap<>(Topics.EVENTS.config());
    config.put("compression.type", "zstd");
    cluster.put(Topics.EVENTS.name(), new TopicPlan.Found(4, config));
    assertThat(plan().fulfilled()).isTrue();
    assertThat(plan().notes())
        .containsExactly("hoinghi.events.v1: compression.type is zstd, it should be gzip");
  }

  @Test
  void anotherNumberOfPartitionsIsTheOperatorsAffair() {
    everyTopicAsWanted();
    cluster.put(Topics.RAW.name(), new TopicPlan.Found(12, Topics.RAW.config()));
    assertThat(plan().fulfilled()).isTrue();
    assertThat(plan().notes()).hasSize(1);
  }
}
