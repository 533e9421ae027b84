package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.RawArticle;

/** A site of which nothing but the host is known. */
class DiscoveryTest {
  private final Site site = new Site();
  private final Crawls crawl =
      Crawls.of(site, new Outlet(Crawls.HOST, null, null, null, null, null, "http", null));

  @AfterEach
  void close() {
    crawl.close();
    site.close();
  }

  @Test
  void aSiteThatAnswersWithoutTlsOnlyIsReadThere() {
    site.page("/", list("/tin/bai-1-10001.html", "/tin/bai-2-10002.html", "/tin/bai-3-10003.html"));
    pages("/tin/bai-%d-1000%1$d.html", 3);

    try (var anywhere = Crawls.of(site, Outlet.of(Crawls.HOST))) {
      anywhere.settle();

      assertThat(anywhere.published)
          .extracting(RawArticle::getUrl)
          .containsExactly(
              "http://bao.example/tin/bai-1-10001.html",
              "http://bao.example/tin/bai-2-10002.html",
              "http://bao.example/tin/bai-3-10003.html");
      assertThat(anywhere.outcomes.get(0).getUrl()).isEqualTo("https://bao.example/");
      assertThat(anywhere.outcomes.get(0).getReason()).isNull();
    }
  }

  @Test
  void theFeedThatTheHomePageDeclaresIsReadAndNoneIsGuessed() {
    site.page("/", "<head><link rel=alternate type='application/rss+xml' href='/tin.rss'></head>")
        .feed("/tin.rss", "/a.html")
        .page("/a.html", "<p>A</p>");

    crawl.settle();

    assertThat(crawl.published).hasSize(1);
    assertThat(site.asked()).doesNotContain("/rss", "/feed").contains("/sitemap.xml");
  }

  @Test
  void aPageOfLinksToFeedsIsNoFeedButLeadsToThem() {
    site.page("/", "<p>Chào mừng</p><a href='/rss'>RSS</a>")
        .page("/rss", "<html><ul><li><a href='/rss/thoi-su.rss'>Thời sự</a></ul></html>")
        .feed("/rss/thoi-su.rss", "/a.html")
        .page("/a.html", "<p>A</p>");

    crawl.settle();

    assertThat(crawl.published).hasSize(1);
    assertThat(crawl.results()).containsEntry("/rss", "LISTED");
  }

  @Test
  void aHomePageThatCannotBeReadLeavesTheUsualPlaces() {
    site.answers("/", 403, "text/html", "")
        .answers(
            "/sitemap.xml",
            200,
            "application/xml",
            "<urlset><url><loc>http://bao.example/</loc></url>"
                + "<url><loc>http://bao.example/a.html</loc></url></urlset>")
        .page("/a.html", "<p>A</p>");

    crawl.settle();

    assertThat(crawl.published)
        .extracting(RawArticle::getUrl)
        .containsExactly("http://bao.example/a.html");
    assertThat(crawl.results()).containsEntry("/", "FAILED FETCH_STATUS_4XX");
  }

  @Test
  void sectionsAreReadPageByPageUntilOneBringsNothingNew() {
    site.page("/", "<nav><a href='/tin'>Tin tức</a></nav>");
    for (int page = 1; page <= 4; page++) {
      String address = page == 1 ? "/tin" : "/tin?page=" + page;
      int from = Math.min(page, 3) * 10; // the fourth repeats the third
      site.page(
          address,
          list(
                  IntStream.range(from, from + 3)
                      .mapToObj(DiscoveryTest::article)
                      .toArray(String[]::new))
              + "<a href='/tin?page="
              + (page + 1)
              + "'>sau</a>");
      IntStream.range(from, from + 3).forEach(i -> site.page(article(i), "<p>" + i + "</p>"));
    }

    crawl.settle();

    assertThat(crawl.published).hasSize(9);
    assertThat(site.asked()).contains("/tin?page=4").doesNotContain("/tin?page=5");
  }

