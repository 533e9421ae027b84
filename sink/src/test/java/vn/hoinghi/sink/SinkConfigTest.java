package vn.hoinghi.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoinghi.service.ConfigException;
import vn.hoinghi.service.Settings;

class SinkConfigTest {
  private static SinkConfig load(Map<String, String> environment) {
    return Settings.load(SinkConfig.class, null, environment);
  }

  @Test
  void addressesAreEnoughAndASecretComesFromAFile(@TempDir Path directory) throws Exception {
    Path secret = Files.writeString(directory.resolve("password"), "s3cret\n");

    SinkConfig config =
        load(
            Map.of(
                "HOINGHI_KAFKA_BOOTSTRAP_SERVERS", "localhost:9092",
                "HOINGHI_SINK_JDBC_URL", "jdbc:postgresql://localhost/hoinghi",
                "HOINGHI_SINK_PASSWORD_FILE", secret.toString()));

    assertThat(config.sink().password()).isEqualTo("s3cret");
    assertThat(config.sink().groupId()).isEqualTo("hoinghi-sink");
    assertThat(config.sink().batchRecords()).isEqualTo(500);
    assertThat(config.sink().migrate()).isTrue();
    assertThat(config.toString()).doesNotContain("s3cret");
  }

  @Test
  @Tag("S31")
  void whatIsMissingOrOutOfBoundsIsNamedWithWhatIsAllowed() {
    var kafka = "HOINGHI_KAFKA_BOOTSTRAP_SERVERS";
    var url = "HOINGHI_SINK_JDBC_URL";
    var database = "jdbc:postgresql://localhost/hoinghi";

    assertThatThrownBy(() -> load(Map.of(kafka, "k:1")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("sink.jdbcUrl is missing");
    assertThatThrownBy(() -> load(Map.of(kafka, "k:1", url, "jdbc:h2:mem:x?password=geheim")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("jdbc:postgresql://")
        .hasMessageNotContaining("geheim");
    assertThatThrownBy(
            () -> load(Map.of(kafka, "k:1", url, database, "HOINGHI_SINK_BATCH_RECORDS", "0")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("sink.batchRecords is 0, allowed is 1 to 5000");
    assertThatThrownBy(() -> load(Map.of(kafka, "k:1", url, database, "HOINGHI_SINK_THREADS", "0")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("sink.threads is 0, allowed is 1 to 64");
    assertThatThrownBy(() -> load(Map.of(kafka, "k:1", url, database + "?preferQueryMode=simple")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("default query mode");
  }

  @Test
  @Tag("S31")
  void noClientPropertyCanMakeTheSinkReadWhatWasAborted() {
    SinkConfig config =
        load(
            Map.of(
                "HOINGHI_KAFKA_BOOTSTRAP_SERVERS", "k:1",
                "HOINGHI_SINK_JDBC_URL", "jdbc:postgresql://localhost/hoinghi",
                "HOINGHI_KAFKA_PROPERTIES",
                    "{isolation.level: read_uncommitted, auto.offset.reset: latest,"
                        + " session.timeout.ms: '9000'}"));

    assertThat(EventConsumer.properties(config))
        .containsEntry("isolation.level", "read_committed")
        .containsEntry("auto.offset.reset", "none")
        .containsEntry("enable.auto.commit", false)
        .containsEntry("session.timeout.ms", "9000");
  }
}
