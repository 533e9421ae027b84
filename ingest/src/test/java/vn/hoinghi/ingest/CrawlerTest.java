package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.hoinghi.schemas.TrustedRecords;

@Timeout(180)
class CrawlerTest {
  private static final int SLOW_HOSTS = 30;

  static {
    TrustedRecords.trust();
  }

  @Test
  void hostsThatNeverAnswerHoldUpNobodyElse() {
    try (var silent = new HostileServer(line -> line.pause(240_000));
        var site = new Site()) {
      var links = new String[20];
      for (int i = 0; i < links.length; i++) {
        links[i] = "/" + i + ".html";
        site.page(links[i], "<p>" + i + "</p>");
      }
      site.feed("/rss", links);
      var outlets = new ArrayList<Outlet>();
      var resolve = new ArrayList<String>();
      for (int i = 0; i < SLOW_HOSTS; i++) {
        outlets.add(outlet("slow" + i + ".example"));
        resolve.add("slow" + i + ".example=127.0.0.1:" + silent.port());
      }
      outlets.add(outlet("quick.example"));
      resolve.add("quick.example=127.0.0.1:" + site.port());
      var published = new CopyOnWriteArrayList<String>();
      CrawlConfig config = config(outlets, resolve);
      try (var fetcher =
              new Fetcher(
                  config.limits(),
                  new AddressGuard(config.openedRanges()),
                  HostOverrides.parse(config.resolve()),
                  config.fullUserAgent());
          var crawler =
              new Crawler(
                  config,
                  fetcher,
                  InstantSource.system(),
                  new IngestMetrics(new SimpleMeterRegistry()))) {

        crawler.own(
            0,
            outlets,
            host -> new Frontier(config.maxPagesPerHost()),
            visited -> {
              if (visited.raw() != null) {
                published.add(visited.raw().getUrl());
              }
            });

        // whoever waited for one of the silent hosts would wait for three minutes
        await().atMost(Duration.ofMinutes(2)).until(() -> published.size() == links.length);
        assertThat(crawler.settled()).isFalse();
      }
    }
  }

  private static CrawlConfig config(List<Outlet> outlets, List<String> resolve) {
    return new CrawlConfig(
        "hoinghi-test/1",
        "test@bao.example",
        outlets,
        1L,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        new FetchLimits(180_000, null, null, 180_000, null, null, null, null, null),
        List.of("127.0.0.0/8"),
        resolve);
  }

  private static Outlet outlet(String host) {
    return new Outlet(host, null, null, null, List.of("/rss"), null, "http", true);
  }
}
