package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.FetchOutcome;
import vn.hoinghi.avro.FetchResult;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.avro.RawOrigin;
import vn.hoinghi.avro.RawStatus;

class HostLaneTest {
  private final Site site = new Site();
  private final Crawls crawl = Crawls.of(site);

  @AfterEach
  void close() {
    crawl.close();
    site.close();
  }

  @Test
  void theArticlesThatAFeedListsArePublishedOnceEach() {
    site.feed("/rss", "/a.html", "http://bao.example/b.html?utm_source=rss", "/a.html#top")
        .page("/a.html", "<p>Hội nghị A</p>")
        .page("/b.html", "<p>Hội nghị B</p>");

    crawl.settle();

    assertThat(crawl.published)
        .extracting(RawArticle::getUrl)
        .containsExactly("http://bao.example/a.html", "http://bao.example/b.html");
    RawArticle a = crawl.published.get(0);
    assertThat(StandardCharsets.UTF_8.decode(a.getBody().duplicate()).toString())
        .isEqualTo("<p>Hội nghị A</p>");
    assertThat(a.getOutlet()).isEqualTo("bao.example");
    assertThat(a.getOrigin()).isEqualTo(RawOrigin.WEB);
    assertThat(a.getMediaType()).isEqualTo("text/html");
    assertThat(a.getCharset()).isEqualTo("utf-8");
    assertThat(a.getHttpStatus()).isEqualTo(200);
    assertThat(site.asked()).containsExactly("/robots.txt", "/rss", "/a.html", "/b.html");
    assertThat(crawl.results())
        .containsEntry("/rss", "LISTED")
        .containsEntry("/a.html", "PUBLISHED")
        .containsEntry("/b.html", "PUBLISHED");
  }

  @Test
  void rawArticleStateAndOutcomeAreOneCommit() {
    site.feed("/rss", "/a.html").page("/a.html", "<p>A</p>");

    crawl.settle();

    assertThat(crawl.commits)
        .filteredOn(visited -> visited.raw() != null)
        .singleElement()
        .satisfies(
            visited -> {
              assertThat(visited.outcome().getUrl()).isEqualTo("http://bao.example/a.html");
              assertThat(visited.states())
                  .singleElement()
                  .satisfies(state -> assertThat(state.getContentHash()).isNotNull());
            });
  }

  @Test
  void aBodyThatChangedIsPublishedAgainWithTheFirstIngestionTime() {
    site.feed("/rss", "/a.html").page("/a.html", "<p>104 điểm cầu</p>");
    crawl.settle();
    site.page("/a.html", "<p>105 điểm cầu</p>");

    crawl.during(Duration.ofDays(2));

    assertThat(crawl.published).hasSize(2);
    assertThat(crawl.published.get(1).getFetchedAt())
        .isAfter(crawl.published.get(0).getFetchedAt());
    assertThat(crawl.published.get(1).getIngestedAt())
        .isEqualTo(crawl.published.get(0).getIngestedAt());
    assertThat(crawl.published.get(1).getStatus()).isEqualTo(RawStatus.FETCHED);
  }

  @Test
  void theSameBodyIsNotPublishedAgain() {
    site.feed("/rss", "/a.html").page("/a.html", "<p>A</p>");
    crawl.settle();

    crawl.during(Duration.ofDays(3));

    assertThat(site.requests("/a.html")).hasSizeGreaterThan(1);
    assertThat(crawl.published).hasSize(1);
    assertThat(crawl.results().get("/a.html")).startsWith("PUBLISHED, UNCHANGED");
  }

  @Test
  void aKnownCopyIsAskedForByItsValidators() {
    site.feed("/rss", "/a.html")
        .on(
            "/a.html",
            request ->
                "\"v1\"".equals(request.getHeaders().get("If-None-Match"))
                    ? new MockResponse(304, Headers.of(), "")
                    : new MockResponse(
                        200,
                        Headers.of("ETag", "\"v1\"", "Content-Type", "text/html"),
                        "<p>A</p>"));
    crawl.settle();

    crawl.during(Duration.ofDays(2));

    assertThat(crawl.results().get("/a.html")).startsWith("PUBLISHED, UNCHANGED");
    assertThat(crawl.outcomes)
        .filteredOn(o -> o.getResult() == FetchResult.UNCHANGED)
        .isNotEmpty()
        .allMatch(o -> o.getStatus() == 304 || !o.getUrl().endsWith("/a.html"));
    assertThat(crawl.published).hasSize(1);
  }

