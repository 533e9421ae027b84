package vn.hoinghi.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoinghi.avro.FetchOutcome;
import vn.hoinghi.ingest.Ingest;
import vn.hoinghi.ingest.IngestConfig;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.ContractPack;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.Settings;
import vn.hoinghi.standalone.web.SimulatedOutlet;
import vn.hoinghi.standalone.web.SimulatedWeb;
import vn.hoinghi.standalone.web.WebAccess;
import vn.hoinghi.standalone.web.WebPlan;

/**
 * A whole web is crawled, and then looked at again, its sites having edited and withdrawn some of
 * their articles: each article is published once, each correction and withdrawal once more, and
 * nobody is bothered more than he allows. {@code -Dcrawl.outlets=200 -Dcrawl.articles=270} makes it
 * 50,000 articles, {@code -Dcrawl.turns=false} leaves out the second half.
 */
class CrawlIT {
  private static final int OUTLETS = Integer.getInteger("crawl.outlets", 20);
  private static final int ARTICLES = Integer.getInteger("crawl.articles", 100);
  private static final boolean TURNS =
      Boolean.parseBoolean(System.getProperty("crawl.turns", "true"));
  private static final long PACE = Long.getLong("crawl.pace", 25);
  private static final Duration LONG = Duration.ofSeconds(240 + OUTLETS * ARTICLES / 40);

  @TempDir private static Path dir;
  private static SimulatedWeb web;
  private static TestCluster cluster;
  private static List<WebAccess> log;
  private static List<FetchOutcome> outcomes;
  private static final SimpleMeterRegistry METERS = new SimpleMeterRegistry();

  @BeforeAll
  static void aCrawlOfAWebThatTurns() throws Exception {
    web = SimulatedWeb.start(0, WebPlan.of(5, OUTLETS, ARTICLES));
    cluster = TestCluster.start(dir);
    long began = System.nanoTime();
    try (var published = new PublishedArticles(cluster.config)) {
      try (var ingest = new Ingest(settings(), METERS).start()) {
        await().atMost(LONG).pollInterval(Duration.ofMillis(100)).until(ingest::drained);
        said("crawled", began);
        assertThat(published.differences(web.publications(false))).isEmpty();
        if (TURNS) {
          web.turn();
          await()
              .atMost(LONG)
              .pollInterval(Duration.ofMillis(200))
              .untilAsserted(
                  () -> assertThat(published.differences(web.publications(true))).isEmpty());
          said("corrections and withdrawals seen", began);
        }
      }
      // Nor does a later look at a page add to it
      assertThat(published.differences(web.publications(TURNS))).isEmpty();
    }
    log = web.log();
    outcomes = new ArrayList<>();
    var avro = AvroSerde.of(FetchOutcome.class, ContractPack.committed()).deserializer();
    cluster
        .records(Topics.FETCH_OUTCOMES.name())
        .forEach(record -> outcomes.add(avro.deserialize(record.topic(), record.value())));
  }

  private static void said(String what, long began) {
    System.out.printf(
        "%s after %.1f s: %d articles of %d outlets, %d requests%n",
        what, (System.nanoTime() - began) / 1e9, articles(), OUTLETS, web.log().size());
  }

  @AfterAll
  static void close() {
    web.close();
    cluster.close();
  }

  private static long articles() {
    return web.publications(false).values().stream().filter(count -> count > 0).count();
  }

  /** Days are minutes: the longer, the larger the web is, for it has to be crawled in one. */
  private static IngestConfig settings() throws IOException {
    int listing = 2_000 + OUTLETS * ARTICLES / 10;
    Map<String, Object> more =
        Map.of(
            "paceMillis",
            PACE,
            "listingMillis",
            listing,
            "revisitMillis",
            20 * listing,
            "sources",
            Map.of("maxListingMillis", 4 * listing),
            "goneConfirmMillis",
            500,
            "backoffMillis",
            200);
    Path file = CrawlSettings.write(dir, cluster.config, web.ingestSettings(more));
    return Settings.load(IngestConfig.class, file, Map.of());
  }

  @Test
  void noForbiddenPathIsEverAskedFor() {
    assertThat(web.forbidden()).isNotEmpty();
    assertThat(log)
        .extracting(request -> request.host() + request.path())
        .doesNotContainAnyElementsOf(web.forbidden());
  }

  @Test
  void theSitesPaceIsKept() {
    Map<String, List<WebAccess>> byHost = byHost();
    for (SimulatedOutlet outlet : web.outlets()) {
      long pace = Math.max(PACE, outlet.crawlDelayMillis());
      List<WebAccess> requests = byHost.getOrDefault(outlet.host(), List.of());
      for (int i = 1; i < requests.size(); i++) {
        WebAccess before = requests.get(i - 1);
        WebAccess request = requests.get(i);
        if (!isPartOfTheSame(before, request)) {
          assertThat(Duration.between(before.time(), request.time()).toMillis())
              .describedAs("%s then %s", before, request)
              .isGreaterThanOrEqualTo(pace);
        }
      }
    }
  }

  /**
   * The rules of a site and where an address leads on to are part of the request that needs them; a
   * connection that is cut under a request may be tried once more by the client.
   */
  private static boolean isPartOfTheSame(WebAccess before, WebAccess request) {
    boolean again = before.status() == 0 && before.path().equals(request.path());
    return isRobots(before) || isRobots(request) || before.status() == 301 || again;
  }

  @Test
  void aSiteIsAskedOverOneConnectionAtATime() {
    byHost()
        .forEach(
            (host, requests) -> {
              var left = new HashSet<Integer>();
              int current = 0;
              for (WebAccess request : requests) {
                if (request.connection() != current) {
                  left.add(current);
                  current = request.connection();
                }
                assertThat(left)
                    .describedAs("connections left by %s", host)
                    .doesNotContain(current);
              }
            });
  }

  @Test
  void everyRequestHasOneOutcomeAndEveryOutcomeItsRequest() {
    long requests = log.stream().filter(r -> !isRobots(r) && r.status() != 301).count();
    long unasked =
        outcomes.stream()
            .filter(o -> o.getReason() != null && o.getReason().startsWith("ROBOTS_"))
            .count();
    // A connection that is cut under a request may be tried once more by the client itself, and
    // what was under way at the end is not written down.
    long cut = log.stream().filter(r -> r.status() == 0).count();
    long abandoned = (long) METERS.counter("hoinghi.ingest.abandoned").count();
    assertThat(requests)
        .isBetween(outcomes.size() - unasked, outcomes.size() - unasked + cut + abandoned);
    System.out.printf(
        "%d requests (%d of them cut, %d abandoned), %d outcomes, %d of them without a request%n",
        requests, cut, abandoned, outcomes.size(), unasked);
  }

  @Test
  void itSaysWhoItIsWithEveryRequest() {
    assertThat(log)
        .extracting(WebAccess::userAgent)
        .allMatch(agent -> agent.endsWith("(+https://hoinghi.example/simulated)"));
  }

  private static Map<String, List<WebAccess>> byHost() {
    return log.stream().collect(Collectors.groupingBy(WebAccess::host));
  }

  private static boolean isRobots(WebAccess request) {
    return request.path().equals("/robots.txt");
  }
}
