package vn.hoinghi.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.hoinghi.service.ConfigException;
import vn.hoinghi.service.KafkaConfig;

class SinkStartIT {
  private static SinkConfig at(String jdbcUrl) {
    var delivery = SinkConfig.Delivery.to(jdbcUrl, "postgres", "secret");
    return new SinkConfig(KafkaConfig.at("127.0.0.1:1"), null, delivery);
  }

  /** A port at which nobody listens. */
  private static int closedPort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Test
  @Tag("P08")
  void aDatabaseThatIsNotUpYetIsWaitedForAsLongAsWasSaidAndNoLonger() throws Exception {
    var away = new Start(at("jdbc:postgresql://127.0.0.1:%d/x?password=s".formatted(closedPort())));
    var clock = new AtomicLong();
    var patience = new Patience(Duration.ofSeconds(60), clock::get);
    var attempts = new AtomicInteger();

    assertThatThrownBy(
            () ->
                patience.until(
                    () -> {
                      attempts.incrementAndGet();
                      clock.addAndGet(Duration.ofSeconds(30).toNanos());
                      away.database();
                    }))
        .isInstanceOf(NotThereException.class)
        .hasMessageContaining("no database answers at 127.0.0.1:")
        .hasMessageContaining("given up after 60 s (sink.startTimeoutSeconds)")
        .hasMessageNotContaining("password");
    assertThat(attempts).hasValue(2);
    assertThat(patience.waitsFor()).contains("no database answers");
  }

  @Test
  @Tag("P08")
  void whatComesUpInTimeIsGoneOnWith() throws Exception {
    var database = new Start(at(EmbeddedDatabase.empty().jdbcUrl()));
    var patience = new Patience(Duration.ofSeconds(60), System::nanoTime);
    var attempts = new AtomicInteger();

    patience.until(
        () -> {
          if (attempts.incrementAndGet() < 2) {
            throw new NotThereException("57P03: the database system is starting up", null);
          }
          database.database();
        });

    assertThat(attempts).hasValue(2);
    assertThat(patience.waitsFor()).isNull();
  }

  @Test
  void aDatabaseThatTheServerDoesNotKnowIsAWrongSettingAndNotWaitedFor() throws Exception {
    String known = EmbeddedDatabase.empty().jdbcUrl();
    var start = new Start(at(known.replaceAll("/sink\\d+", "/nowhere")));

    assertThatThrownBy(start::database)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("sink.jdbcUrl");
  }

  @Test
  void brokersThatDoNotAnswerInTimeEndTheCommandWithThree(@TempDir Path dir) throws Exception {
    Path config =
        Files.writeString(
            dir.resolve("sink.yaml"),
            """
            kafka:
              bootstrapServers: 127.0.0.1:%d
              properties: {default.api.timeout.ms: "500", request.timeout.ms: "400"}
            sink: {jdbcUrl: "jdbc:postgresql://127.0.0.1:1/x", startTimeoutSeconds: 0}
            admin: {port: -1}
            """
                .formatted(closedPort()));

    int code = new CommandLine(new SinkMain()).execute("--config", config.toString());

    assertThat(code).isEqualTo(3);
  }
}
