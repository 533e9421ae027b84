package vn.hoinghi.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoinghi.ingest.Ingest;
import vn.hoinghi.ingest.IngestConfig;
import vn.hoinghi.service.Settings;

/** Years of a sitemap, brought in beside a crawl. */
class BackfillSitemapIT {
  private static final Duration LONG = Duration.ofMinutes(3);
  private static final String NEWEST = "http://" + ArchivedSites.LIVE + "/2026/moi.html";

  @TempDir private Path dir;
  private TestCluster cluster;
  private ArchivedSites sites;
  private Path config;
  private String printed;

  @BeforeEach
  void start() throws IOException {
    cluster = TestCluster.start(dir.resolve("kafka"));
    sites = ArchivedSites.start();
    String kafka = "kafka: {bootstrapServers: '" + cluster.config.bootstrapServers() + "'}\n";
    config =
        Files.writeString(
            dir.resolve("ingest.yaml"), kafka + "admin: {port: -1}\n" + sites.settings(20));
  }

  @AfterEach
  void close() {
    sites.close();
    cluster.close();
  }

  @Test
  @Tag("F18")
  void killedTogetherWithTheCrawlerItGoesOnAndEachPageOfTheRangeComesOnce() throws Exception {
    Instant began = Instant.now();
    Process crawler = child("ingest", "--config", config.toString());
    Process backfill = child(words(ArchivedSites.LIVE));
    try (var published = new PublishedArticles(cluster.config)) {
      await()
          .atMost(LONG)
          .pollInterval(Duration.ofMillis(10))
          .failFast("it ended before it was killed", () -> !backfill.isAlive())
          .until(() -> published.now().size() >= ArchivedSites.ARTICLES / 4);
      backfill.destroyForcibly().waitFor();
      crawler.destroyForcibly().waitFor();
      assertThat(published.now()).hasSizeLessThan(ArchivedSites.ARTICLES);

      try (var ingest = new Ingest(ingestConfig(), new SimpleMeterRegistry()).start()) {
        assertThat(backfill(words(ArchivedSites.LIVE))).as(printed).isZero();
        await().atMost(LONG).until(ingest::drained);
        Map<String, Integer> wanted = once(ArchivedSites.inRange(ArchivedSites.LIVE));
        wanted.put(NEWEST, 1);
        assertThat(published.differences(wanted)).isEmpty();
        assertThat(printed).contains("is imported: ").contains("1 refused {ROBOTS_DISALLOWED=1}");

        // a site that is nobody's outlet has an owner all the same
        assertThat(backfill(words(ArchivedSites.ARCHIVE))).as(printed).isZero();
        wanted.putAll(once(ArchivedSites.inRange(ArchivedSites.ARCHIVE)));
        assertThat(published.differences(wanted)).isEmpty();
        assertThat(printed).contains("is imported: 200 published, 1 refused {ROBOTS_DISALLOWED=1}");

        assertThat(backfill(words(ArchivedSites.LIVE))).isZero();
        assertThat(printed).contains("was imported before");
        assertThat(backfill(words(ArchivedSites.ARCHIVE, "--again"))).as(printed).isZero();
        assertThat(printed).contains("0 published, ").contains("200 known before");
        assertThat(published.differences(wanted)).isEmpty();
      }
      assertThat(published.now().values())
          .allMatch(each -> each.get(0).fetchedAt().isAfter(began.minusSeconds(1)));
    } finally {
      backfill.destroyForcibly();
      crawler.destroyForcibly();
    }
    assertThat(sites.asked())
        .contains(ArchivedSites.ARCHIVE + "/sitemap.xml", ArchivedSites.ARCHIVE + "/robots.txt")
        .doesNotContain(ArchivedSites.LIVE + "/cu.xml", ArchivedSites.ARCHIVE + "/rss")
        .noneMatch(request -> request.contains("/cam/") || request.contains("/2021/"));
  }

  private IngestConfig ingestConfig() {
    return Settings.load(IngestConfig.class, config, Map.of());
  }

  private static Map<String, Integer> once(Set<String> urls) {
    var wanted = new HashMap<String, Integer>();
    urls.forEach(url -> wanted.put(url, 1));
    return wanted;
  }

  private Process child(String... words) throws IOException {
    return ChildJvm.start(dir.resolve(words[0] + ".log"), Map.of(), words);
  }

  private String[] words(String host, String... more) {
    var words =
        new java.util.ArrayList<>(
            List.of("backfill", "--sitemap", "http://" + host + "/sitemap.xml"));
    words.addAll(List.of("--from", "2020-11-01", "--to", "2020-12-31"));
    words.addAll(List.of("--config", config.toString()));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  private int backfill(String... words) {
    var text = new StringWriter();
    var out = new PrintWriter(text);
    int code = Hoinghi.commandLine().setOut(out).setErr(out).execute(words);
    printed = text.toString();
    return code;
  }
}
