package vn.hoinghi.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoinghi.standalone.demo.DemoSettings;
import vn.hoinghi.standalone.demo.DemoTruth;
import vn.hoinghi.standalone.demo.DemoWeb;

class StandaloneIT {
  private static final Duration LONG = Duration.ofMinutes(3);
  private static final int TERMINATED = 128 + 15;

  @TempDir Path dir;
  private Process run;

  @AfterEach
  void leaveNoProcessBehind() throws Exception {
    if (run != null && run.isAlive()) {
      run.destroy();
      run.waitFor(60, TimeUnit.SECONDS);
    }
  }

  @Test
  @Tag("S12")
  void itGoesOnAfterAKillAndClosesInOrderWhenAsked() throws Exception {
    long expected = DemoTruth.load().events().size();
    try (var web = DemoWeb.start(0)) {
      Path config = new DemoSettings(web).write(dir.resolve("settings"));
      start(config);
      awaitStored(1);
      run.destroyForcibly().waitFor();

      start(config);
      awaitStored(expected - 3);
      run.destroy();
      assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(run.exitValue()).isEqualTo(TERMINATED);
    assertThat(data().resolve("postgres/postmaster.pid")).doesNotExist();
    assertThat(log())
        .contains("jdbc:postgresql://127.0.0.1:", "/readyz")
        .doesNotContainPattern("\"level\":\"ERROR\".*\"loggerName\":\"vn.hoinghi");
  }

  private void start(Path config) throws IOException {
    run =
        ChildJvm.start(
            dir.resolve("run.log"),
            Map.of(
                "HOINGHI_LOG", "json",
                "HOINGHI_STANDALONE_KAFKA_PORT", "0",
                "HOINGHI_STANDALONE_POSTGRES_PORT", "0"),
            "run",
            "--config",
            config.toString(),
            "--data",
            data().toString());
  }

  private void awaitStored(long events) {
    await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(100))
        .failFast(() -> assertThat(run.isAlive()).describedAs(this::log).isTrue())
        .until(() -> ChildJvm.stored(data()) >= events);
  }

  private Path data() {
    return dir.resolve("data");
  }

  private String log() {
    try {
      return Files.readString(dir.resolve("run.log"));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
