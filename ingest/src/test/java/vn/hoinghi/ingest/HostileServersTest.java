package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static vn.hoinghi.ingest.Fetches.MIB;
import static vn.hoinghi.ingest.Fetches.OK;
import static vn.hoinghi.ingest.Fetches.gzip;
import static vn.hoinghi.ingest.Fetches.gzipHead;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.hoinghi.ingest.Behaviours.Drips;
import vn.hoinghi.ingest.Behaviours.Floods;
import vn.hoinghi.ingest.Behaviours.HalfCloses;
import vn.hoinghi.ingest.Behaviours.Resets;
import vn.hoinghi.ingest.Behaviours.Says;
import vn.hoinghi.ingest.Behaviours.Silent;
import vn.hoinghi.schemas.Reason;

/**
 * Servers that break the rules of HTTP, each in its own way. One fetcher meets them all, and must
 * come back from each with its reason, in time, with bounded memory and no connection left.
 */
@Timeout(20)
class HostileServersTest {
  private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";
  private static final Fetcher FETCHER = Fetches.opened();

  /** A little above production's 30 s, at the tests' scale. */
  private static final long MILLIS = 2_500;

  private static final long HEAP = 32L * MIB;

  @AfterAll
  static void close() {
    FETCHER.close();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource({"times", "lengths", "encodings", "heads", "statuses", "chunks", "lines"})
  @Tag("C18")
  @Tag("C19")
  @Tag("C20")
  @Tag("C21")
  @Tag("C22")
  @Tag("C23")
  @Tag("C24")
  @Tag("C25")
  @Tag("C26")
  @Tag("C27")
  @Tag("C28")
  @Tag("C29")
  @Tag("C33")
  @Tag("C35")
  void aHostileServerEndsInItsReasonWithinItsBudget(
      String row, String name, HostileServer.Script behaviour, List<Reason> reasons) {
    try (var server = new HostileServer(behaviour)) {
      long before = allocated();
      Fetched answer = FETCHER.fetch(Fetches.page(server.url("/")));
      long heap = allocated() - before;

      assertThat(Fetches.reason(answer)).as(row + " " + answer.problem()).isIn(reasons);
      assertThat(answer.body()).isEmpty();
      assertThat(answer.millis()).isLessThan(MILLIS);
      assertThat(heap).isLessThan(HEAP);
      Fetches.awaitReleased(FETCHER);
    }
    try (var honest = new HostileServer(new Says(OK + "Content-Length: 2\r\n\r\nhi"))) {
      assertThat(FETCHER.fetch(Fetches.page(honest.url("/"))).ok()).isTrue();
    }
  }

  static Stream<Arguments> times() {
    return Stream.of(
        row("C18", "never answers", new Silent(), Reason.FETCH_DEADLINE),
        row(
            "C19",
            "a head that drips",
            new Drips("HTTP/1.1 200 OK\r\n", "X", 50),
            Reason.FETCH_DEADLINE),
        row("C20", "a body that drips", new Drips(OK + "\r\n", "x", 25), Reason.FETCH_SLOW),
        row("C20", "chunks that drip", new Drips(CHUNKED, "1\r\nx\r\n", 25), Reason.FETCH_SLOW),
        row("C21", "a body without end", new Floods(OK + "\r\n", "x"), Reason.FETCH_TOO_LARGE),
        row(
            "C21",
            "chunks without end",
            new Floods(CHUNKED, "4000\r\n" + "x".repeat(0x4000) + "\r\n"),
            Reason.FETCH_TOO_LARGE));
  }

  static Stream<Arguments> lengths() {
    Stream<Arguments> bad =
        Stream.of("-1", "+5", "9223372036854775808", "5\r\nContent-Length: 6", "five", "5, 6", "")
            .map(
                length ->
                    row(
                        "C22",
                        "Content-Length " + length.replaceAll("[\r\n]+", " "),
                        new Says(OK + "Content-Length: " + length + "\r\n\r\nhello"),
                        Reason.FETCH_BAD_HTTP));
    return Stream.concat(
        bad,
        Stream.of(
            row(
                "C22",
                "ten gigabytes",
                new Says(OK + "Content-Length: 10737418240\r\n\r\nx"),
                Reason.FETCH_TOO_LARGE),
            row(
                "C23",
                "half of what was promised",
                new Says(OK + "Content-Length: 1000\r\n\r\n" + "x".repeat(500)),
                Reason.FETCH_TRUNCATED),
            row(
                "C23",
                "half of what was promised, then silence one way",
                new HalfCloses(OK + "Content-Length: 1000\r\n\r\n" + "x".repeat(500)),
                Reason.FETCH_TRUNCATED)));
  }

  static Stream<Arguments> encodings() {
    byte[] bomb = gzip(new byte[64 * MIB]);
    byte[] packed = gzip("x".repeat(10_000).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    byte[] badSum = packed.clone();
    badSum[packed.length - 6] ^= 1;
    byte[] shortened = Arrays.copyOf(packed, packed.length - 9);
    Stream<Arguments> unasked =
        Stream.of("br", "zstd", "deflate", "gzip, gzip", "gzip, gzip, gzip")
            .map(
                label ->
                    row(
                        label.startsWith("gzip") ? "C24" : "C25",
                        label,
                        new Says(
                            OK + "Content-Encoding: " + label + "\r\nContent-Length: 1\r\n\r\nx"),
                        Reason.FETCH_ENCODING));
    return Stream.concat(
        unasked,
        Stream.of(
            row("C24", "a bomb", new Says(gzipHead(bomb.length), bomb), Reason.FETCH_RATIO),
            row(
                "C24",
                "a bomb of unknown length",
                new Says(OK + "Content-Encoding: gzip\r\n\r\n", bomb),
                Reason.FETCH_RATIO),
            row(
                "C25",
                "gzip cut off",
                new Says(gzipHead(shortened.length), shortened),
                Reason.FETCH_ENCODING),
            row(
                "C25",
                "gzip with a wrong sum",
                new Says(gzipHead(badSum.length), badSum),
                Reason.FETCH_ENCODING),
            row(
                "C25",
                "text called gzip",
                new Says(gzipHead(5) + "hello"),
                Reason.FETCH_ENCODING)));
  }

  static Stream<Arguments> heads() {
    return Stream.of(
        row(
            "C26",
            "headers without end",
            new Floods("HTTP/1.1 200 OK\r\n", "X-Filler: " + "x".repeat(100) + "\r\n"),
            Reason.FETCH_HEADER_LIMIT),
        row(
            "C26",
            "100,000 short headers",
            new Says("HTTP/1.1 200 OK\r\n" + "a: b\r\n".repeat(100_000) + "\r\n"),
            Reason.FETCH_HEADER_LIMIT),
        row(
            "C26",
            "a line without end",
            new Floods("HTTP/1.1 200 OK\r\nX: ", "x"),
            Reason.FETCH_HEADER_LIMIT),
        row(
            "C33",
            "an ETag of a megabyte",
            new Says(OK + "ETag: \"" + "x".repeat(MIB) + "\"\r\n\r\n"),
            Reason.FETCH_HEADER_LIMIT),
        row(
            "C26",
            "a header without a colon",
            new Says(OK + "hello\r\nContent-Length: 2\r\n\r\nhi"),
            Reason.FETCH_BAD_HTTP),
        row(
            "C26",
            "NUL in a header",
            new Says(OK + "X: a\0b\r\nContent-Length: 2\r\n\r\nhi"),
            Reason.FETCH_BAD_HTTP),
        row(
            "C26",
            "a folded header",
            new Says(OK + "X: a\r\n b: c\r\nContent-Length: 2\r\n\r\nhi"),
            Reason.FETCH_BAD_HTTP));
  }

  static Stream<Arguments> statuses() {
    return Stream.of(
        row(
            "C27",
            "early hints without end",
            new Floods("", "HTTP/1.1 103 Early Hints\r\nLink: </s.css>\r\n\r\n"),
            Reason.FETCH_HEADER_LIMIT),
        row(
            "C27",
            "another protocol",
            new Says("HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\nhi"),
            Reason.FETCH_BAD_HTTP),
        row(
            "C27",
            "no content, and here it is",
            new Says("HTTP/1.1 204 No Content\r\nContent-Length: 2\r\n\r\nhi"),
            Reason.FETCH_BAD_HTTP),
        row("C27", "HTTP/0.9", new Says("<html>hello</html>\r\n"), Reason.FETCH_BAD_HTTP),
        row("C27", "a word", new Says("HELLO\r\n\r\n"), Reason.FETCH_BAD_HTTP),
        row("C27", "a fruit", new Says("HTTP/1.1 banana\r\n\r\n"), Reason.FETCH_BAD_HTTP),
        row(
            "C29",
            "frames of HTTP/2",
            new Says("\0\0\6\4\0\0\0\0\0\0\3\0\0\0\144\0\0\10\7\0\0\0\0\0\0\0\0\0\0\0\13\r\n\r\n"),
            Reason.FETCH_BAD_HTTP,
            Reason.FETCH_TRUNCATED),
        row(
            "C29",
            "an upgrade to HTTP/2",
            new Says("HTTP/1.1 101 Switching\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n"),
            Reason.FETCH_BAD_HTTP));
  }

  static Stream<Arguments> chunks() {
    return Stream.of(
        row("C28", "no last chunk", new Says(CHUNKED + "5\r\nhello\r\n"), Reason.FETCH_TRUNCATED),
        row("C28", "a chunk below zero", new Says(CHUNKED + "-5\r\nhi"), Reason.FETCH_BAD_HTTP),
        row("C28", "a chunk of words", new Says(CHUNKED + "five\r\nhi"), Reason.FETCH_BAD_HTTP),
        row(
            "C28",
            "a chunk of 2^64-1",
            new Says(CHUNKED + "ffffffffffffffff\r\nhello"),
            Reason.FETCH_BAD_HTTP,
            Reason.FETCH_TRUNCATED),
        row(
            "C28",
            "a chunk for each byte",
            new Floods(CHUNKED, "1\r\nx\r\n"),
            Reason.FETCH_DEADLINE,
            Reason.FETCH_TOO_LARGE),
        row(
            "C28",
            "trailers without end",
            new Floods(CHUNKED + "2\r\nhi\r\n0\r\n", "X-Filler: x\r\n"),
            Reason.FETCH_BAD_HTTP,
            Reason.FETCH_TRUNCATED));
  }

  static Stream<Arguments> lines() {
    return Stream.of(
        row(
            "C35",
            "a reset for an answer",
            new Resets(""),
            Reason.FETCH_CONNECT,
            Reason.FETCH_TRUNCATED),
        row(
            "C35",
            "a reset within the head",
            new Resets("HTTP/1.1 200 OK\r\nContent-"),
            Reason.FETCH_CONNECT,
            Reason.FETCH_TRUNCATED),
        row(
            "C35",
            "a reset within the body",
            new Resets(OK + "Content-Length: 1000\r\n\r\nhello"),
            Reason.FETCH_TRUNCATED),
        row("C35", "the end for an answer", new HalfCloses(""), Reason.FETCH_TRUNCATED));
  }

  private static Arguments row(
      String row, String name, HostileServer.Script behaviour, Reason... reasons) {
    return arguments(row, name, behaviour, List.of(reasons));
  }

  /** By this thread, which is the one that fetches. */
  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }
}
