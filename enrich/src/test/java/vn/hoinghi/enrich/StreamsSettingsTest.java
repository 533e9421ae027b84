package vn.hoinghi.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoinghi.content.ReadingRoom;
import vn.hoinghi.service.ConfigException;
import vn.hoinghi.service.KafkaConfig;

/** Settings that would lose or double articles are refused by name, with what is allowed. */
@Tag("S31")
class StreamsSettingsTest {
  @ParameterizedTest
  @CsvSource({
    "processing.guarantee, at_least_once, exactly_once_v2",
    "ensure.explicit.internal.resource.naming, false, true",
    "group.protocol, streams, classic",
    "consumer.auto.offset.reset, latest, earliest",
    "producer.transaction.timeout.ms, 900000, 15000",
    "commit.interval.ms, 30000, 100",
    "num.standby.replicas, 1, 0",
  })
  void whatHoinghiSetsItselfCannotBeSetOtherwise(String key, String value, String allowed) {
    assertThatThrownBy(() -> settings(key, value))
        .isInstanceOf(ConfigException.class)
        .hasMessage("kafka.properties: " + key + " is " + value + ", allowed is " + allowed);
  }

  @Test
  void theSameValueAndAnythingElseArePassedOn() {
    assertThat(settings("processing.guarantee", "exactly_once_v2"))
        .containsEntry("processing.guarantee", "exactly_once_v2");
    assertThat(settings("security.protocol", "SSL")).containsEntry("security.protocol", "SSL");
  }

  @Test
  void onePageFitsInATransactionWhateverTheBudget() {
    var work = new EnrichConfig.Work(null, Path.of("state"), null, null, 60_000, null);
    Properties all =
        StreamsSettings.of(new EnrichConfig(KafkaConfig.at("127.0.0.1:9"), null, work));
    int page = (int) ReadingRoom.patience(java.time.Duration.ofMinutes(1)).toMillis();
    assertThat((Integer) all.get("producer.transaction.timeout.ms")).isGreaterThan(page);
    assertThat((Integer) all.get("consumer.max.poll.interval.ms")).isGreaterThan(2 * page);
  }

  @Test
  void whoeverGoesOnAsAnotherApplicationWorksAsItWasTold() {
    Path outlets = Path.of("outlets.json");
    var work = new EnrichConfig.Work("app", Path.of("state"), 250, 3, 900, outlets, 2);
    var kafka = KafkaConfig.at("127.0.0.1:9");
    var promoted = new EnrichConfig(kafka, null, work).as("app-shadow").enrich();
    assertThat(promoted)
        .isEqualTo(new EnrichConfig.Work("app-shadow", Path.of("state"), 250, 3, 900, outlets, 2));
  }

  @ParameterizedTest
  @CsvSource({
    "a b, 100, 2, 2000, enrich.applicationId is a b",
    "app, 9, 2, 2000, enrich.commitIntervalMillis is 9",
    "app, 100, 65, 2000, enrich.threads is 65",
    "app, 100, 2, 60001, enrich.parseBudgetMillis is 60001",
  })
  void whatIsOutOfBoundsIsNamedWithItsBounds(
      String application, int commit, int threads, int budget, String refusal) {
    assertThatThrownBy(
            () -> new EnrichConfig.Work(application, null, commit, threads, budget, null))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(refusal)
        .hasMessageContaining(", allowed is ");
  }

  private static Properties settings(String key, String value) {
    var kafka = new KafkaConfig("127.0.0.1:9", null, Map.of(key, value));
    return StreamsSettings.of(new EnrichConfig(kafka, null, null));
  }
}
