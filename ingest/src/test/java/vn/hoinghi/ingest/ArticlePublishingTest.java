package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import mockwebserver3.MockResponse;
import okhttp3.Headers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.FetchResult;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.avro.RawOrigin;
import vn.hoinghi.avro.RawStatus;

/** What is published of an article, how often and with which times. */
class ArticlePublishingTest extends LaneOnLoopback {

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
  @Tag("C33")
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
  @Tag("C33")
  void a304ThatNobodyAskedForIsNoAnswer() {
    site.feed("/rss", "/a.html").answers("/a.html", 304, "text/html", "");

    crawl.settle();

    assertThat(crawl.results()).containsEntry("/a.html", "FAILED FETCH_BAD_HTTP");
  }

  @Test
  @Tag("C34")
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
}
