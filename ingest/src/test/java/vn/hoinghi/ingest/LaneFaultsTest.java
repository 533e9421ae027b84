package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import okhttp3.Headers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Faults of a site, crashes of ours, and owners that change. */
class LaneFaultsTest extends LaneOnLoopback {

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
  @Tag("C40")
  void whatWasListedBeforeACrashIsVisitedAfterIt() {
    site.feed("/rss", "/a.html").page("/a.html", "<p>A</p>");
    while (crawl.outcomes.isEmpty()) {
      crawl.later(Duration.ofSeconds(1)).lane.step();
    }
    assertThat(crawl.published).isEmpty();
    site.answers("/rss", 304, "", "");

    crawl.start(crawl.lane.outlet());
    crawl.later(Duration.ofSeconds(1)).settle();

    assertThat(crawl.published).hasSize(1);
  }

  @Test
  @Tag("C40")
  void whatWasPublishedBeforeACrashIsNotPublishedAfterIt() {
    site.feed("/rss", "/a.html").page("/a.html", "<p>A</p>");
    crawl.settle();

    crawl.start(crawl.lane.outlet());
    crawl.settle().during(Duration.ofDays(2));

    assertThat(crawl.published).hasSize(1);
  }

  @Test
  @Tag("C40")
  void aVisitThatWasNotWrittenDownIsMadeAgainAndPublishedOnce() {
    site.feed("/rss", "/a.html").page("/a.html", "<p>A</p>");
    crawl.refuseWith = new LostLedgerException("fenced", null);
    crawl.lane.step(); // robots.txt
    crawl.later(Duration.ofSeconds(1));
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
}
