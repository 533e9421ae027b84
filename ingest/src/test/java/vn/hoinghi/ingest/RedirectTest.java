package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoinghi.ingest.Fetches.OK;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoinghi.ingest.Behaviours.Says;
import vn.hoinghi.schemas.Reason;

@Timeout(20)
class RedirectTest {
  private static final String FOUND = "HTTP/1.1 302 Found\r\nContent-Length: 0\r\n";
  private static final Fetcher FETCHER = Fetches.opened();

  @AfterAll
  static void close() {
    FETCHER.close();
  }

  @Test
  @Tag("C10")
  void redirectsAreFollowedFiveTimesAndEachHopIsAsked() {
    var hop = new AtomicInteger();
    var asked = new AtomicInteger();
    try (var server =
        new HostileServer(
            line -> line.send(FOUND + "Location: /?n=" + hop.incrementAndGet() + "\r\n\r\n"))) {
      Fetched page =
          FETCHER.fetch(Fetches.page(server.url("/")).with(url -> asked.incrementAndGet()));
      assertFailed(page, Reason.FETCH_REDIRECT_LIMIT);
      assertThat(page.redirects()).isEqualTo(5);
      assertThat(page.problem()).contains("5 redirects");
      assertThat(hop).hasValue(6);
      assertThat(asked).hasValue(6);
    }
  }

  @Test
  @Tag("C10")
  void twoPagesThatLeadToEachOtherAreLeftAtTheLimit() {
    var turn = new AtomicInteger();
    try (var server =
        new HostileServer(
            line -> line.send(FOUND + "Location: /" + (turn.getAndIncrement() % 2) + "\r\n\r\n"))) {
      assertFailed(FETCHER.fetch(Fetches.page(server.url("/0"))), Reason.FETCH_REDIRECT_LIMIT);
      assertThat(turn).hasValue(6);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "file:///etc/passwd,                FETCH_SCHEME",
    "ftp://a/,                          FETCH_SCHEME",
    "gopher://a/,                       FETCH_SCHEME",
    "jar:http://a/b.jar!/,              FETCH_SCHEME",
    "'data:text/html,x',                FETCH_SCHEME",
    "javascript:1,                      FETCH_SCHEME",
    "http://10.0.0.1/,                  FETCH_REDIRECT_BLOCKED",
    "http://169.254.169.254/latest/,    FETCH_REDIRECT_BLOCKED",
    "http://[::1]/,                     FETCH_REDIRECT_BLOCKED",
    "http://[::ffff:a00:1]/,            FETCH_REDIRECT_BLOCKED",
    "//192.168.0.1/,                    FETCH_REDIRECT_BLOCKED",
    "http://2130706433/,                URL_INVALID",
    "http://0x7f.1/,                    URL_INVALID",
    "http://u@a.example/,               URL_INVALID",
    "http:///,                          URL_INVALID",
  })
  @Tag("C09")
  void aRedirectOffThePublicWebIsRefused(String location, Reason reason) {
    try (var server = new HostileServer(new Says(FOUND + "Location: " + location + "\r\n\r\n"))) {
      assertFailed(FETCHER.fetch(Fetches.page(server.url("/"))), reason);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Location:\r\n",
        "Location: /a\r\nLocation: /b\r\n",
      })
  @Tag("C11")
  void aRedirectThatLeadsNowhereOrTwoWaysIsBadHttp(String header) {
    try (var server = new HostileServer(new Says(FOUND + header + "\r\n"))) {
      assertFailed(FETCHER.fetch(Fetches.page(server.url("/"))), Reason.FETCH_BAD_HTTP);
    }
  }

  @Test
  @Tag("C11")
  void anEndlessLocationIsNone() {
    String location = "Location: /" + "a".repeat(64 * 1024) + "\r\n\r\n";
    try (var server = new HostileServer(new Says(FOUND + location))) {
      assertFailed(FETCHER.fetch(Fetches.page(server.url("/"))), Reason.FETCH_BAD_HTTP);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "b,                      /a/b",
    "/b,                     /b",
    "?q,                     /a/page?q",
    "../b,                   /b",
    "/h\u00e1,               /h%C3%A1",
    "/b%0d%0aX-Evil:%201,    /b%0D%0AX-Evil:%201",
  })
  @Tag("C11")
  void aLocationIsResolvedAgainstTheLastHopAndCannotAddAHeader(String location, String target) {
    var asked = new AtomicInteger();
    try (var server =
        new HostileServer(
            line ->
                line.send(
                    asked.getAndIncrement() == 0
                        ? (FOUND + "Location: " + utf8AsSent(location) + "\r\n\r\n")
                        : (OK + "Content-Length: 2\r\n\r\nhi")))) {
      Fetched page = FETCHER.fetch(Fetches.page(server.url("/a/page")));
      assertThat(page.ok()).as(page.problem()).isTrue();
      assertThat(page.finalUrl()).hasToString(server.url(target));
      assertThat(server.heads.get(1))
          .startsWith("GET " + target + " HTTP/1.1\r\n")
          .doesNotContain("\nX-Evil");
    }
  }

  @Test
  @Tag("C32")
  void validatorsAndCookiesOfOneHostAreNotSentToAnother() {
    try (var other = new HostileServer(new Says(OK + "Content-Length: 2\r\n\r\nhi"));
        var server =
            new HostileServer(
                new Says(FOUND + "Set-Cookie: a=1\r\nLocation: http://b.example/\r\n\r\n"))) {
      List<String> resolve =
          List.of("a.example=127.0.0.1:" + server.port(), "b.example=127.0.0.1:" + other.port());
      try (Fetcher fetcher = Fetches.fetcher(List.of("127.0.0.0/8"), resolve, Dns.SYSTEM)) {
        FetchRequest request = Fetches.page("http://a.example/").ifChanged("\"secret\"", null);
        assertThat(fetcher.fetch(request).ok()).isTrue();
      }
      assertThat(server.heads.get(0)).contains("If-None-Match: \"secret\"");
      assertThat(other.heads).singleElement().asString().doesNotContain("secret", "Cookie", "Ref");
    }
  }

  private static String utf8AsSent(String text) {
    return new String(
        text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
        java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  private static void assertFailed(Fetched page, Reason reason) {
    assertThat(page.failure()).as(page.problem()).isEqualTo(reason);
  }
}
