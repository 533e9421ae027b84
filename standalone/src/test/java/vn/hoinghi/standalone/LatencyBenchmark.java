package vn.hoinghi.standalone;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.KafkaStreams;
import vn.hoinghi.avro.Article;
import vn.hoinghi.avro.ArticleOutcome;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.avro.RawStatus;
import vn.hoinghi.enrich.Enrich;
import vn.hoinghi.enrich.EnrichConfig;
import vn.hoinghi.enrich.EventHeaders;
import vn.hoinghi.enrich.MeasuredStreams;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.ContractPack;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.Logging;
import vn.hoinghi.sink.Sink;
import vn.hoinghi.sink.SinkConfig;
import vn.hoinghi.standalone.topics.ClusterPositions;
import vn.hoinghi.standalone.topics.TopicReader;

/**
 * How long it takes from an article to the row that tells of it, at half of the load that the
 * pipeline can bear, beside a topology that does no work, in turn for each commit interval. For
 * people to run: {@code benchmarks/latency}.
 */
final class LatencyBenchmark {
  private static final String APPLICATION = "hoinghi-enrich";
  private static final String FROM = "through.from";
  private static final String TO = "through.to";
  private static final int SETTLE_SECONDS = 5;
  private static final int MOST_ROUNDS = 6;
  private static final double STEADY = 1.1;
  private static final Duration LONG = Duration.ofMinutes(2);

  private final LocalPipeline servers;
  private final Path dir;
  private final NewsPages pages;
  private final List<RawArticle> news;
  private final SteadySender sender;
  private int used;

  private LatencyBenchmark(
      LocalPipeline servers, Path dir, NewsPages pages, List<RawArticle> news) {
    this.servers = servers;
    this.dir = dir;
    this.pages = pages;
    this.news = news;
    this.sender = new SteadySender(servers.cluster);
  }

  public static void main(String[] args) throws Exception {
    int backlog = args.length > 0 ? Integer.parseInt(args[0]) : 6_000;
    int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 20;
    int bytes = args.length > 2 ? Integer.parseInt(args[2]) : 20_000;
    String intervals = args.length > 3 ? args[3] : "100,30,50,200,500";
    Logging.onlyErrorsOf("org.apache.kafka.streams.processor.internals.StateDirectory");
    Path dir = Files.createTempDirectory("latency-benchmark");
    Map<String, RawArticle> news = new LinkedHashMap<>();
    TestNews.of(dir, 60_000, 1).stream()
        .filter(raw -> raw.getStatus() == RawStatus.FETCHED)
        .forEach(raw -> news.putIfAbsent(raw.getArticleId(), raw));
    try (var servers = LocalPipeline.start(dir);
        var admin = Admin.create(servers.cluster.clientProperties())) {
      for (String topic : List.of(FROM, TO)) {
        var like = new NewTopic(topic, Topics.RAW.partitions(), (short) 1);
        admin.createTopics(List.of(like.configs(Topics.RAW.config()))).all().get();
      }
      var all = List.copyOf(news.values());
      var run = new LatencyBenchmark(servers, dir, new NewsPages(bytes), all);
      double half = run.throughput(backlog) / 2;
      say("half of that: %.0f articles/s, for %d s each", half, seconds);
      for (String interval : List.of(intervals.split(","))) {
        run.compare(Integer.parseInt(interval), half, seconds);
      }
      run.sender.close();
    }
  }

  private static void say(String line, Object... values) {
    System.out.println(String.format(Locale.ROOT, line, values));
  }

  private List<RawArticle> next(int articles) {
    used += articles;
    return pages.of(news.subList(used - articles, used));
  }

  private EnrichConfig enriching(String application, int commitIntervalMillis) {
    var work =
        new EnrichConfig.Work(
            application, dir.resolve("state"), commitIntervalMillis, null, null, null);
    return new EnrichConfig(servers.cluster, null, work);
  }

  private Enrich enrich(int commitIntervalMillis) {
    return new Enrich(enriching(APPLICATION, commitIntervalMillis), new SimpleMeterRegistry())
        .start();
  }

  private Sink sink() {
    var to =
        SinkConfig.Delivery.to(
            servers.postgres.jdbcUrl(), servers.postgres.user(), servers.postgres.password());
    return new Sink(new SinkConfig(servers.cluster, null, to), new SimpleMeterRegistry()).start();
  }

