package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.avro.RawStatus;

/** Pages that are not there any more. */
class LaneGoneTest extends LaneOnLoopback {

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
}