  @Test
  void aListWithoutEndIsLeftAfterSoManyPages() {
    site.page("/", "<nav><a href='/tin'>Tin tức</a></nav>");
    for (int page = 1; page <= 20; page++) {
      String[] three = {article(page * 10), article(page * 10 + 1), article(page * 10 + 2)};
      site.page(
          page == 1 ? "/tin" : "/tin?page=" + page,
          list(three) + "<a href='/tin?page=" + (page + 1) + "'>sau</a>");
    }

    crawl.settle();

    assertThat(site.asked()).contains("/tin?page=5").doesNotContain("/tin?page=6");
  }

  @Test
  void theSecondPageIsReadAgainOnlyWhereTheFirstHadNoRoomForTheNews() {
    aListOfTwoPages(10, 20);
    crawl.settle();
    assertThat(site.requests("/tin?page=2")).hasSize(1);

    site.page("/tin", list(article(9), article(10), article(11)));
    crawl.during(Duration.ofDays(2));
    assertThat(site.requests("/tin?page=2")).hasSize(1);

    aListOfTwoPages(30, 40);
    crawl.during(Duration.ofDays(2));
    assertThat(site.requests("/tin?page=2")).hasSize(2);
    assertThat(crawl.states).containsKey("http://bao.example" + article(40));
  }

  @Test
  void whatIsDiscoveredIsKnownAfterARestart() {
    site.page("/", "<head><link rel=alternate type='application/rss+xml' href='/tin.rss'></head>")
        .feed("/tin.rss", "/a.html")
        .page("/a.html", "<p>A</p>");
    crawl.visit();
    assertThat(crawl.states).containsKey("http://bao.example/tin.rss");

    crawl.start(crawl.lane.outlet());
    crawl.later(Duration.ofSeconds(1)).settle();

    assertThat(crawl.published).hasSize(1);
    assertThat(site.requests("/")).hasSize(1);
  }

  @Test
  void anArticleThatIsSpeltInTwoWaysIsOne() {
    site.page("/", "<head><link rel=alternate type='application/rss+xml' href='/tin.rss'></head>")
        .feed("/tin.rss", "http://bao.example/a.html", "http://www.bao.example/a.html")
        .answers(
            "/sitemap.xml",
            200,
            "application/xml",
            "<urlset><url><loc>http://www.bao.example/a.html</loc></url></urlset>")
        .page("/a.html", "<p>A</p>");

    crawl.settle();

    assertThat(crawl.published).hasSize(1);
    assertThat(site.requests("/a.html")).hasSize(1);
  }

  @Test
  void aListingThatIsGivenIsReadAsItsOwnerSays() {
    site.page("/danh-sach", "<a href='/x/1'>1</a><a href='/y'>2</a>").page("/x/1", "<p>A</p>");
    var outlet =
        new Outlet(
            Crawls.HOST,
            null,
            null,
            null,
            null,
            null,
            List.of("/danh-sach"),
            List.of("/x/#"),
            null,
            "http",
            null,
            null);
    try (var told = Crawls.of(site, outlet)) {
      told.settle();

      assertThat(told.published).hasSize(1);
      assertThat(site.asked()).containsExactly("/robots.txt", "/danh-sach", "/x/1");
    }
  }

  private void aListOfTwoPages(int first, int second) {
    site.page("/", "<nav><a href='/tin'>Tin tức</a></nav>")
        .page(
            "/tin",
            list(article(first), article(first + 1), article(first + 2))
                + "<a href='/tin?page=2'>2</a>")
        .page("/tin?page=2", list(article(second), article(second + 1), article(second + 2)));
  }

  private static String article(int i) {
    return "/tin/bai-" + i + "-" + (50_000 + i) + ".html";
  }

  private static String list(String... links) {
    var items = new StringBuilder();
    for (String link : links) {
      items
          .append("<li class=item><h3><a href='")
          .append(link)
          .append("'>Hội nghị học tập nghị quyết của huyện</a></h3></li>");
    }
    return items.toString();
  }

  private void pages(String pattern, int count) {
    IntStream.rangeClosed(1, count)
        .forEach(i -> site.page(pattern.formatted(i), "<p>Bài " + i + "</p>"));
  }
}
