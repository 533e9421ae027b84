package vn.hoinghi.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoinghi.standalone.web.SimulatedWeb;
import vn.hoinghi.standalone.web.WebAccess;
import vn.hoinghi.standalone.web.WebPlan;

/**
 * Crawlers that are killed amid their work, and others that take over: a request may be repeated, a
 * publication may not, and none may be lost. {@code -Dkills.outlets=200 -Dkills.articles=260
 * -Dkills.count=20} kills twenty times on the way to 50,000 articles.
 */
class KillsIT {
  private static final int OUTLETS = Integer.getInteger("kills.outlets", 20);
  private static final int ARTICLES = Integer.getInteger("kills.articles", 100);
  private static final int KILLS = Integer.getInteger("kills.count", 3);
  private static final long PACE = Long.getLong("kills.pace", 100);
  private static final Duration LONG = Duration.ofSeconds(240 + OUTLETS * ARTICLES / 40);

  @TempDir private Path dir;
  private SimulatedWeb web;
  private TestCluster cluster;
  private Path config;
  private final List<AppProcess> crawlers = new ArrayList<>();

  @Test
  @Tag("C40")
  void whatKilledCrawlersPublishedIsThereOnceAndNothingIsMissing() throws Exception {
    long seed = Long.getLong("kills.seed", System.nanoTime());
    var random = new Random(seed);
    try (var aWeb = SimulatedWeb.start(0, WebPlan.of(seed, OUTLETS, ARTICLES).withoutFaults());
        var aCluster = TestCluster.start(dir);
        var published = new PublishedArticles(aCluster.config)) {
      web = aWeb;
      cluster = aCluster;
      Map<String, Object> more = Map.of("paceMillis", PACE, "backoffMillis", 200);
      config = CrawlSettings.write(dir, cluster.config, web.ingestSettings(more));
      Map<String, Integer> wanted = web.publications(false);
      long articles = wanted.values().stream().filter(count -> count > 0).count();
      startOne();
      startOne();
      int[] moments = random.ints(KILLS, 0, (int) (articles * 0.95)).sorted().toArray();
      System.out.printf("-Dkills.seed=%d: kills at %s%n", seed, Arrays.toString(moments));
      for (int moment : moments) {
        await()
            .atMost(LONG)
            .pollInterval(Duration.ofMillis(20))
            .until(() -> published.now().size() >= moment);
        int victim = random.nextInt(crawlers.size());
        crawlers.remove(victim).signal("KILL");
        System.out.printf("killed with %d of %d published%n", published.now().size(), articles);
        startOne();
      }
      await()
          .atMost(LONG)
          .pollInterval(Duration.ofMillis(200))
          .untilAsserted(() -> assertThat(published.differences(wanted)).isEmpty());
      await().atMost(LONG).until(() -> crawlers.get(0).readiness() == 200);
      for (AppProcess crawler : crawlers) {
        crawler.terminate();
        crawler.exitCode(Duration.ofSeconds(60));
      }
      assertThat(published.differences(wanted)).isEmpty();
      tell();
    } finally {
      crawlers.forEach(AppProcess::close);
    }
  }

  private void startOne() throws IOException {
    crawlers.add(AppProcess.start(dir, Map.of(), "ingest", "--config", config.toString()));
  }

  private void tell() {
    var last = new HashMap<String, Instant>();
    long silence = 0;
    for (WebAccess request : web.log()) {
      Instant before = last.put(request.host(), request.time());
      if (before != null) {
        silence = Math.max(silence, Duration.between(before, request.time()).toMillis());
      }
    }
    System.out.printf(
        "%d requests, the longest silence towards a site %d ms%n", web.log().size(), silence);
  }
}
