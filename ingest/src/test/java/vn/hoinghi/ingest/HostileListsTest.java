package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.FetchState;
import vn.hoinghi.avro.RawArticle;

/** Lists that lie, visit by visit. */
class HostileListsTest {
  private static final String INDEX = "<sitemapindex>%s</sitemapindex>";
  private static final String ATOM =
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><updated>%s</updated>"
          + "<link href=\"/a.html\"/></entry></feed>";
  private final Site site = new Site();
  private final Crawls crawl = Crawls.of(site);
  private int version;

  @AfterEach
  void close() {
    crawl.close();
    site.close();
  }

  @Test
  @Tag("F09")
  void oneAddressFiveHundredTimesIsOneAddress() {
    site.feed("/rss", IntStream.range(0, 500).mapToObj(i -> "/a.html").toArray(String[]::new))
        .page("/a.html", "<p>A</p>");

    crawl.settle();

    assertThat(crawl.published).hasSize(1);
    assertThat(crawl.states).hasSize(2);
  }

  @Test
  @Tag("F09")
  void guidsThatChangeWithEachReadingMakeNoNewAddress() {
    site.on(
            "/rss",
            request ->
                new MockResponse(
                    200,
                    Headers.of("Content-Type", "application/rss+xml"),
                    "<rss version=\"2.0\"><channel><item><guid isPermaLink=\"false\">"
                        + version++
                        + "</guid><link>/a.html</link></item></channel></rss>"))
        .page("/a.html", "<p>A</p>");

    crawl.settle().during(Duration.ofDays(5));

    assertThat(version).isGreaterThan(4);
    assertThat(crawl.states).hasSize(2);
    assertThat(crawl.published).hasSize(1);
  }

  @Test
  @Tag("F10")
  void aListThatSwingsBetweenTwoVersionsHastensNoVisitBeyondItsMeasure() {
    site.on("/rss", request -> feedOfNow()).on("/a.html", request -> swinging());

    crawl.settle().during(Duration.ofDays(2));

    List<RawArticle> captures = crawl.published;
    assertThat(captures.size()).isBetween(4, 49);
    assertThat(captures).extracting(RawArticle::getFetchedAt).isSorted().doesNotHaveDuplicates();
    for (int i = 1; i < captures.size(); i++) {
      assertThat(
              Duration.between(captures.get(i - 1).getFetchedAt(), captures.get(i).getFetchedAt()))
          .isGreaterThanOrEqualTo(Duration.ofHours(1));
    }
  }

  @Test
  @Tag("F08")
  void aChangeInTheFutureIsNone() {
    site.answers("/rss", 200, "application/atom+xml", ATOM.formatted("2999-01-01T00:00:00Z"))
        .page("/a.html", "<p>A</p>");

    crawl.settle().during(Duration.ofHours(20));

    assertThat(site.requests("/rss")).hasSizeGreaterThan(2);
    assertThat(site.requests("/a.html")).hasSize(1);
  }

  @Test
  @Tag("F11")
  void anIndexOfFiftyThousandIndexesIsFollowedAsFarAsOneSiteMayGo() {
    site.answers(
        "/map.xml",
        200,
        "application/xml",
        INDEX.formatted(
            IntStream.range(0, 50_000)
                .mapToObj(i -> "<sitemap><loc>http://bao.example/" + i + ".xml</loc></sitemap>")
                .collect(Collectors.joining())));
    try (var indexed = sitemap("/map.xml")) {
      indexed.visit();

      assertThat(indexed.states.size()).isBetween(100, 1_001);
      assertThat(indexed.results()).containsEntry("/map.xml", "LISTED");
    }
  }

  @Test
  @Tag("F11")
  void howDeepASitemapStandsIsKnownAfterARestart() {
    site.answers("/0.xml", 200, "application/xml", child(1))
        .answers("/1.xml", 200, "application/xml", child(2))
        .answers("/2.xml", 200, "application/xml", child(3))
        .answers("/3.xml", 200, "application/xml", child(4));
    try (var nested = sitemap("/0.xml")) {
      for (int i = 0; i < 6; i++) {
        nested.visit().later(Duration.ofMinutes(2)).start(nested.lane.outlet());
      }

      assertThat(nested.results())
          .containsEntry("/2.xml", "LISTED")
          .containsEntry("/3.xml", "REFUSED SITEMAP_DEPTH")
          .doesNotContainKey("/4.xml");
    }
  }

  @Test
  @Tag("F12")
  void addressesOfOthersAreLeftAndTheListSaysSo() {
    site.answers(
            "/map.xml",
            200,
            "application/xml",
            "<urlset><url><loc>http://other.example/x</loc></url>"
                + "<url><loc>http://bao.example/a.html</loc></url></urlset>")
        .page("/a.html", "<p>A</p>");
    try (var mapped = sitemap("/map.xml")) {
      mapped.settle();

      assertThat(mapped.results())
          .containsEntry("/map.xml", "LISTED SITEMAP_OFFSITE")
          .containsEntry("/a.html", "PUBLISHED");
      assertThat(mapped.states.keySet()).noneMatch(url -> url.contains("other.example"));
    }
  }

  @Test
  @Tag("F05")
  void aFeedOfTooManyEntriesSaysSoInItsOutcome() {
    site.feed(
        "/rss", IntStream.range(0, 6_000).mapToObj(i -> "/" + i + ".html").toArray(String[]::new));

    crawl.visit();

    assertThat(crawl.results()).containsEntry("/rss", "LISTED FEED_LIMIT");
    assertThat(crawl.states.values())
        .extracting(FetchState::getUrl)
        .hasSize(FeedReader.MAX_ENTRIES + 1);
  }

  private Crawls sitemap(String path) {
    return Crawls.of(
        site, new Outlet(Crawls.HOST, null, null, null, null, List.of(path), "http", null));
  }

  private static String child(int i) {
    return INDEX.formatted("<sitemap><loc>http://bao.example/" + i + ".xml</loc></sitemap>");
  }

  /** Claims at each reading that the article has just changed. */
  private MockResponse feedOfNow() {
    String now = crawl.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    return new MockResponse(
        200, Headers.of("Content-Type", "application/atom+xml"), ATOM.formatted(now));
  }

  private MockResponse swinging() {
    String body = version++ % 2 == 0 ? "<p>104 điểm cầu</p>" : "<p>105 điểm cầu</p>";
    return new MockResponse(200, Headers.of("Content-Type", "text/html"), body);
  }
}
