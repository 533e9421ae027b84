package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoinghi.ingest.Warcs.bytes;
import static vn.hoinghi.ingest.Warcs.gzip;
import static vn.hoinghi.ingest.Warcs.html;
import static vn.hoinghi.ingest.Warcs.http;
import static vn.hoinghi.ingest.Warcs.join;
import static vn.hoinghi.ingest.Warcs.page;
import static vn.hoinghi.ingest.Warcs.read;
import static vn.hoinghi.ingest.Warcs.response;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoinghi.schemas.Reason;

/**
 * Archives that somebody made to hurt, or that are none; a page before and one behind them come.
 */
class WarcHostileTest {
  private static final String NEWS = "http://bao.example/tin";
  private static final String HTML = "200 OK\r\nContent-Type: text/html; charset=utf-8";

  @TempDir Path dir;

  static Stream<Case> limits() {
    String fields = Warcs.fields(NEWS, Warcs.CAPTURED.toString());
    String longField = "X-Long: " + "x".repeat(10_000_000) + "\r\n" + fields;
    String manyFields = "X: y\r\n".repeat(1_000_000) + fields;
    byte[] bomb = http(HTML, new byte[20 * 1024 * 1024]);
    return Stream.of(
        new Case(
            "a field of 10 MB", Warcs.record("response", longField, new byte[9]), "WARC_LIMIT"),
        new Case(
            "a million fields", Warcs.record("response", manyFields, new byte[9]), "WARC_LIMIT"),
        new Case("a record of 20 MiB", response(NEWS, bomb), "WARC_LIMIT"),
        new Case(
            "in segments",
            Warcs.record("response", fields + "WARC-Segment-Number: 1\r\n", http(HTML, html("a"))),
            "WARC_LIMIT"));
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Case(String name, byte[] record, String reason) {
    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest
  @MethodSource("limits")
  @Tag("F15")
  void whatIsTooLargeIsPassedOver(Case hostile) throws IOException {
    assertThat(reasonOf(hostile.record(), false)).isEqualTo(hostile.reason());
    assertThat(reasonOf(hostile.record(), true)).isEqualTo(hostile.reason());
  }

  @Test
  @Tag("F15")
  void aRecordOfTwentyGigabytesIsStoodOver() throws IOException {
    Path file = dir.resolve("large.warc");
    long size = 20L * 1024 * 1024 * 1024;
    String fields = Warcs.fields(NEWS, Warcs.CAPTURED.toString());
    byte[] head = Warcs.record("response", fields, Long.toString(size), new byte[0]);
    try (var out = new RandomAccessFile(file.toFile(), "rw")) {
      out.write(page(0));
      out.write(head, 0, head.length - 4);
      out.seek(out.getFilePointer() + size);
      out.write(bytes("\r\n\r\n"));
      out.write(page(1));
    }

    List<Capture> read = read(file);

    assertThat(read).extracting(c -> "" + c.failed()).containsExactly("null", "WARC_LIMIT", "null");
    assertThat(read.get(1).url()).isEqualTo(NEWS);
  }

  @Test
  @Tag("F15")
  void theHeapIsTheSameAtTheEndOfALargeArchiveAsAtItsBeginning() throws IOException {
    int records = 1_200;
    byte[] record = gzip(response(NEWS, http(HTML, html("hội nghị ".repeat(20_000)))));
    Path file = dir.resolve("large.warc.gz");
    try (var out = Files.newOutputStream(file)) {
      for (int i = 0; i < records; i++) {
        out.write(record);
      }
    }
    var used = new ArrayList<Long>();
    try (var captures = new WarcSource(file, Capture.Mark.BEGINNING, Warcs.reading()).captures()) {
      var count = new int[1];
      captures.forEach(
          capture -> {
            assertThat(capture.failed()).isNull();
            if (++count[0] % (records / 6) == 0) {
              used.add(heap());
            }
          });
      assertThat(count[0]).isEqualTo(records);
    }

    // 260 MB have been read; nothing of them is kept
    assertThat(used).hasSize(6);
    assertThat(used.get(5) - used.get(0)).isLessThan(8 * 1024 * 1024);
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  @ParameterizedTest
  @CsvSource({
    "file:///etc/passwd,FETCH_SCHEME",
    "http://10.0.0.1/,FETCH_BLOCKED_ADDRESS",
    "http://[::1]/,FETCH_BLOCKED_ADDRESS",
    "http://localhost/,FETCH_BLOCKED_ADDRESS",
    "http://2130706433/,URL_INVALID",
    "http://a@bao.example/,URL_INVALID",
    "'',URL_INVALID"
  })
  @Tag("F16")
  void anAddressThatWouldNotBeAskedForDoesNotComeFromAnArchive(String url, String reason)
      throws IOException {
    assertThat(reasonOf(response(url, http(HTML, html("a"))), true)).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "1601-01-01T00:00:00Z,TS_INVALID",
    "2999-01-01T00:00:00Z,TS_FUTURE",
    "gestern,TS_INVALID",
    "'',TS_INVALID"
  })
  @Tag("F16")
  void aCaptureFromNoTimeThatCanBeIsRefused(String date, String reason) throws IOException {
    byte[] record = Warcs.record("response", Warcs.fields(NEWS, date), http(HTML, html("a")));
    assertThat(reasonOf(record, true)).isEqualTo(reason);
  }

  @Test
  @Tag("F16")
  void anAnswerIsJudgedAsIfItCameFromTheWeb() throws IOException {
    byte[] bomb = gzip(new byte[6 * 1024 * 1024]);
    String gzip = HTML + "\r\nContent-Encoding: gzip";
    String chunked = HTML + "\r\nTransfer-Encoding: chunked";
    assertThat(reasonOf(http(gzip, bomb))).isEqualTo("FETCH_RATIO");
    assertThat(reasonOf(http(gzip, gzip(bytes("   "))))).isEqualTo("TEXT_EMPTY");
    assertThat(reasonOf(http(HTML, new byte[8 * 1024 * 1024 + 1]))).isEqualTo("FETCH_TOO_LARGE");
    assertThat(reasonOf(http(chunked, bytes("7fffffffffffffff\r\nx")))).isEqualTo("FETCH_BAD_HTTP");
    String endless = "4\r\n<p>a\r\nffffffffffffffff\r\n" + "b".repeat(2_000);
    assertThat(reasonOf(http(chunked, bytes(endless)))).isEqualTo("FETCH_BAD_HTTP");
    String honest = "4\r\n<p>a\r\n3\r\n</p\r\n1\r\n>\r\n0\r\n\r\n";
    assertThat(reasonOf(http(chunked, bytes(honest)))).isEqualTo("null");
    assertThat(reasonOf(http(chunked, html("unpacked by whoever archived it")))).isNotNull();
    assertThat(reasonOf(http(HTML + "\r\nContent-Length: 99", html("a"))))
        .isEqualTo("FETCH_TRUNCATED");
    assertThat(reasonOf(http("404 Not Found", html("a")))).isEqualTo("FETCH_STATUS_4XX");
    assertThat(reasonOf(http("503 Busy", html("a")))).isEqualTo("FETCH_STATUS_5XX");
    assertThat(reasonOf(http("200 OK\r\nContent-Type: image/png", html("a"))))
        .isEqualTo("FETCH_MEDIA_TYPE");
    assertThat(reasonOf(http(HTML, bytes("%PDF-1.4")))).isEqualTo("FETCH_MEDIA_TYPE");
    assertThat(reasonOf(bytes("no answer at all"))).isEqualTo("FETCH_BAD_HTTP");
    assertThat(reasonOf(http(HTML + "\r\nX: " + "x".repeat(300_000), html("a"))))
        .isEqualTo("FETCH_HEADER_LIMIT");
    assertThat(reasonOf(bytes("HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(60_000))))
        .isEqualTo("FETCH_HEADER_LIMIT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "zip", "arc", "empty", "zeros"})
  @Tag("F17")
  void aFileThatIsNoArchiveIsSaidSo(String what) throws IOException {
    Path file = dir.resolve("a");
    switch (what) {
      case "text" -> Files.writeString(file, "WARC and Weft. Words.\n".repeat(100));
      case "zip" -> Files.write(file, join(bytes("PK\u0003\u0004"), new byte[100]));
      case "arc" ->
          Files.writeString(file, "filedesc://a.arc 0.0.0.0 20200101000000 text/plain 3\n1 0\n");
      case "empty" -> Files.createFile(file);
      default -> sparse(file, 1024L * 1024 * 1024);
    }

    Capture only = only(read(file));

    assertThat(only.failed()).isEqualTo(Reason.WARC_MALFORMED);
    assertThat(only.in()).isEqualTo(new Attempt.Stretch(file.toString(), 0, Files.size(file)));
  }

  @Test
  @Tag("F17")
  void whatIsNoPlainFileIsNotEvenOpened() throws IOException, InterruptedException {
    Path pipe = dir.resolve("pipe");
    Assumptions.assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    Path broken = Files.createSymbolicLink(dir.resolve("broken"), dir.resolve("none"));
    Path device = Path.of("/dev/zero");
    for (Path path : List.of(pipe, broken, device, dir, dir.resolve("../none"))) {
      assertThat(only(read(path)).failed()).isEqualTo(Reason.INPUT_MISSING);
      assertThat(only(read(path)).problem()).contains(path.toString());
    }
  }

  @Test
  @Tag("F17")
  void aFileThatMayNotBeReadIsSaidSo() throws IOException {
    Path file = Warcs.file(dir, page(1));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    Assumptions.assumeFalse(Files.isReadable(file), "root may read everything");

    assertThat(only(read(file)).failed()).isEqualTo(Reason.INPUT_MISSING);
  }

  @Test
  @Tag("F17")
  void aFileThatGrowsIsReadOnFromWhereItEnded() throws IOException {
    byte[] second = gzip(page(1));
    Path file = Warcs.file(dir, gzip(page(0)), java.util.Arrays.copyOf(second, 40));

    List<Capture> before = read(file);
    Files.write(file, join(gzip(page(0)), second, gzip(page(2))));

    assertThat(before).extracting(c -> "" + c.failed()).containsExactly("null", "WARC_TRUNCATED");
    assertThat(read(file, before.get(0).next()))
        .extracting(Capture::url)
        .containsExactly(Warcs.url(1), Warcs.url(2));
  }

  private static void sparse(Path file, long size) throws IOException {
    try (var out = new RandomAccessFile(file.toFile(), "rw")) {
      out.setLength(size);
    }
  }

  private String reasonOf(byte[] answer) throws IOException {
    return reasonOf(response(NEWS, answer), true);
  }

  private String reasonOf(byte[] record, boolean gzip) throws IOException {
    Path file =
        gzip
            ? Warcs.file(dir, gzip(page(0)), gzip(record), gzip(page(1)))
            : Warcs.file(dir, page(0), record, page(1));
    List<Capture> read = read(file);
    Files.delete(file);
    assertThat(read).hasSize(3);
    assertThat(read.get(0).failed()).isNull();
    assertThat(read.get(2).failed()).isNull();
    return String.valueOf(read.get(1).failed());
  }

  private static Capture only(List<Capture> read) {
    assertThat(read).hasSize(1);
    return read.get(0);
  }
}
