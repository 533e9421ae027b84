package vn.hoinghi.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoinghi.sink.CanonicalDump;
import vn.hoinghi.standalone.servers.LocalPostgres;

/**
 * A run that is killed without warning and started again ends with the same events as one that was
 * left alone. {@code -Dcrash.repeats=10} kills ten times, each time at another point.
 */
class CrashIT {
  private static final int ARTICLES = 500;
  private static final Duration LONG = Duration.ofMinutes(3);

  /** Else all events stand in one transaction, and there is nothing between none and all. */
  private static final Map<String, String> SMALL_STEPS = Map.of("HOINGHI_SINK_BATCH_RECORDS", "2");

  @TempDir private static Path dir;
  private static Path in;
  private static String undisturbed;
  private static long expected;

  @BeforeAll
  static void aRunThatIsLeftAlone() throws Exception {
    in = dir.resolve("pages");
    InventedNews.write(in, ARTICLES, 20);
    Path data = dir.resolve("undisturbed");
    end(start(data));
    undisturbed = dump(data);
    expected = undisturbed.lines().filter(line -> line.contains(" event 0 ")).count();
    assertThat(expected).isGreaterThan(50);
  }

  @Test
  @Tag("S12")
  @Tag("S17")
  void aKilledRunEndsWithTheSameEvents() throws Exception {
    int repeats = Integer.getInteger("crash.repeats", 1);
    long seed = Long.getLong("crash.seed", System.nanoTime());
    var random = new Random(seed);
    for (int round = 1; round <= repeats; round++) {
      long killAt = 1L + random.nextInt((int) expected / 2);
      Path data = dir.resolve("killed-" + round);
      long stored = killWhenStored(data, killAt);
      System.out.printf(
          "crash %d of %d (-Dcrash.seed=%d): killed with %d of %d events stored%n",
          round, repeats, seed, stored, expected);
      assertThat(stored).isPositive().isLessThan(expected);
      end(start(data));
      assertThat(dump(data)).isEqualTo(undisturbed);
      StoredAndTold.assertSame(data);
    }
  }

  /** Returns how many events were stored when it was dead. */
  private static long killWhenStored(Path data, long killAt) throws Exception {
    Process run = start(data);
    await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(10))
        .failFast("the run ended before it was killed", () -> !run.isAlive())
        .until(() -> ChildJvm.stored(data) >= killAt);
    run.destroyForcibly().waitFor();
    return ChildJvm.stored(data);
  }

  private static Process start(Path data) throws IOException {
    return ChildJvm.start(
        dir.resolve(data.getFileName() + ".log"),
        SMALL_STEPS,
        "batch",
        "--in",
        in.toString(),
        "--data",
        data.toString());
  }

  private static void end(Process run) throws Exception {
    boolean ended = run.waitFor(LONG.toSeconds(), TimeUnit.SECONDS);
    if (!ended) {
      run.destroyForcibly();
    }
    assertThat(ended ? run.exitValue() : -1).describedAs(CrashIT::logs).isZero();
  }

  private static String logs() {
    try (var files = Files.list(dir)) {
      var logs = new StringBuilder();
      for (Path log : files.filter(f -> f.toString().endsWith(".log")).toList()) {
        logs.append(log.getFileName()).append(":\n").append(Files.readString(log));
      }
      return logs.toString();
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static String dump(Path data) throws Exception {
    try (var postgres = LocalPostgres.start(data)) {
      var text = new StringBuilder();
      CanonicalDump.write(postgres.database(), text);
      return text.toString();
    }
  }
}
