package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The heap is the same for ten thousand known URLs and for a million. The short run knows 100,000,
 * for which objects would take ten times the heap that the child has; {@code -Pnightly} a million.
 */
class ManyUrlsTest {
  private static final int FEW = 10_000;
  private static final int MANY = Integer.getInteger("frontier.urls", 100_000);

  /** Counts differ by bytes; classes and buffers that happen to be alive by more. */
  private static final long NOISE_BYTES = 3L << 20;

  @TempDir private Path directory;

  @Test
  void theHeapDoesNotGrowWithTheKnownUrls() throws Exception {
    long few = heap(FEW);
    long many = heap(MANY);

    assertThat(many - few).isLessThan(NOISE_BYTES);
  }

  private long heap(int urls) throws IOException, InterruptedException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx24m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=vn.hoinghi.avro",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            ManyUrls.class.getName(),
            "disk",
            directory.toString(),
            Integer.toString(urls));
    Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(child.waitFor()).as(said).isZero();
    Matcher heap = Pattern.compile("heap=(\\d+)").matcher(said);
    assertThat(heap.find()).as(said).isTrue();
    assertThat(said).contains("known=" + urls);
    return Long.parseLong(heap.group(1));
  }
}
