package vn.hoinghi.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.schemas.Topics;

/**
 * A disk that is full under the state. Needs the right to mount a small file system in memory;
 * skipped for who has it not.
 */
class FullDiskIT {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final String APPLICATION = "full-disk";
  private static final int BLOCK = 4096;

  @TempDir private Path dir;

  @Test
  @Tag("S16")
  void onAFullDiskItEndsAndNamesItAndGoesOnWhereThereIsRoomAgain() throws Exception {
    Path disk = Files.createDirectory(dir.resolve("disk"));
    assumeTrue(mount("size=200k", disk), "no right to mount a file system");
    try (TestCluster cluster = TestCluster.start(dir)) {
      List<RawArticle> news = TestNews.of(dir, 60, 41);
      int half = news.size() / 2;
      cluster.publish(news.subList(0, half));
      // Given no room for its stores
      try (AppProcess enrich = enrich(cluster, disk)) {
        assertThat(enrich.exitCode(LONG)).as(enrich.err()).isIn(1, 2);
        assertThat(enrich.err().replace("\\/", "/"))
            .contains(disk.toString(), "No space left on device");
      }
      // When there is room, and none again while it runs
      assertThat(mount("remount,size=64m", disk)).isTrue();
      Path filler = disk.resolve("filler");
      try (AppProcess enrich = enrich(cluster, disk)) {
        await().atMost(LONG).until(() -> !cluster.records(Topics.EVENTS.name()).isEmpty());
        fill(filler);
        cluster.publish(news.subList(half, news.size()));
        enrich.terminate();
        assertThat(enrich.exitCode(LONG)).as(enrich.err()).isIn(1, 128 + 15);
      }
      // Then what was half written is not believed
      Files.delete(filler);
      try (AppProcess enrich = enrich(cluster, disk)) {
        cluster.drained(APPLICATION);
        assertThat(cluster.canonical()).isEqualTo(TestCluster.canonical(TestNews.events(news)));
        enrich.terminate();
        assertThat(enrich.exitCode(LONG)).as(enrich.err()).isEqualTo(128 + 15);
      }
    } finally {
      run("umount", "--lazy", disk.toString());
    }
  }

  static void fill(Path filler) throws IOException {
    var block = new byte[BLOCK];
    try (OutputStream out = Files.newOutputStream(filler)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("No space left on device");
    }
  }

  static boolean mount(String options, Path disk) throws Exception {
    return run("mount", "-t", "tmpfs", "-o", options, "tmpfs", disk.toString());
  }

  static boolean run(String... command) throws Exception {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false; // no such command here
    }
  }

  private static AppProcess enrich(TestCluster cluster, Path disk) throws Exception {
    Map<String, String> settings =
        Map.of(
            "HOINGHI_KAFKA_BOOTSTRAP_SERVERS",
            cluster.config.bootstrapServers(),
            "HOINGHI_ENRICH_APPLICATION_ID",
            APPLICATION,
            "HOINGHI_ENRICH_THREADS",
            "1",
            "HOINGHI_ENRICH_STATE_DIR",
            disk.resolve("state").toString());
    return AppProcess.start(disk.getParent(), settings, "enrich");
  }
}
