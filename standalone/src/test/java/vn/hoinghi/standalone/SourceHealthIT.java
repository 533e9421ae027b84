package vn.hoinghi.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoinghi.avro.Article;
import vn.hoinghi.avro.ArticleOutcome;
import vn.hoinghi.avro.SourceHealth;
import vn.hoinghi.ingest.Ingest;
import vn.hoinghi.ingest.IngestConfig;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.ContentIds;
import vn.hoinghi.schemas.ContractPack;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.Settings;

/** How outlets are doing, on a broker: from attempts to judgements, and from those to a table. */
class SourceHealthIT {
  private static final Duration LONG = Duration.ofMinutes(2);

  @TempDir private static Path dir;
  private static TestCluster cluster;

  private String printed;
  private String complained;

  @BeforeAll
  static void aBroker() {
    cluster = TestCluster.start(dir);
  }

  @AfterAll
  static void close() {
    cluster.close();
  }

  @Test
  void anOutletThatShutsUsOutAndThenGoesAwayIsSaidToHaveDoneSo() throws Exception {
    try (var site = new ShutterSite();
        var ingest = ingest(site.config(dir), new SimpleMeterRegistry())) {
      ingest.start();
      await().atMost(LONG).until(() -> changes("shutter.example").equals(List.of("LEARNING")));
      await().atMost(LONG).until(ingest::drained);
      site.shut();
      await()
          .atMost(LONG)
          .until(() -> changes("shutter.example").equals(List.of("LEARNING", "BLOCKED")));
    }
    SourceHealth last = judgements().get("shutter.example").get(1);
    assertThat(last.getBecause()).contains("attempts at articles, last by FETCH_STATUS_4XX 403");

    assertThat(sources("--host", "shutter.example")).isZero();
    assertThat(printed)
        .containsPattern("BLOCKED +[-0-9]+ [0-9:]+ +shutter.example")
        .contains("refuses ", "FETCH_STATUS_4XX", "1 outlet: 1 blocked");
    assertThat(sources("--status", "dead,quiet", "--host", "shutter.example")).isZero();
    assertThat(complained).contains("outlets is [DEAD, QUIET]");
  }

  @Test
  void whereAnInstanceGoesAwayItsOutletsAreJudgedOnAndNothingIsSaidTwice() throws Exception {
    var config = config(dir, Map.of());
    var counts = List.<MeterRegistry>of(new SimpleMeterRegistry(), new SimpleMeterRegistry());
    try (var stays = ingest(config, counts.get(1))) {
      try (var goes = ingest(config, counts.get(0))) {
        goes.start();
        stays.start();
        send(FetchHistory.of(0, 20));
        // the second may join, and take its part over, after the first has judged them all
        await().atMost(LONG).until(() -> sharedOut(counts));
        send(FetchHistory.of(20, 25));
      }
      send(FetchHistory.of(25, 30));
      await()
          .atMost(LONG)
          .until(() -> standing(counts.subList(1, 2), "dead") == FetchHistory.HOSTS);
    }
    Map<String, List<SourceHealth>> told = judgements();
    for (int i = 0; i < FetchHistory.HOSTS; i++) {
      assertThat(changes(FetchHistory.host(i))).containsExactly("LEARNING", "HEALTHY", "DEAD");
      List<SourceHealth> records = told.get(FetchHistory.host(i));
      assertThat(records).extracting(SourceHealth::getAt).doesNotHaveDuplicates().isSorted();
      // once a day while it answered and while it did not
      assertThat(records).hasSizeBetween(26, 33);
      assertThat(records.get(records.size() - 1).getBecause()).endsWith("last FETCH_DNS");
    }

    assertThat(sources("--json", "--status", "dead")).isZero();
    assertThat(printed.lines().filter(line -> line.contains("\"status\":\"DEAD\"")))
        .hasSize(FetchHistory.HOSTS);
    assertThat(printed).contains("\"refused\":{\"FETCH_DNS\":24}").doesNotContain("memory");
  }

  private static boolean sharedOut(List<MeterRegistry> counts) {
    return standing(counts, "healthy") == FetchHistory.HOSTS
        && counts.stream().allMatch(count -> standing(List.of(count), "healthy") > 0);
  }

