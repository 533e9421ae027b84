package vn.hoinghi.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.ingest.Ingest;
import vn.hoinghi.ingest.IngestConfig;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.ContractPack;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.Settings;

/** Articles that only other sites tell of, and what happens to them between two crawlers. */
class HandOverIT {
  private static final Deserializer<RawArticle> RAW =
      AvroSerde.of(RawArticle.class, ContractPack.committed()).deserializer();
  private static final Duration LONG = Duration.ofMinutes(2);

  @TempDir private Path dir;
  private TestCluster cluster;

  @BeforeEach
  void start() {
    cluster = TestCluster.start(dir.resolve("kafka"));
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void whatSitesTellOfEachOtherIsThereWhenTheCrawlIsDrained() throws IOException {
    try (var sites = LinkedSites.start(6, 5, 0);
        var ingest = new Ingest(config(sites), new SimpleMeterRegistry()).start()) {
      await().atMost(LONG).until(ingest::drained);
      assertThat(published()).containsExactlyInAnyOrderElementsOf(sites.articles());
      assertThat(openHandOvers()).isEmpty();
    }
  }

  @Test
  @Tag("C40")
  void aCrawlerThatIsKilledLosesNoHandOverAndTheOtherPublishesNoneTwice() throws Exception {
    long seed = Long.getLong("crash.seed", System.nanoTime());
    System.out.println("hand-overs: -Dcrash.seed=" + seed);
    try (var sites = LinkedSites.start(12, 8, 0)) {
      int killAt = 50 + new Random(seed).nextInt(sites.articles().size() - 100);
      Process other = child(sites);
      try (var ingest = new Ingest(config(sites), new SimpleMeterRegistry()).start()) {
        await()
            .atMost(LONG)
            .pollInterval(Duration.ofMillis(10))
            .until(() -> sites.asked().size() >= killAt);
        other.destroyForcibly().waitFor();

        await().atMost(LONG).until(() -> published().size() >= sites.articles().size());
        await().atMost(LONG).until(ingest::drained);
        assertThat(published()).containsExactlyInAnyOrderElementsOf(sites.articles());
        assertThat(openHandOvers()).isEmpty();
      } finally {
        other.destroyForcibly();
      }
    }
  }

  @Test
  @Tag("C41")
  void whileTheBrokerIsAwaySitesAreLeftAloneAndAfterwardsNothingIsMissingOrDouble()
      throws IOException {
    try (var sites = LinkedSites.start(6, 40, 60_000);
        var ingest = new Ingest(config(sites), new SimpleMeterRegistry()).start()) {
      await().atMost(LONG).until(() -> published().size() > 20);

      cluster.away(
          () -> {
            int before = sites.asked().size();
            var last = new AtomicInteger();
            await()
                .atMost(LONG)
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> last.getAndSet(sites.asked().size()) == last.get());
            // what is held back is bounded in bytes
            assertThat(last.get() - before).isLessThan(400);
            assertThat(last.get()).isLessThan(sites.articles().size());
          });

      await()
          .atMost(LONG)
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> published().size() >= sites.articles().size());
      await().atMost(LONG).until(ingest::drained);
      assertThat(published()).containsExactlyInAnyOrderElementsOf(sites.articles());
    }
  }

  private IngestConfig config(LinkedSites sites) throws IOException {
    return Settings.load(IngestConfig.class, file(sites), Map.of());
  }

  private Path file(LinkedSites sites) throws IOException {
    String kafka = "kafka: {bootstrapServers: '" + cluster.config.bootstrapServers() + "'}\n";
    return Files.writeString(
        dir.resolve("ingest.yaml"), kafka + "admin: {port: -1}\n" + sites.settings(10));
  }

  private Process child(LinkedSites sites) throws IOException {
    return ChildJvm.start(
        dir.resolve("other.log"), Map.of(), "ingest", "--config", file(sites).toString());
  }

  /** Addresses as often as they were published. */
  private List<String> published() {
    var all = new ArrayList<String>();
    cluster
        .records(Topics.RAW.name())
        .forEach(record -> all.add(RAW.deserialize(record.topic(), record.value()).getUrl()));
    return all;
  }

  private List<String> openHandOvers() {
    var last = new HashMap<String, Boolean>();
    cluster
        .records(Topics.FETCH_STATE.name())
        .forEach(
            record ->
                last.put(new String(record.key(), StandardCharsets.UTF_8), record.value() != null));
    return last.entrySet().stream()
        .filter(e -> e.getKey().contains(">") && e.getValue())
        .map(Map.Entry::getKey)
        .toList();
  }
}
