package vn.hoinghi.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.schemas.Topics;

/**
 * A machine whose clock is wrong, and jumps. Needs libfaketime (Debian: apt install faketime),
 * which gives a process a clock of its own and makes it some seven times slower: {@code
 * -Dclocks=wrong}.
 */
@EnabledIfSystemProperty(named = "clocks", matches = "wrong")
class ClocksIT {
  private static final Path FAKE_CLOCK =
      Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1");
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final int BY_SIGTERM = 128 + 15;
  private static final String APPLICATION = "clocks";

  @TempDir private Path dir;

  @Test
  @Tag("S25")
  void aClockThatIsHoursWrongAndJumpsChangesNothing() throws Exception {
    assumeTrue(Files.exists(FAKE_CLOCK), FAKE_CLOCK + " is not installed");
    try (TestCluster cluster = TestCluster.start(dir)) {
      List<RawArticle> news = TestNews.of(dir, 60, 23);
      int half = news.size() / 2;
      cluster.publish(news.subList(0, half));
      clock("-2h");
      try (AppProcess enrich = enrich(cluster)) {
        await().atMost(LONG).until(() -> !cluster.records(Topics.EVENTS.name()).isEmpty());
        assertThat(hoursOff(enrich)).isBetween(-2.3, -1.9);
        clock("+2h");
        cluster.publish(news.subList(half, news.size()));
        cluster.drained(APPLICATION);
        // When it is set back: Kafka Streams commits by the clock, and would wait for the old time
        clock("-10m");
        cluster.publish(news.subList(0, half));
        enrich.terminate();
        assertThat(enrich.exitCode(LONG)).as(enrich.err()).isEqualTo(BY_SIGTERM);
      }
      try (AppProcess again = enrich(cluster)) {
        cluster.drained(APPLICATION);
        assertThat(cluster.canonical()).isEqualTo(TestCluster.canonical(TestNews.events(news)));
        again.terminate();
        assertThat(again.exitCode(LONG)).as(again.err()).isEqualTo(BY_SIGTERM);
      }
    }
  }

  /** From now on the process goes by such a clock. */
  private void clock(String offset) throws Exception {
    Path written = Files.writeString(dir.resolve("clock.written"), offset + "\n");
    Files.move(written, dir.resolve("clock"), StandardCopyOption.ATOMIC_MOVE);
  }

  private AppProcess enrich(TestCluster cluster) throws Exception {
    Map<String, String> settings = new HashMap<>();
    settings.put("HOINGHI_KAFKA_BOOTSTRAP_SERVERS", cluster.config.bootstrapServers());
    settings.put("HOINGHI_ENRICH_APPLICATION_ID", APPLICATION);
    settings.put("HOINGHI_ENRICH_THREADS", "1");
    settings.put("HOINGHI_ENRICH_STATE_DIR", dir.resolve("state").toString());
    settings.put("LD_PRELOAD", FAKE_CLOCK.toString());
    settings.put("FAKETIME_TIMESTAMP_FILE", dir.resolve("clock").toString());
    settings.put("FAKETIME_CACHE_DURATION", "1");
    // Waiting goes by the clock that never jumps, as it does on a machine.
    settings.put("FAKETIME_DONT_FAKE_MONOTONIC", "1");
    settings.put("DONT_FAKE_MONOTONIC", "1");
    return AppProcess.start(dir, settings, "enrich");
  }

  /** By how much the last line of its log is off. */
  private static double hoursOff(AppProcess process) throws Exception {
    List<JsonNode> log = process.log();
    long last = log.get(log.size() - 1).path("timestamp").asLong();
    return (last - System.currentTimeMillis()) / 3_600_000.0;
  }
}
