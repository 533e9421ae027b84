package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
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
}
