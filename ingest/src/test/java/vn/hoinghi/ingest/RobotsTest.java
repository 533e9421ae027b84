package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mockwebserver3.MockResponse;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoinghi.schemas.Reason;

@Timeout(20)
class RobotsTest {
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
  private final Site site = new Site();
  private final CrawlConfig config = Crawls.config(site, outlet());
  private final Fetcher fetcher =
      new Fetcher(
          config.limits(),
          new AddressGuard(config.openedRanges()),
          HostOverrides.parse(config.resolve()),
          config.fullUserAgent());
  private final Robots robots = new Robots(fetcher, config);

  @AfterEach
  void close() {
    fetcher.close();
    site.close();
  }

  @Test
  @Tag("C38")
  void onlyTheFirst500KiBCount() {
    String filler = "# x\n".repeat(200 * 1024);
    site.answers(
        "/robots.txt",
        200,
        "text/plain",
        "User-agent: *\nDisallow: /early\n" + filler + "Disallow: /late\n");
    assertRefused("/early", Reason.ROBOTS_DISALLOWED);
    assertAllowed("/late");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Disallow: /*a*a*a*b%d$\n",
        "Disallow: /*a*b%d\n",
        "Disallow: /*aaaaaaaaaaaaaaaaaaaaaaaaaaaaaab%d\n",
        "Disallow: /aaaaaaaaaaaaaaa%d$\n",
        "Allow: *%d\n",
      })
  @Tag("C38")
  void aHundredThousandRulesAreDecidedSoon(String rule) throws Refused {
    var rules = new StringBuilder("User-agent: *\n");
    for (int i = 0; rules.length() < FetchLimits.ROBOTS_BYTES; i++) {
      rules.append(String.format(Locale.ROOT, rule, i));
    }
    long millis = millisToDecide(rules.toString());
    assertThat(millis).isLessThan(1_000);
  }

  @Test
  @Tag("C38")
  void onePatternMadeToBeSlowIsNot() throws Refused {
    assertThat(millisToDecide("User-agent: *\nDisallow: /" + "*a".repeat(240_000) + "*b$\n"))
        .isLessThan(1_000);
  }

  private static long millisToDecide(String robots) throws Refused {
    byte[] body = robots.getBytes(StandardCharsets.UTF_8);
    CanonicalUrl url = url("/" + "a".repeat(1_900));
    var answer = new Fetched(url, 0, 200, Map.of(), body, body.length, 0, null, null);
    RobotsRules rules = RobotsRules.of(answer, url, "hoinghi-test/1", NOW);
    long start = System.nanoTime();
    rules.allows(url);
    return (System.nanoTime() - start) / 1_000_000;
  }

  @Test
  @Tag("C38")
  void anEmptyOneAPageOfHtmlAndBinaryRubbishForbidNothing() {
    for (String body : List.of("", "<html><body>Trang chủ</body></html>", "\u0000\u0001\u00ff")) {
      site.answers("/robots.txt", 200, "text/html", body);
      assertThatCode(() -> new Robots(fetcher, config).check(url("/a"), NOW))
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 410})
  @Tag("C38")
  void aServerWithoutRulesAllowsEverything(int status) {
    site.answers("/robots.txt", status, "text/plain", "User-agent: *\nDisallow: /\n");
    assertAllowed("/a");
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  @Tag("C38")
  void aServerThatCannotSayAllowsNothing(int status) {
    site.answers("/robots.txt", status, "text/plain", "");
    assertRefused("/a", Reason.ROBOTS_UNAVAILABLE);
  }

  @Test
  @Tag("C12")
  void aRedirectOfTheRulesIsFollowedUnderTheSameGuard() {
    site.redirects("/robots.txt", "http://www.bao.example/real.txt")
        .answers("/real.txt", 200, "text/plain", "User-agent: *\nDisallow: /a\n");
    assertRefused("/a", Reason.ROBOTS_DISALLOWED);
    assertAllowed("/b");

    site.redirects("/robots.txt", "http://10.0.0.1/robots.txt");
    assertThatThrownBy(() -> new Robots(fetcher, config).check(url("/a"), NOW))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.reason()).isEqualTo(Reason.FETCH_REDIRECT_BLOCKED));
  }

  @Test
  @Tag("C39")
  void delaysThatAreNoneAreZeroAndLongOnesClamped() throws Refused {
    for (String delay : List.of("-1", "NaN", "x", "")) {
      assertThat(delayOf(delay)).isZero();
    }
    assertThat(delayOf("0.5")).isEqualTo(Duration.ofMillis(500));
    assertThat(delayOf("1000000000")).isEqualTo(Duration.ofSeconds(60));
  }

  private Duration delayOf(String delay) throws Refused {
    site.on(
        "/robots.txt",
        request ->
            new MockResponse(
                200, Headers.of(), "User-agent: *\nCrawl-delay: " + delay + "\nDisallow: /no\n"));
    var fresh = new Robots(fetcher, config);
    fresh.check(url("/a"), NOW);
    return fresh.crawlDelay();
  }

  private void assertAllowed(String path) {
    assertThatCode(() -> robots.check(url(path), NOW)).doesNotThrowAnyException();
  }

  private void assertRefused(String path, Reason reason) {
    assertThatThrownBy(() -> robots.check(url(path), NOW))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private static CanonicalUrl url(String path) throws Refused {
    return CanonicalUrl.of("http://bao.example" + path);
  }

  private static Outlet outlet() {
    return new Outlet(Crawls.HOST, null, null, null, List.of("/rss"), null, "http", true);
  }
}
