package vn.hoinghi.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoinghi.schemas.Reason;

/** Deadlines are a twentieth of production's: 1.5 s in all, 0.5 s for the slow window. */
@Timeout(20)
class FetcherTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
  private static final int MIB = 1024 * 1024;

  private final Fetcher fetcher = fetcher(List.of("127.0.0.0/8"), List.of(), Dns.SYSTEM);
  private HostileServer server;

  @AfterEach
  void close() {
    fetcher.close();
    if (server != null) {
      server.close();
    }
  }

  @Test
  void aPlainPageComesWithItsHeaders() throws Refused {
    Fetched page = fetch(line -> line.send(OK + "ETag: \"1\"\r\nContent-Length: 2\r\n\r\nhi"));
    assertThat(page.failure()).isNull();
    assertThat(new String(page.body(), UTF_8)).isEqualTo("hi");
    assertThat(page.header("etag")).isEqualTo("\"1\"");
    assertThat(page.mediaType()).isEqualTo("text/html");
    assertThat(server.heads.get(0)).contains("User-Agent: hoinghi-test/1").doesNotContain("Cookie");
  }

  @Test
  void gzipIsUnpackedAndRubbishBehindItIgnored() throws Refused {
    byte[] packed = gzip("hội nghị".repeat(100).getBytes(UTF_8));
    byte[] withRubbish = Arrays.copyOf(packed, packed.length + 7);
    Fetched page = fetch(line -> line.send(gzipHead(withRubbish.length)).send(withRubbish));
    assertThat(new String(page.body(), UTF_8)).isEqualTo("hội nghị".repeat(100));
    assertThat(page.wireBytes()).isLessThan(page.body().length);
  }

  @Test
  void aServerThatNeverAnswersCostsTheDeadlineAndNoMore() throws Refused {
    Fetched page = fetch(line -> line.pause(10_000));
    assertFailed(page, Reason.FETCH_DEADLINE);
    assertThat(page.millis()).isBetween(1_400L, 3_000L);
  }

  @Test
  void aHeadThatDripsEndsAtTheDeadline() throws Refused {
    Fetched page =
        fetch(
            line -> {
              line.send("HTTP/1.1 200 OK\r\n");
              while (line.open()) {
                line.send("X");
                line.pause(50);
              }
            });
    assertFailed(page, Reason.FETCH_DEADLINE);
  }

  @Test
  void aBodyThatDripsIsGivenUpBeforeTheDeadline() throws Refused {
    Fetched page =
        fetch(
            line -> {
              line.send(OK + "\r\n");
              while (line.open()) {
                line.send("x");
                line.pause(25);
              }
            });
    assertFailed(page, Reason.FETCH_SLOW);
    assertThat(page.millis()).isLessThan(1_400);
  }

  @Test
  void aBodyWithoutEndIsReadToTheCapAndTheConnectionCut() throws Refused {
    byte[] chunk = new byte[64 * 1024];
    Fetched page =
        fetch(
            line -> {
              line.send(OK + "\r\n");
              while (line.open()) {
                line.send(chunk);
              }
            });
    assertFailed(page, Reason.FETCH_TOO_LARGE);
    // what the kernel's buffers took counts as sent too
    assertThat(server.sent.get()).isLessThan(16L * MIB);
  }

  @Test
  void aLengthBeyondTheCapIsRefusedBeforeTheBodyIsRead() throws Refused {
    assertFailed(
        fetch(line -> line.send(OK + "Content-Length: 10737418240\r\n\r\nx")),
        Reason.FETCH_TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: -1\r\n",
        "Content-Length: +5\r\n",
        "Content-Length: 9223372036854775808\r\n",
        "Content-Length: 5\r\nContent-Length: 6\r\n",
        "Content-Length: five\r\n"
      })
  void aLengthThatIsNoneIsBadHttp(String header) throws Refused {
    assertFailed(fetch(line -> line.send(OK + header + "\r\nhello")), Reason.FETCH_BAD_HTTP);
  }

  @Test
  void aBodyShorterThanPromisedIsNeverTakenForWhole() throws Refused {
    assertFailed(
        fetch(line -> line.send(OK + "Content-Length: 1000\r\n\r\n" + "x".repeat(500))),
        Reason.FETCH_TRUNCATED);
  }

  @Test
  void aChunkedBodyWithoutItsLastChunkIsTruncatedAndABadChunkIsBadHttp() throws Refused {
    String chunked = OK + "Transfer-Encoding: chunked\r\n\r\n";
    assertFailed(fetch(line -> line.send(chunked + "5\r\nhello\r\n")), Reason.FETCH_TRUNCATED);
    assertFailed(fetch(line -> line.send(chunked + "-5\r\nhello\r\n")), Reason.FETCH_BAD_HTTP);
    assertThat(fetch(line -> line.send(chunked + "ffffffffffffffff\r\nhello")).failure())
        .isIn(Reason.FETCH_BAD_HTTP, Reason.FETCH_TRUNCATED);
  }

  @Test
  void aGzipBombIsFoundByItsRatio() throws Refused {
    byte[] bomb = gzip(new byte[64 * MIB]);
    assertThat(bomb.length).isLessThan(100 * 1024);
    assertFailed(fetch(line -> line.send(gzipHead(bomb.length)).send(bomb)), Reason.FETCH_RATIO);
  }

  @Test
  void damagedShortenedAndUnaskedEncodingsAreNamed() throws Refused {
    byte[] packed = gzip("x".repeat(10_000).getBytes(UTF_8));
    byte[] shortened = Arrays.copyOf(packed, packed.length - 9);
    byte[] badSum = packed.clone();
    badSum[packed.length - 6] ^= 1;
    for (byte[] body : List.of(shortened, badSum, "plain text".getBytes(UTF_8))) {
      assertFailed(
          fetch(line -> line.send(gzipHead(body.length)).send(body)), Reason.FETCH_ENCODING);
    }
    for (String encoding : List.of("br", "zstd", "deflate", "gzip, gzip")) {
      assertFailed(
          fetch(
              line ->
                  line.send(
                      OK + "Content-Encoding: " + encoding + "\r\nContent-Length: 1\r\n\r\nx")),
          Reason.FETCH_ENCODING);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"HELLO\r\n\r\n", "HTTP/1.1 banana\r\n\r\n"})
  void whatIsNoHttpIsSaidToBeNone(String answer) throws Refused {
    assertThat(fetch(line -> line.send(answer)).failure())
        .isIn(Reason.FETCH_BAD_HTTP, Reason.FETCH_TRUNCATED);
  }

  @Test
  void aHeadLargerThanAnyHonestOneIsRefused() throws Refused {
    assertFailed(
        fetch(line -> line.send("HTTP/1.1 200 OK\r\nX: " + "x".repeat(MIB) + "\r\n\r\n")),
        Reason.FETCH_HEADER_LIMIT);
  }

  @Test
  void connectionsThatBreakAreToldFromHostsThatAreNotThere() throws Refused, IOException {
    assertThat(fetch(HostileServer.Line::reset).failure())
        .isIn(Reason.FETCH_TRUNCATED, Reason.FETCH_CONNECT);
    try (var deaf = new Socket()) {
      // bound, but listening to nobody: no other process can take the port meanwhile
      deaf.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      String url = "http://127.0.0.1:" + deaf.getLocalPort() + "/";
      assertFailed(fetcher.fetch(FetchRequest.of(CanonicalUrl.of(url), MIB)), Reason.FETCH_CONNECT);
    }
  }

  @Test
  void aServerWithoutACertificateWorthTheNameIsATlsFault() throws Refused {
    server = HostileServer.speakingFirst(line -> line.send("this is no TLS\r\n"));
    assertFailed(
        fetcher.fetch(
            FetchRequest.of(CanonicalUrl.of("https://127.0.0.1:" + server.port() + "/"), MIB)),
        Reason.FETCH_TLS);
  }

  @Test
  void redirectsAreFollowedFiveTimesAndEachHopIsAsked() throws Refused {
    var hop = new AtomicInteger();
    var asked = new AtomicInteger();
    server =
        new HostileServer(
            line ->
                line.send(
                    "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: /hop?n="
                        + hop.incrementAndGet()
                        + "\r\n\r\n"));
    Fetched page =
        fetcher.fetch(
            FetchRequest.of(CanonicalUrl.of(server.url("/")), MIB)
                .with(url -> asked.incrementAndGet()));
    assertFailed(page, Reason.FETCH_REDIRECT_LIMIT);
    assertThat(page.redirects()).isEqualTo(5);
    assertThat(hop).hasValue(6);
    assertThat(asked).hasValue(6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "ftp://a/",
        "gopher://a/",
        "data:text/html,x",
        "javascript:1"
      })
  void aRedirectOffTheWebIsRefused(String location) throws Refused {
    assertFailed(redirectedTo(location), Reason.FETCH_SCHEME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://10.0.0.1/", "http://169.254.169.254/latest/", "http://[::1]/"})
  void aRedirectToAClosedAddressIsBlocked(String location) throws Refused {
    assertFailed(redirectedTo(location), Reason.FETCH_REDIRECT_BLOCKED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://2130706433/", "http://u@a.example/", "http:///"})
  void aRedirectToNoAddressIsInvalid(String location) throws Refused {
    assertFailed(redirectedTo(location), Reason.URL_INVALID);
  }

  @Test
  void aClosedAddressIsRefusedWithoutAPacket() throws Refused {
    server = new HostileServer(line -> line.send(OK + "\r\n"));
    try (Fetcher strict = fetcher(List.of(), List.of(), Dns.SYSTEM)) {
      for (String host : List.of("127.0.0.1", "localhost", "[::1]")) {
        assertFailed(
            strict.fetch(
                FetchRequest.of(
                    CanonicalUrl.of("http://" + host + ":" + server.port() + "/"), MIB)),
            Reason.FETCH_BLOCKED_ADDRESS);
      }
    }
    assertThat(server.connections).hasValue(0);
  }

  @Test
  void oneClosedAddressAmongPublicOnesRefusesTheHost() throws Refused {
    Map<String, List<String>> names = Map.of("mixed.example", List.of("8.8.8.8", "10.0.0.1"));
    try (Fetcher strict = fetcher(List.of(), List.of(), resolver(names))) {
      assertFailed(
          strict.fetch(FetchRequest.of(CanonicalUrl.of("http://mixed.example/"), MIB)),
          Reason.FETCH_BLOCKED_ADDRESS);
    }
  }

  @Test
  void anotherPortThanTheWebsIsClosedOnPublicAddresses() throws Refused {
    Map<String, List<String>> names = Map.of("db.example", List.of("8.8.8.8"));
    try (Fetcher strict = fetcher(List.of(), List.of(), resolver(names))) {
      assertFailed(
          strict.fetch(FetchRequest.of(CanonicalUrl.of("http://db.example:5432/"), MIB)),
          Reason.FETCH_BLOCKED_ADDRESS);
    }
  }

  @Test
  void anAnswerThatChangesBetweenLookupAndConnectionHelpsNobody() throws UnknownHostException {
    // The guard of the socket sees only the address that is really connected to.
    var sockets = new GuardedSockets(new AddressGuard(List.of()), HostOverrides.parse(List.of()));
    server = new HostileServer(line -> line.send(OK + "\r\n"));
    InetAddress rebound = InetAddress.getByAddress("public.example", new byte[] {127, 0, 0, 1});
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () ->
                sockets
                    .createSocket()
                    .connect(new java.net.InetSocketAddress(rebound, server.port()), 500))
        .isInstanceOf(BlockedAddressException.class);
    assertThat(server.connections).hasValue(0);
  }

  @Test
  void anOverriddenHostIsFoundElsewhereUnderItsOwnNameAndTheGuardStaysOn() throws Refused {
    server = new HostileServer(line -> line.send(OK + "Content-Length: 2\r\n\r\nhi"));
    List<String> resolve = List.of("bao.example=127.0.0.1:" + server.port());
    FetchRequest request = FetchRequest.of(CanonicalUrl.of("http://bao.example/"), MIB);
    try (Fetcher opened = fetcher(List.of("127.0.0.0/8"), resolve, Dns.SYSTEM);
        Fetcher strict = fetcher(List.of(), resolve, Dns.SYSTEM)) {
      assertThat(opened.fetch(request).ok()).isTrue();
      assertThat(server.heads.get(0)).contains("Host: bao.example\r\n");
      assertFailed(strict.fetch(request), Reason.FETCH_BLOCKED_ADDRESS);
    }
  }

  @Test
  void aHostThatNobodyKnowsAndAResolverThatHangsAreDnsFaults() throws Refused {
    Dns hanging =
        host -> {
          try {
            new java.util.concurrent.CountDownLatch(1).await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          throw new UnknownHostException(host);
        };
    for (Dns dns : List.of(resolver(Map.of()), hanging)) {
      try (Fetcher lost = fetcher(List.of(), List.of(), dns)) {
        Fetched page = lost.fetch(FetchRequest.of(CanonicalUrl.of("http://a.example/"), MIB));
        assertFailed(page, Reason.FETCH_DNS);
        assertThat(page.millis()).isLessThan(1_000);
      }
    }
  }

  @Test
  void cookiesAreNeverSentBack() throws Refused {
    server =
        new HostileServer(line -> line.send(OK + "Set-Cookie: a=1\r\nContent-Length: 0\r\n\r\n"));
    for (int i = 0; i < 2; i++) {
      fetcher.fetch(FetchRequest.of(CanonicalUrl.of(server.url("/")), MIB));
    }
    assertThat(server.heads).hasSize(2).noneMatch(head -> head.contains("Cookie"));
  }

  private Fetched redirectedTo(String location) throws Refused {
    return fetch(
        line ->
            line.send(
                "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + location + "\r\n\r\n"));
  }

  private Fetched fetch(HostileServer.Script script) throws Refused {
    if (server != null) {
      server.close();
    }
    server = new HostileServer(script);
    return fetcher.fetch(FetchRequest.of(CanonicalUrl.of(server.url("/")), 8 * MIB));
  }

  private static void assertFailed(Fetched page, Reason reason) {
    assertThat(page.failure()).as(page.problem()).isEqualTo(reason);
  }

  private static Fetcher fetcher(List<String> allowed, List<String> resolve, Dns dns) {
    return new Fetcher(
        Crawls.limits(),
        new AddressGuard(allowed.stream().map(Cidr::parse).toList()),
        HostOverrides.parse(resolve),
        "hoinghi-test/1 (+test)",
        dns);
  }

  private static Dns resolver(Map<String, List<String>> names) {
    return host -> {
      if (!names.containsKey(host)) {
        throw new UnknownHostException(host);
      }
      var found = new java.util.ArrayList<InetAddress>();
      for (String address : names.get(host)) {
        found.add(InetAddress.getByAddress(host, Cidr.literal(address)));
      }
      return found;
    };
  }

  private static String gzipHead(int length) {
    return OK + "Content-Encoding: gzip\r\nContent-Length: " + length + "\r\n\r\n";
  }

  private static byte[] gzip(byte[] plain) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
