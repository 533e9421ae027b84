package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.FetchState;
import vn.hoinghi.schemas.ContentIds;

/** Articles that are found at another address. */
class LaneRedirectTest extends LaneOnLoopback {
  private final List<Boolean> stands = new ArrayList<>();
  private final HandOvers.Watch told = (handOver, stand) -> stands.add(stand);

  @Test
  void anArticleIsWhatItRedirectsToWithinTheSiteHoweverThatIsSpelt() {
    site.feed("/rss", "/old.html", "/new.html")
        .redirects("/old.html", "http://www.bao.example/new.html?utm_source=r")
        .page("/new.html?utm_source=r", "<p>A</p>")
        .page("/new.html", "<p>A</p>");

    crawl.settle();

    assertThat(crawl.published)
        .singleElement()
        .satisfies(a -> assertThat(a.getArticleId()).isEqualTo(id("http://bao.example/new.html")));
  }

  @Test
  void aSiteThatMovesToItsOtherNameIsLedThereOnceAndPublishesNothingAgain() {
    site.feed("/rss", "/a.html").page("/a.html", "<p>A</p>");
    crawl.settle();
    site.on(
            "/a.html",
            request ->
                request.getHeaders().get("Host").startsWith("www.")
                    ? new MockResponse(200, Headers.of("Content-Type", "text/html"), "<p>A</p>")
                    : new MockResponse(
                        301, Headers.of("Location", "http://www.bao.example/a.html"), ""))
        .feed("/rss", "/a.html", "http://www.bao.example/a.html", "https://bao.example/a.html");

    crawl.during(Duration.ofDays(9));

    assertThat(crawl.published).hasSize(1);
    assertThat(crawl.states).hasSize(2);
    assertThat(site.requests("/a.html"))
        .extracting(request -> request.getHeaders().get("Host"))
        .startsWith("bao.example", "bao.example", "www.bao.example", "www.bao.example")
        .filteredOn(host -> host.equals("bao.example"))
        .hasSize(2);
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
  void anArticleThatLeadsToAnotherOutletIsHandedOverToItAndNotAskedFor() {
    site.feed("/rss", "/a.html", "http://www.other.example/c.html", "http://nobody.example/d")
        .redirects("/a.html", "https://other.example/b.html?utm_source=x");
    crawl.lane.knowing(new Sites(List.of(Outlet.of("other.example"))), told);

    crawl.settle().during(Duration.ofHours(13));

    assertThat(crawl.commits.stream().flatMap(v -> v.handOvers().stream()))
        .extracting(FetchState::getHost, FetchState::getUrl, FetchState::getFoundOn)
        .containsExactly(
            tuple("other.example", "http://www.other.example/c.html", "http://bao.example/rss"),
            tuple("other.example", "https://other.example/b.html", "http://bao.example/a.html"));
    assertThat(stands).hasSize(2).containsOnly(true);
    assertThat(crawl.results()).containsEntry("/a.html", "LISTED");
    assertThat(crawl.published).isEmpty();
    assertThat(crawl.states.values()).allMatch(state -> state.getHost().equals("bao.example"));
    assertThat(site.requests("/a.html")).hasSize(1);
  }

  @Test
  void aHandOverThatWasNotWrittenDownIsNot() {
    site.feed("/rss", "http://other.example/c.html");
    crawl.lane.knowing(new Sites(List.of(Outlet.of("other.example"))), told);
    crawl.lane.step();
    crawl.later(Duration.ofSeconds(1)).refuseWith = new LostLedgerException("fenced", null);

    assertThatThrownBy(crawl.lane::step).isInstanceOf(LostLedgerException.class);

    assertThat(stands).containsExactly(true, false);
  }

  private static String id(String url) {
    return ContentIds.articleId(url);
  }
}