  /**
   * Articles a second over a backlog, from the raw topic to rows, once a further round is hardly
   * quicker than the one before: until then the compiler is at work.
   */
  private double throughput(int backlog) throws Exception {
    double before = 0;
    double perSecond = passed(backlog);
    for (int round = 1; round < MOST_ROUNDS && perSecond > before * STEADY; round++) {
      before = perSecond;
      perSecond = passed(backlog);
    }
    return Math.max(before, perSecond);
  }

  private double passed(int backlog) throws Exception {
    sender.burst(Topics.RAW.name(), next(backlog));
    try (var positions = ClusterPositions.of(servers.cluster);
        var sink = sink();
        var visible = VisibleRows.watch(servers.postgres.database());
        var pace = Pace.watch(positions, APPLICATION, visible);
        var enrich = enrich(100)) {
      servers.drained(APPLICATION, sink, enrich);
      double perSecond = pace.perSecond();
      say("a backlog of %d articles to rows: %.0f articles/s", backlog, perSecond);
      return perSecond;
    }
  }

  private void compare(int interval, double perSecond, int seconds) throws Exception {
    List<RawArticle> articles = next((int) (perSecond * (seconds + SETTLE_SECONDS)));
    say("commit interval %d ms", interval);
    Delays rows = rows(interval, articles, perSecond);
    Delays through = through(interval, articles, perSecond);
    say("  to its row      %s", rows);
    say("  pass-through    %s", through);
    say(
        "  ratio           p50 %.2f  p95 %.2f",
        rows.percentile(50) / through.percentile(50), rows.percentile(95) / through.percentile(95));
  }

  private static long settled(Map<String, Long> times) {
    return times.values().stream().mapToLong(t -> t).min().orElseThrow()
        + Duration.ofSeconds(SETTLE_SECONDS).toNanos();
  }

  private Delays rows(int interval, List<RawArticle> articles, double perSecond) throws Exception {
    try (var sink = sink();
        var enrich = enrich(interval);
        var visible = VisibleRows.watch(servers.postgres.database());
        var read = new PassedThrough(servers.cluster, Topics.ARTICLES.name(), ConsumerRecord::key);
        var resolved =
            new PassedThrough(
                servers.cluster,
                Topics.EVENTS.name(),
                r -> r.headers().lastHeader(EventHeaders.CAUSE).value());
        var topics = TopicReader.of(servers.cluster)) {
      await().atMost(LONG).until(() -> enrich.state() == KafkaStreams.State.RUNNING);
      Map<String, Long> sent = sender.send(Topics.RAW.name(), articles, perSecond);
      servers.drained(APPLICATION, sink, enrich);
      Map<String, Long> seen = visible.byCause(topics);
      checkRows(topics, sent.keySet(), seen.keySet());
      say("  to its record   %s", Delays.between(sent, read.moments(), settled(sent)));
      say("  to its event    %s", Delays.between(sent, resolved.moments(), settled(sent)));
      return Delays.between(sent, seen, settled(sent));
    }
  }

  /**
   * Each article that was sent and reports a conference must have been seen, and stand in a row.
   */
  private void checkRows(TopicReader topics, Set<String> sent, Set<String> seen)
      throws SQLException {
    var expected = new HashSet<String>();
    var avro = AvroSerde.of(Article.class, ContractPack.committed()).deserializer();
    topics.all(
        Topics.ARTICLES.name(),
        record -> {
          String id = new String(record.key(), StandardCharsets.UTF_8);
          Article article = avro.deserialize(record.topic(), record.value());
          if (sent.contains(id) && article.getOutcome() == ArticleOutcome.CONFERENCE) {
            expected.add(id);
          }
        });
    String causes = servers.one("SELECT string_agg(DISTINCT cause, ' ') FROM event_revision");
    boolean stored = new HashSet<>(Arrays.asList(causes.split(" "))).containsAll(expected);
    if (expected.isEmpty() || !seen.containsAll(expected) || !stored) {
      throw new IllegalStateException("rows are missing, see " + dir);
    }
  }

  private Delays through(int interval, List<RawArticle> articles, double perSecond)
      throws Exception {
    EnrichConfig config = enriching("through", interval);
    try (var passed = new PassedThrough(servers.cluster, TO, ConsumerRecord::key);
        var streams = MeasuredStreams.passThrough(config, FROM, TO)) {
      await().atMost(LONG).until(streams::isRunning);
      Map<String, Long> sent = sender.send(FROM, articles, perSecond);
      await().atMost(LONG).until(() -> passed.moments().keySet().containsAll(sent.keySet()));
      return Delays.between(sent, passed.moments(), settled(sent));
    }
  }
}
