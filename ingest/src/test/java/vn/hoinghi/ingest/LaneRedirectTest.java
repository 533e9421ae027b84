package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.RawArticle;

/** Articles that are found at another address. */
class LaneRedirectTest {
  private final Site site = new Site();
  private final Crawls crawl = Crawls.of(site);

  @AfterEach
  void close() {
    crawl.close();
    site.close();
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
}
