package vn.hoinghi.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  record Sink(String jdbcUrl, String password, Integer batchRecords, List<String> hosts) {
    Sink {
      batchRecords = batchRecords == null ? 500 : batchRecords;
      ConfigException.check(batchRecords > 0, "sink.batchRecords", batchRecords, "1 or more");
    }
  }

  record AppConfig(KafkaConfig kafka, AdminConfig admin, Sink sink) {}

  @TempDir Path dir;

  @Test
  void theEnvironmentStandsOverTheFileAndDefaultsFillTheRest() throws IOException {
    Path file =
        file(
            """
            kafka:
              bootstrapServers: file:9092
              properties: {security.protocol: SSL}
            sink:
              jdbcUrl: jdbc:postgresql://db/hoinghi
              hosts: [a, b]
            ingest:
              whatever: belongs to another app
            """);

    AppConfig config =
        Settings.load(
            AppConfig.class,
            file,
            Map.of(
                "HOINGHI_KAFKA_BOOTSTRAP_SERVERS",
                "env:9092",
                "HOINGHI_INGEST_PACE_MILLIS",
                "5",
                "PATH",
                "/bin"));

    assertThat(config.kafka().bootstrapServers()).isEqualTo("env:9092");
    assertThat(config.kafka().clientProperties()).containsEntry("security.protocol", "SSL");
    assertThat(config.sink().jdbcUrl()).isEqualTo("jdbc:postgresql://db/hoinghi");
    assertThat(config.sink().hosts()).containsExactly("a", "b");
    assertThat(config.sink().batchRecords()).isEqualTo(500);
    assertThat(config.admin().host()).isEqualTo("127.0.0.1");
  }

  @Test
  void aSecretComesFromTheFileItsVariableNames() throws IOException {
    Path secret = Files.writeString(dir.resolve("pw"), "s3cret: with colon\n");

    AppConfig config =
        Settings.load(
            AppConfig.class,
            null,
            Map.of(
                "HOINGHI_KAFKA_BOOTSTRAP_SERVERS",
                "k:1",
                "HOINGHI_SINK_PASSWORD_FILE",
                secret.toString()));

    assertThat(config.sink().password()).isEqualTo("s3cret: with colon");
  }

  @Test
  void aPlainTextValueStaysText() {
    AppConfig config =
        Settings.load(
            AppConfig.class,
            null,
            Map.of(
                "HOINGHI_KAFKA_BOOTSTRAP_SERVERS",
                "k:1",
                "HOINGHI_SINK_PASSWORD",
                "0123",
                "HOINGHI_SINK_HOSTS",
                "[x]"));

    assertThat(config.sink().password()).isEqualTo("0123");
    assertThat(config.sink().hosts()).containsExactly("x");
  }

  @Test
  void whatIsWrongIsNamedWithWhatIsAllowed() throws IOException {
    assertRefused(
        null, Map.of(), "kafka.bootstrapServers is missing", "HOINGHI_KAFKA_BOOTSTRAP_SERVERS");
    assertRefused(
        null,
        Map.of("HOINGHI_SINK_JDBCURL", "x"),
        "HOINGHI_SINK_JDBCURL is no setting",
        "HOINGHI_SINK_JDBC_URL");
    assertRefused(
        file("kafka: {bootstrapServers: k, typo: 1}"), Map.of(), "kafka.typo is no setting");
    assertRefused(file("kafka: {bootstrapServers: k}\nsnk: {}"), Map.of(), "snk is no setting");
    assertRefused(
        file("kafka: {bootstrapServers: k}\nsink: {batchRecords: 0}"),
        Map.of(),
        "sink.batchRecords is 0, allowed is 1");
    assertRefused(
        file("kafka: {bootstrapServers: k}\nsink: {batchRecords: many}"),
        Map.of(),
        "sink.batchRecords",
        "kind");
    assertRefused(file("just words"), Map.of(), "holds no sections");
    assertRefused(dir.resolve("absent.yaml"), Map.of(), "cannot be read");
  }

  private Path file(String yaml) throws IOException {
    return Files.writeString(Files.createTempFile(dir, "config", ".yaml"), yaml);
  }

  private static void assertRefused(Path file, Map<String, String> environment, String... words) {
    assertThatThrownBy(() -> Settings.load(AppConfig.class, file, environment))
        .isInstanceOf(ConfigException.class)
        .hasMessageContainingAll(words);
  }
}
