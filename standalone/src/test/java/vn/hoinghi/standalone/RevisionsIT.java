package vn.hoinghi.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoinghi.avro.ChangeKind;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.EventChange;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.avro.RawStatus;
import vn.hoinghi.enrich.Enrich;
import vn.hoinghi.enrich.EnrichConfig;
import vn.hoinghi.ingest.Ingest;
import vn.hoinghi.ingest.IngestConfig;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.ContentIds;
import vn.hoinghi.schemas.ContractPack;
import vn.hoinghi.schemas.Topic;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.Settings;

/** What a site does to its articles after they were read, and what becomes of the events. */
class RevisionsIT {
  private static final String SITE = "http://bao.example";
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final List<String> COMMUNES =
      List.of("Quỳnh Lưu", "Đông Hưng", "Tiền Hải", "Thái Thụy", "Kim Sơn");

  @TempDir private Path dir;

  @Test
  void aCorrectedNumberUpdatesA410HeardTwiceRetractsAndNothingElseChangesAnything()
      throws Exception {
    try (var cluster = TestCluster.start(dir.resolve("kafka"));
        var site = ChangingSite.start()) {
      for (int i = 0; i < COMMUNES.size(); i++) {
        publish(site, i, 104 + i);
      }
      IngestConfig config = config(cluster, site);
      try (var enrich = enrich(cluster);
          var ingest = new Ingest(config, new SimpleMeterRegistry()).start()) {
        eventually(() -> assertThat(ids(cluster)).containsOnlyKeys(104, 105, 106, 107, 108));
        Map<Integer, String> before = ids(cluster);

        int missing = site.reads(path(1));
        publish(site, 0, 155);
        site.answers(path(1), 404);
        site.answers(path(2), 410);

        eventually(() -> assertThat(site.reads(path(1))).isGreaterThan(missing));
        eventually(() -> assertThat(site.reads(path(3))).isGreaterThan(3));
        eventually(
            () ->
                assertThat(ids(cluster))
                    .containsOnly(
                        Map.entry(155, before.get(104)),
                        Map.entry(105, before.get(105)),
                        Map.entry(107, before.get(107)),
                        Map.entry(108, before.get(108))));

        assertThat(changes(cluster, before.get(104)))
            .containsExactly(ChangeKind.CREATED, ChangeKind.UPDATED);
        assertThat(changes(cluster, before.get(106)))
            .containsExactly(ChangeKind.CREATED, ChangeKind.RETRACTED);
        assertThat(captures(cluster, 0)).containsExactly(RawStatus.FETCHED, RawStatus.FETCHED);
        assertThat(captures(cluster, 1)).containsExactly(RawStatus.FETCHED);
        assertThat(captures(cluster, 2)).containsExactly(RawStatus.FETCHED, RawStatus.GONE);
        assertThat(captures(cluster, 3)).containsExactly(RawStatus.FETCHED);
        assertThat(captures(cluster, 4)).containsExactly(RawStatus.FETCHED);
        assertThat(enrich.failure()).isEmpty();
        assertThat(ingest.drained()).isTrue();
      }
    }
  }

  private static void publish(ChangingSite site, int number, int venues) {
    String commune = COMMUNES.get(number);
    site.article(
        path(number),
        "Huyện ủy " + commune + " quán triệt nghị quyết",
        "Sáng "
            + (11 + number)
            + "/10/2026, Huyện ủy "
            + commune
            + " tổ chức hội nghị trực tuyến quán triệt nghị quyết của Trung ương tại "
            + venues
            + " điểm cầu trong toàn huyện. Đồng chí Bí thư Huyện ủy chủ trì hội nghị.");
  }

  private static String path(int number) {
    return "/tin/" + number + ".html";
  }

  private IngestConfig config(TestCluster cluster, ChangingSite site) throws Exception {
    Path file = dir.resolve("ingest.yaml");
    Files.writeString(
        file,
        String.join(
            "\n",
            "kafka: {bootstrapServers: \"" + cluster.config.bootstrapServers() + "\"}",
            "ingest:",
            "  contact: test@bao.example",
            "  paceMillis: 20",
            "  listingMillis: 500",
            "  revisitMillis: 500",
            "  goneConfirmMillis: 500",
            "  allowAddresses: [127.0.0.0/8]",
            "  resolve: [\"bao.example=127.0.0.1:" + site.port() + "\"]",
            "  cacheDir: \"" + dir.resolve("known") + "\"",
            "  outlets: [{host: bao.example, scheme: http, feeds: [/rss]}]",
            ""));
    return Settings.load(IngestConfig.class, file, Map.of());
  }

  private Enrich enrich(TestCluster cluster) {
    var work = new EnrichConfig.Work("revisions", dir.resolve("state"), null, 1, null, null);
    return new Enrich(new EnrichConfig(cluster.config, null, work), new SimpleMeterRegistry())
        .start();
  }

  private static void eventually(ThrowingRunnable assertion) {
    await().atMost(LONG).pollInterval(Duration.ofMillis(500)).untilAsserted(assertion);
  }

  /** The id of each live event by its number of venues, which no two share. */
  private static Map<Integer, String> ids(TestCluster cluster) {
    var ids = new TreeMap<Integer, String>();
    events(cluster).forEach((id, event) -> ids.put(event.getVenues().getValue(), id));
    return ids;
  }

  private static Map<String, ConferenceEvent> events(TestCluster cluster) {
    var events = new TreeMap<String, ConferenceEvent>();
    cluster
        .records(Topics.EVENTS.name())
        .forEach(
            record -> {
              String id = new String(record.key(), StandardCharsets.UTF_8);
              ConferenceEvent event = value(Topics.EVENTS, ConferenceEvent.class, record.value());
              events.put(id, event);
              events.values().removeIf(e -> e == null);
            });
    return events;
  }

  private static List<ChangeKind> changes(TestCluster cluster, String id) {
    return cluster.records(Topics.EVENT_CHANGES.name()).stream()
        .map(record -> value(Topics.EVENT_CHANGES, EventChange.class, record.value()))
        .filter(change -> change.getEventId().equals(id))
        .map(EventChange::getKind)
        .toList();
  }

  private static List<RawStatus> captures(TestCluster cluster, int number) {
    String id = ContentIds.articleId(SITE + path(number));
    return cluster.records(Topics.RAW.name()).stream()
        .map(record -> value(Topics.RAW, RawArticle.class, record.value()))
        .filter(raw -> raw.getArticleId().equals(id))
        .map(RawArticle::getStatus)
        .toList();
  }

  private static <T extends SpecificRecord> T value(Topic<T> topic, Class<T> type, byte[] bytes) {
    return AvroSerde.of(type, ContractPack.committed())
        .deserializer()
        .deserialize(topic.name(), bytes);
  }
}
