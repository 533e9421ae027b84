package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import mockwebserver3.MockResponse;
import okhttp3.Headers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.FetchOutcome;

/** What a site asks for by its robots.txt and its answers, and what it gets. */
class LanePolitenessTest extends LaneOnLoopback {

  @Test
  void whatRobotsTxtForbidsIsNotAskedFor() {
    site.answers(
            "/robots.txt",
            200,
            "text/plain",
            "User-agent: *\nDisallow: /all\nUser-agent: hoinghi-test\nDisallow: /secret\n")
        .feed("/rss", "/secret/a.html", "/all/b.html")
        .page("/secret/a.html", "<p>A</p>")
        .page("/all/b.html", "<p>B</p>");

    crawl.settle();

    assertThat(site.asked()).doesNotContain("/secret/a.html").contains("/all/b.html");
    assertThat(crawl.results()).containsEntry("/secret/a.html", "REFUSED ROBOTS_DISALLOWED");
  }

  @Test
  void robotsTxtIsAskedForOnceADay() {
    site.feed("/rss", "/a.html").page("/a.html", "<p>A</p>");
    crawl.settle();

    crawl.during(Duration.ofHours(23));
    assertThat(site.requests("/robots.txt")).hasSize(1);
    crawl.during(Duration.ofHours(2));
    assertThat(site.requests("/robots.txt")).hasSize(2);
  }

  @Test
  @Tag("C38")
  void aServerThatCannotSayItsRulesIsLeftAloneUntilItCan() {
    site.answers("/robots.txt", 503, "text/plain", "").feed("/rss", "/a.html");
    crawl.settle();
    assertThat(site.asked()).containsOnly("/robots.txt");
    assertThat(crawl.outcomes).allMatch(o -> o.getReason().equals("ROBOTS_UNAVAILABLE")).hasSize(3);

    site.answers("/robots.txt", 404, "text/plain", "").page("/a.html", "<p>A</p>");
    crawl.during(Duration.ofHours(1));

    assertThat(crawl.published).hasSize(1);
  }

  @Test
  @Tag("C39")
  void aCrawlDelayIsKeptAndALongOneClamped() {
    site.answers("/robots.txt", 200, "text/plain", "User-agent: *\nCrawl-delay: 7\n")
        .feed("/rss", "/a.html", "/b.html")
        .page("/a.html", "<p>A</p>")
        .page("/b.html", "<p>B</p>");
    crawl.settle();
    assertThat(Duration.between(crawl.outcomes.get(1).getAt(), crawl.outcomes.get(2).getAt()))
        .isEqualTo(Duration.ofSeconds(7));

    site.answers("/robots.txt", 200, "text/plain", "User-agent: *\nCrawl-delay: 1000000000\n");
    crawl.during(Duration.ofDays(3));
    assertThat(site.requests("/rss")).hasSizeGreaterThan(3);
  }

  @Test
  void withoutADelayThePaceOfTheConfigurationIsKept() {
    site.feed("/rss", "/a.html", "/b.html").page("/a.html", "A<p>").page("/b.html", "<p>B");

    crawl.settle();

    assertThat(Duration.between(crawl.outcomes.get(0).getAt(), crawl.outcomes.get(1).getAt()))
        .isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  @Tag("C31")
  void aSiteThatAsksToBeLeftAloneIs() {
    site.feed("/rss", "/a.html", "/b.html")
        .on("/a.html", request -> new MockResponse(429, Headers.of("Retry-After", "3600"), ""))
        .page("/b.html", "<p>B</p>");

    crawl.settle();

    FetchOutcome last = crawl.outcomes.get(crawl.outcomes.size() - 1);
    assertThat(Duration.between(crawl.outcomes.get(0).getAt(), last.getAt()))
        .isGreaterThanOrEqualTo(Duration.ofHours(1));
  }

  @Test
  void afterRobotsTxtThePaceIsKeptToo() {
    site.feed("/rss");
    Instant start = crawl.instant();

    crawl.settle();

    assertThat(crawl.outcomes.get(0).getAt()).isEqualTo(start.plusSeconds(1));
  }

  @Test
  @Tag("C35")
  void aSiteThatFailsFiveTimesIsLeftAloneUntilOneRequestGoesWell() {
    var failing = new AtomicBoolean(true);
    site.feed("/rss", "/0", "/1", "/2", "/3", "/4", "/5", "/6", "/7");
    for (int i = 0; i < 8; i++) {
      site.on(
          "/" + i,
          r ->
              failing.get()
                  ? new MockResponse(500, Headers.of(), "")
                  : new MockResponse(200, Headers.of("Content-Type", "text/html"), "<p>A"));
    }
    var circuits = new ArrayList<Circuit>();
    for (int i = 0; i < 9; i++) {
      Instant next = crawl.lane.step();
      circuits.add(crawl.lane.circuit());
      crawl.later(Duration.between(crawl.instant(), next));
      circuits.add(crawl.lane.circuit());
    }
    assertThat(circuits.subList(0, 12)).containsOnly(Circuit.CLOSED);
    assertThat(circuits.subList(12, 18))
        .containsExactly(
            Circuit.OPEN,
            Circuit.HALF_OPEN,
            Circuit.OPEN,
            Circuit.HALF_OPEN,
            Circuit.OPEN,
            Circuit.HALF_OPEN);

    failing.set(false);
    crawl.during(Duration.ofHours(3));
    assertThat(crawl.lane.circuit()).isEqualTo(Circuit.CLOSED);
  }

  @Test
  @Tag("C35")
  void waitsBetweenFailuresDoubleAndAreNeverTheSameForTwoSites() {
    site.answers("/rss", 500, "text/html", "");
    crawl.during(Duration.ofDays(1));
    var other =
        Crawls.of(
            site, new Outlet("b.example", null, null, null, List.of("/rss"), null, "http", true));
    other.during(Duration.ofDays(1));

    List<Duration> waits = waits(crawl);
    for (int i = 1; i < 8; i++) {
      assertThat(waits.get(i)).isGreaterThan(waits.get(i - 1));
    }
    assertThat(waits).doesNotContainSequence(waits(other).subList(3, 6));
    other.close();
  }

  private static List<Duration> waits(Crawls crawl) {
    var waits = new ArrayList<Duration>();
    for (int i = 1; i < crawl.outcomes.size(); i++) {
      waits.add(Duration.between(crawl.outcomes.get(i - 1).getAt(), crawl.outcomes.get(i).getAt()));
    }
    return waits;
  }
}