  @Test
  void a304ThatNobodyAskedForIsNoAnswer() {
    site.feed("/rss", "/a.html").answers("/a.html", 304, "text/html", "");

    crawl.settle();

    assertThat(crawl.results()).containsEntry("/a.html", "FAILED FETCH_BAD_HTTP");
  }

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
  void anArticleIsWhatItRedirectsToWithinTheSite() {
    site.feed("/rss", "/old.html", "/new.html")
        .redirects("/old.html", "http://www.bao.example/new.html?utm_source=r")
        .page("/new.html?utm_source=r", "<p>A</p>")
        .page("/new.html", "<p>A</p>");

    crawl.settle();

    assertThat(crawl.published)
        .extracting(RawArticle::getUrl)
        .containsExactlyInAnyOrder(
            "http://www.bao.example/new.html", "http://bao.example/new.html");
    assertThat(crawl.results()).containsEntry("/old.html", "PUBLISHED");
  }

  @Test
  void twoWaysToOneArticleAreOnePublication() {
    site.feed("/rss", "/new.html", "/old.html")
        .redirects("/old.html", "/new.html")
        .page("/new.html", "<p>A</p>");

    crawl.settle();

    assertThat(crawl.published).hasSize(1);
    assertThat(crawl.results()).containsEntry("/old.html", "UNCHANGED");
  }

  @Test
  void anArticleThatLeavesTheSiteIsNotPublished() {
    site.feed("/rss", "/a.html")
        .redirects("/a.html", "http://127.0.0.1:" + site.port() + "/elsewhere.html")
        .page("/elsewhere.html", "<p>A</p>");

    crawl.settle();

    assertThat(crawl.published).isEmpty();
    assertThat(crawl.results()).containsEntry("/a.html", "REFUSED FETCH_REDIRECT_BLOCKED");
  }

  @Test
  void a404ChangesNothing() {
    site.feed("/rss", "/a.html").page("/a.html", "<p>A</p>");
    crawl.settle();
    site.answers("/a.html", 404, "text/html", "gone");

    crawl.during(Duration.ofDays(10));

    assertThat(crawl.published).hasSize(1);
    assertThat(crawl.results().get("/a.html")).contains("GONE FETCH_STATUS_4XX");
  }

  @Test
  void a410WithdrawsTheArticleWhenItIsHeardTwice() {
    site.feed("/rss", "/a.html").page("/a.html", "<p>A</p>");
    crawl.settle();
    site.answers("/a.html", 410, "text/html", "gone");

    crawl.during(Duration.ofHours(24).plusSeconds(30));
    assertThat(site.requests("/a.html")).hasSize(2);
    assertThat(crawl.published).hasSize(1);
    crawl.during(Duration.ofHours(2));

    assertThat(crawl.published).hasSize(2);
    RawArticle gone = crawl.published.get(1);
    assertThat(gone.getStatus()).isEqualTo(RawStatus.GONE);
    assertThat(gone.getBody().remaining()).isZero();
    assertThat(gone.getFetchedAt()).isAfter(crawl.published.get(0).getFetchedAt());
    assertThat(gone.getIngestedAt()).isEqualTo(crawl.published.get(0).getIngestedAt());
  }

  @Test
  void aWithdrawnArticleThatReturnsIsPublishedAgain() {
    a410WithdrawsTheArticleWhenItIsHeardTwice();
    site.page("/a.html", "<p>A</p>");

    crawl.during(Duration.ofDays(32));

    assertThat(crawl.published).hasSize(3);
    assertThat(crawl.published.get(2).getStatus()).isEqualTo(RawStatus.FETCHED);
    assertThat(crawl.published.get(2).getIngestedAt())
        .isEqualTo(crawl.published.get(0).getIngestedAt());
  }

  @Test
  void whatIsNoPageOfTextIsRefused() {
    site.feed("/rss", "/a", "/b", "/c", "/d")
        .answers("/a", 200, "application/pdf", "%PDF-1.7")
        .answers("/b", 200, "text/html", "%PDF-1.7 under a false name")
        .answers("/c", 200, "text/html", "  ")
        .on("/d", request -> new MockResponse(200, Headers.of(), "\u0001binary"));

    crawl.settle();

    assertThat(crawl.published).isEmpty();
    assertThat(crawl.results())
        .containsEntry("/a", "REFUSED FETCH_MEDIA_TYPE")
        .containsEntry("/b", "REFUSED FETCH_MEDIA_TYPE")
        .containsEntry("/c", "FAILED TEXT_EMPTY")
        .containsEntry("/d", "REFUSED FETCH_MEDIA_TYPE");
  }

  @Test
  void aPassingFaultIsTriedAgainBeforeTheCrawlCountsAsSettled() {
    var times = new AtomicInteger();
    site.feed("/rss", "/a.html")
        .on(
            "/a.html",
            request ->
                times.incrementAndGet() < 3
                    ? new MockResponse(500, Headers.of(), "")
                    : new MockResponse(200, Headers.of("Content-Type", "text/html"), "<p>A</p>"));

    crawl.settle();

    assertThat(crawl.results())
        .containsEntry("/a.html", "FAILED FETCH_STATUS_5XX, FAILED FETCH_STATUS_5XX, PUBLISHED");
  }

