package vn.hoinghi.service;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.hoinghi.schemas.Topics;

class ClusterTopicsTest {
  @Test
  void settingsThatNoClientTakesAreNamed() {
    var noPort = KafkaConfig.at("broker");
    assertThatThrownBy(() -> ClusterTopics.require(noPort, List.of(Topics.RAW)))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("kafka.bootstrapServers (broker)");

    var noProtocol = new KafkaConfig("127.0.0.1:9", null, Map.of("security.protocol", "SECRET"));
    assertThatThrownBy(() -> ClusterTopics.require(noProtocol, List.of(Topics.RAW)))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("kafka.properties")
        .hasMessageContaining("security.protocol");
  }
}
