package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The archives that warcio and jwarc are tested with, right and wrong ones, which stay outside of
 * this repository: {@code WARC_SAMPLES=DIR} names a folder with checkouts. Each is read to its end,
 * soon, and no answer in it gets lost without a word: as many as their heads can be counted without
 * reading the archive as one are published, passed over or refused. Leaves its figures in {@code
 * target/scorecards/warcs.json}.
 */
@EnabledIfEnvironmentVariable(named = "WARC_SAMPLES", matches = ".+")
class WarcSamplesTest {
  private static final Path FIGURES = Path.of("..", "target", "scorecards", "warcs.json");
  private static final Pattern ANSWER = Pattern.compile("(?im)^WARC-Type: response\\r?$");
  private static final Pattern ARCHIVE = Pattern.compile(".*\\.warc(\\.gz)?(\\.bad)?");

  /** What became of the answers in one file. */
  private record Row(long answers, long published, long passed, Map<String, Long> refused) {
    long accounted() {
      return published + passed + refused.values().stream().mapToLong(n -> n).sum();
    }
  }

  private final Map<String, Row> rows = new TreeMap<>();
  private long slowestMillis;

  @Test
  void noAnswerInASampleIsLostWithoutAWord() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(System.getenv("WARC_SAMPLES")))) {
      for (Path file : files.filter(WarcSamplesTest::isArchive).toList()) {
        long began = System.nanoTime();
        rows.put(file.getFileName().toString(), read(file));
        slowestMillis = Math.max(slowestMillis, (System.nanoTime() - began) / 1_000_000);
      }
    }
    Files.createDirectories(FIGURES.getParent());
    new ObjectMapper().writeValue(FIGURES.toFile(), rows);
    System.out.println(rows);

    assertThat(rows).isNotEmpty();
    assertThat(rows)
        .allSatisfy(
            (name, row) -> assertThat(row.accounted()).isGreaterThanOrEqualTo(row.answers()));
    assertThat(slowestMillis).isLessThan(Duration.ofSeconds(20).toMillis());
  }

  private static Row read(Path file) throws IOException {
    var source = new WarcSource(file, Capture.Mark.BEGINNING, Warcs.reading());
    List<Capture> captures;
    try (Stream<Capture> all = source.captures()) {
      captures = all.toList();
    }
    var refused = new TreeMap<String, Long>();
    captures.stream()
        .filter(capture -> capture.failed() != null)
        .forEach(capture -> refused.merge(capture.failed().name(), 1L, Long::sum));
    long published = captures.stream().filter(capture -> capture.failed() == null).count();
    long answers = ANSWER.matcher(unfolded(file)).results().count();
    return new Row(answers, published, source.passed().getOrDefault("response", 0L), refused);
  }

  /** As much of the file as can be unfolded. */
  private static String unfolded(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    var out = new ByteArrayOutputStream();
    boolean packed = bytes.length > 1 && bytes[0] == 0x1f;
    try (InputStream in =
        packed
            ? new GZIPInputStream(new ByteArrayInputStream(bytes))
            : new ByteArrayInputStream(bytes)) {
      in.transferTo(out);
    } catch (IOException e) {
      // broken from there on
    }
    return out.toString(StandardCharsets.ISO_8859_1);
  }

  private static boolean isArchive(Path file) {
    return Files.isRegularFile(file) && ARCHIVE.matcher(file.getFileName().toString()).matches();
  }
}