  @Test
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
  void whatWasListedBeforeACrashIsVisitedAfterIt() {
    site.feed("/rss", "/a.html").page("/a.html", "<p>A</p>");
    crawl.lane.step();
    assertThat(crawl.published).isEmpty();
    site.answers("/rss", 304, "", "");

    crawl.start(crawl.lane.outlet());
    crawl.later(Duration.ofSeconds(1)).settle();

    assertThat(crawl.published).hasSize(1);
  }

  @Test
  void whatWasPublishedBeforeACrashIsNotPublishedAfterIt() {
    site.feed("/rss", "/a.html").page("/a.html", "<p>A</p>");
    crawl.settle();

    crawl.start(crawl.lane.outlet());
    crawl.settle().during(Duration.ofDays(2));

    assertThat(crawl.published).hasSize(1);
  }

  @Test
  void aVisitThatWasNotWrittenDownIsMadeAgainAndPublishedOnce() {
    site.feed("/rss", "/a.html").page("/a.html", "<p>A</p>");
    crawl.refuseWith = new LostLedgerException("fenced", null);
    assertThatThrownBy(crawl.lane::step).isInstanceOf(LostLedgerException.class);
    crawl.refuseWith = null;

    crawl.settle();

    assertThat(crawl.published).hasSize(1);
    assertThat(crawl.count("hoinghi.ingest.abandoned")).isEqualTo(1);
  }

  @Test
  void aLaneThatWasTakenAwayWritesNothingMore() {
    site.feed("/rss", "/a.html");
    crawl.lane.close();

    crawl.lane.step();

    assertThat(crawl.commits).isEmpty();
    assertThat(site.asked()).isEmpty();
  }

  @Test
  void everyAttemptHasExactlyOneOutcome() {
    site.feed("/rss", "/a.html", "/b.html", "/c.html", "http://other.example/d.html")
        .page("/a.html", "<p>A</p>")
        .answers("/b.html", 500, "text/html", "");

    crawl.settle();

    assertThat(crawl.count("hoinghi.ingest.attempts"))
        .isEqualTo(crawl.outcomes.size())
        .isEqualTo(crawl.count("hoinghi.ingest.outcomes"));
    assertThat(crawl.count("hoinghi.ingest.reasons"))
        .isEqualTo(crawl.outcomes.stream().filter(o -> o.getReason() != null).count());
    assertThat(crawl.results()).doesNotContainKey("/d.html");
  }

  @Test
  void anOutletOfWhichOnlyTheHostIsKnownIsReadWhereSitesKeepTheirLists() {
    site.answers(
            "/robots.txt",
            200,
            "text/plain",
            "Sitemap: http://bao.example/map.xml\nUser-agent: *\n")
        .answers(
            "/map.xml",
            200,
            "application/xml",
            "<sitemapindex><sitemap><loc>http://bao.example/2026.xml</loc></sitemap></sitemapindex>")
        .answers(
            "/2026.xml",
            200,
            "application/xml",
            "<urlset><url><loc>http://bao.example/a.html</loc></url>"
                + "<url><loc>http://other.example/b.html</loc></url></urlset>")
        .page("/a.html", "<p>A</p>");
    var outlet = new Outlet(Crawls.HOST, null, null, null, null, null, "http", null);
    try (var guessing = Crawls.of(site, outlet)) {
      guessing.settle();

      assertThat(guessing.published).hasSize(1);
      assertThat(site.asked())
          .contains("/rss", "/feed", "/map.xml", "/2026.xml", "/a.html")
          .doesNotContain("/sitemap.xml");
    }
  }

  @Tag("F11")
  @Test
  void sitemapsNestedWithoutEndAreFollowedThreeLevelsDeep() {
    for (int i = 0; i < 10; i++) {
      site.answers(
          "/" + i + ".xml",
          200,
          "application/xml",
          "<sitemapindex><sitemap><loc>http://bao.example/"
              + (i + 1)
              + ".xml</loc></sitemap><sitemap><loc>http://bao.example/"
              + i
              + ".xml</loc></sitemap></sitemapindex>");
    }
    var outlet = new Outlet(Crawls.HOST, null, null, null, null, List.of("/0.xml"), "http", null);
    try (var nested = Crawls.of(site, outlet)) {
      nested.settle();

      assertThat(nested.results())
          .containsEntry("/2.xml", "LISTED")
          .containsEntry("/3.xml", "REFUSED SITEMAP_DEPTH")
          .doesNotContainKey("/4.xml");
    }
  }
}
