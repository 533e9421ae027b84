package vn.hoinghi.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoinghi.standalone.servers.LocalPorts;

/** A shadow that was made beside a run becomes public in the directory that the run has kept. */
class KeptPromotionIT {
  private static final Duration LONG = Duration.ofMinutes(3);

  @TempDir private Path dir;
  private Path config;
  private Path log;
  private Process run;
  private String said;

  @AfterEach
  void leaveNoProcessBehind() throws Exception {
    if (run != null && run.isAlive()) {
      end();
    }
  }

  @Test
  void whatWasKeptIsPromotedWhileNothingRunsAndTheNextRunGoesOn() throws Exception {
    config =
        Files.writeString(
            dir.resolve("hoinghi.yaml"),
            "standalone: {kafkaPort: %d, postgresPort: %d}\n"
                .formatted(LocalPorts.anyFree(), LocalPorts.anyFree()));
    start("first.log");
    Path examples = Path.of("").toAbsolutePath().resolveSibling("docs/examples");
    assertThat(command("backfill", "--folder", examples.toString())).as(said).isZero();
    awaitStored(1);
    String[] state = {"--state", dir.resolve("shadow").toString()};
    assertThat(command("replay", "shadow", "spring", state[0], state[1])).as(said).isZero();
    assertThat(said).contains("SET search_path = hoinghi_shadow_spring");
    String[] promote = {
      "replay", "promote", "spring", "--data", data().toString(), state[0], state[1]
    };
    assertThat(command(promote)).isEqualTo(2);
    assertThat(said).contains(data().toString());
    long stored = ChildJvm.stored(data());
    end();

    assertThat(command(promote)).as(said).isZero();
    assertThat(said).contains("spring is public");

    start("second.log");
    awaitStored(stored);
    assertThat(command("verify", "--looks", "3")).as(said).isZero();
    assertThat(said).contains("everything adds up");
    assertThat(log()).contains("hoinghi-enrich goes on as hoinghi-enrich-spring");
  }

  /** Returns when it tells where it can be watched: all parts have started then. */
  private void start(String name) throws IOException {
    log = dir.resolve(name);
    run =
        ChildJvm.start(
            log,
            Map.of("HOINGHI_LOG", "json"),
            "run",
            "--config",
            config.toString(),
            "--data",
            data().toString());
    awaiting().until(() -> log().contains("/readyz"));
  }

  private ConditionFactory awaiting() {
    return await()
        .atMost(LONG)
        .failFast(() -> assertThat(run.isAlive()).describedAs(this::log).isTrue());
  }

  private void end() throws InterruptedException {
    run.destroy();
    assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }

  private void awaitStored(long events) {
    awaiting().until(() -> ChildJvm.stored(data()) >= events);
  }

  private Path data() {
    return dir.resolve("data");
  }

  private String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private int command(String... words) {
    var all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--config", config.toString()));
    var text = new StringWriter();
    var out = new PrintWriter(text);
    int code = Hoinghi.commandLine().setOut(out).setErr(out).execute(all.toArray(String[]::new));
    said = text.toString();
    return code;
  }
}