  @Test
  void aNewLayoutIsReadFromWhatBecameOfTheArticles() throws Exception {
    var config = config(dir, Map.of());
    String host = "doi.example";
    send(
        IntStream.range(0, 20 * 24)
            .boxed()
            .flatMap(hour -> FetchHistory.attempts(host, hour))
            .toList());
    send(articles(host, 0, 400, "Hội nghị triển khai nhiệm vụ năm học mới. ".repeat(20)));
    send(articles(host, 400, 500, ""));
    try (var ingest = ingest(config, new SimpleMeterRegistry())) {
      ingest.start();
      await().atMost(LONG).until(() -> changes(host).contains("DRIFTED"));
    }
    send(
        IntStream.range(20 * 24, 22 * 24)
            .boxed()
            .flatMap(hour -> FetchHistory.attempts(host, hour))
            .toList());
    Instant later = FetchHistory.BEGIN.plus(Duration.ofDays(21));
    try (var another = ingest(config, new SimpleMeterRegistry())) {
      another.start();
      await().atMost(LONG).until(() -> newest(host).getAt().isAfter(later));
    }
    assertThat(changes(host)).containsExactly("LEARNING", "HEALTHY", "DRIFTED");
    assertThat(newest(host).getBecause())
        .matches("text in \\d+ of the last 24 articles, usually in 9\\d %");

    assertThat(sources("--host", host)).isZero();
    assertThat(printed).containsPattern("DRIFTED +[-0-9]+ [0-9:]+ +doi.example .* 0 % +0 % ");
  }

  private static SourceHealth newest(String host) {
    List<SourceHealth> all = judgements().get(host);
    return all.get(all.size() - 1);
  }

  private static List<ProducerRecord<byte[], byte[]>> articles(
      String host, int from, int to, String text) {
    var avro = AvroSerde.of(Article.class, ContractPack.committed()).serializer();
    var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
    for (int i = from; i < to; i++) {
      String url = "https://" + host + "/" + i;
      var article =
          Article.newBuilder()
              .setArticleId(ContentIds.articleId(url))
              .setUrl(url)
              .setOutlet(host)
              .setFetchedAt(FetchHistory.BEGIN.plus(Duration.ofHours(i)))
              .setIngestedAt(FetchHistory.BEGIN.plus(Duration.ofHours(i)))
              .setContentHash("00")
              .setOutcome(ArticleOutcome.NOT_CONFERENCE)
              .setTitle("Tin " + i)
              .setText("Tin " + i + "\n" + text)
              .setRulesVersion("test-1")
              .build();
      records.add(
          new ProducerRecord<>(
              Topics.ARTICLES.name(),
              article.getArticleId().getBytes(StandardCharsets.UTF_8),
              avro.serialize(Topics.ARTICLES.name(), article)));
    }
    return records;
  }

  @Test
  void whoWasNeverAskedIsNamedOnRequest() throws Exception {
    Path file =
        config(dir, Map.of("outlets", List.of(Map.of("host", "never.example", "enabled", false))));
    assertThat(sources("--all", "--config", file.toString())).isZero();
    assertThat(printed).contains("not enabled: never.example");
    assertThat(sources("--host", "o-dau.example")).isEqualTo(1);
    assertThat(complained).contains("o-dau.example was never asked");
  }

  /** Every status of an outlet in turn, as the topic tells it. */
  private static List<String> changes(String host) {
    return judgements().getOrDefault(host, List.of()).stream()
        .filter(h -> h.getAt().equals(h.getSince()))
        .map(h -> h.getStatus().name())
        .toList();
  }

  private static Map<String, List<SourceHealth>> judgements() {
    var avro = AvroSerde.of(SourceHealth.class, ContractPack.committed()).deserializer();
    return cluster.records(Topics.SOURCE_HEALTH.name()).stream()
        .map(record -> avro.deserialize(record.topic(), record.value()))
        .collect(Collectors.groupingBy(SourceHealth::getHost, TreeMap::new, Collectors.toList()));
  }

  private static int standing(List<MeterRegistry> registries, String status) {
    return registries.stream()
        .mapToInt(r -> (int) r.get("hoinghi.ingest.sources").tag("status", status).gauge().value())
        .sum();
  }

  private static void send(List<ProducerRecord<byte[], byte[]>> records) throws Exception {
    cluster.send(records);
  }

  private static Ingest ingest(Path config, MeterRegistry registry) {
    return new Ingest(Settings.load(IngestConfig.class, config, Map.of()), registry);
  }

  static Path config(Path dir, Map<String, Object> ingest) throws IOException {
    var sections = new TreeMap<String, Object>();
    sections.put("kafka", Map.of("bootstrapServers", cluster.config.bootstrapServers()));
    sections.put("ingest", ingest);
    sections.put("health", Map.of("blockedAfterMillis", 100));
    // JSON is YAML too
    String json = new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(sections);
    return Files.writeString(Files.createTempFile(dir, "ingest", ".yaml"), json);
  }

  private int sources(String... words) {
    var all = new ArrayList<>(List.of("sources"));
    all.addAll(List.of(words));
    all.addAll(List.of("--bootstrap-servers", cluster.config.bootstrapServers()));
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        Hoinghi.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(all.toArray(String[]::new));
    printed = out.toString();
    complained = err.toString();
    return code;
  }
}
