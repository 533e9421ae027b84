package vn.hoinghi.standalone;

import static org.apache.kafka.streams.StreamsConfig.AT_LEAST_ONCE;
import static org.apache.kafka.streams.StreamsConfig.EXACTLY_ONCE_V2;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.NewTopic;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.enrich.EnrichConfig;
import vn.hoinghi.enrich.MeasuredStreams;
import vn.hoinghi.enrich.Outputs;
import vn.hoinghi.schemas.Sha256;
import vn.hoinghi.schemas.Topic;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.Logging;
import vn.hoinghi.standalone.topics.ClusterPositions;

/**
 * What exactly once costs: enrich's topology over the same raw articles, under {@code
 * exactly_once_v2} and under {@code at_least_once}, in turn. For people to run: {@code
 * benchmarks/guarantee}.
 */
final class GuaranteeBenchmark {
  private final Path dir;
  private final TestCluster cluster;
  private final ClusterPositions positions;
  private int runs;

  /** A speed, and what was written at it. */
  private record Run(double perSecond, Written written) {}

  /** Hashes of articles by key, and the canonical part of events: revisions follow the order. */
  private record Written(Map<String, String> articles, String events) {}

  private GuaranteeBenchmark(Path dir, TestCluster cluster, ClusterPositions positions) {
    this.dir = dir;
    this.cluster = cluster;
    this.positions = positions;
  }

  public static void main(String[] args) throws Exception {
    int articles = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
    int bytes = args.length > 2 ? Integer.parseInt(args[2]) : 20_000;
    Logging.onlyErrorsOf("org.apache.kafka.streams.processor.internals.StateDirectory");
    Path dir = Files.createTempDirectory("guarantee-benchmark");
    try (var cluster = TestCluster.start(dir);
        var positions = ClusterPositions.of(cluster.config)) {
      try (var sender = new SteadySender(cluster.config)) {
        List<RawArticle> pages = new NewsPages(bytes).of(TestNews.of(dir, articles, 1));
        sender.burst(Topics.RAW.name(), pages);
      }
      new GuaranteeBenchmark(dir, cluster, positions).run(rounds);
    }
  }

  private void run(int rounds) throws Exception {
    var ratios = new ArrayList<Double>();
    for (int round = 0; round <= rounds; round++) {
      boolean exactlyFirst = round % 2 == 0;
      Run first = run(exactlyFirst ? EXACTLY_ONCE_V2 : AT_LEAST_ONCE);
      Run second = run(exactlyFirst ? AT_LEAST_ONCE : EXACTLY_ONCE_V2);
      if (!first.written.equals(second.written)) {
        throw new IllegalStateException("the two have not written the same, see " + dir);
      }
      Run exactly = exactlyFirst ? first : second;
      Run atLeast = exactlyFirst ? second : first;
      double ratio = exactly.perSecond / atLeast.perSecond;
      System.out.printf(
          Locale.ROOT,
          "%-8s exactly_once_v2 %6.0f records/s, at_least_once %6.0f records/s: %.3f;"
              + " same %d articles, same %d events%n",
          round == 0 ? "warm-up" : "round " + round,
          exactly.perSecond,
          atLeast.perSecond,
          ratio,
          exactly.written.articles.size(),
          exactly.written.events.lines().count());
      if (round > 0) {
        ratios.add(ratio);
      }
    }
    System.out.println("exactly_once_v2, as a share of at_least_once: " + Middle.of(ratios));
  }

  private Run run(String guarantee) throws Exception {
    String application = "guarantee-" + ++runs;
    Outputs outputs = Outputs.shadow(application);
    var topics = new ArrayList<NewTopic>();
    for (Topic<?> topic : outputs.topics()) {
      var made = new NewTopic(topic.name(), topic.partitions(), (short) 1);
      topics.add(made.configs(topic.config()));
    }
    cluster.admin.createTopics(topics).all().get();
    var work = new EnrichConfig.Work(application, dir.resolve("state"), null, null, null, null);
    var config = new EnrichConfig(cluster.config, null, work);
    try {
      return new Run(passed(config, outputs, guarantee), written(outputs));
    } finally {
      positions.remove(application, outputs.topics().stream().map(Topic::name).toList());
    }
  }

  /** Raw records a second until all are through. */
  private double passed(EnrichConfig config, Outputs outputs, String guarantee) throws Exception {
    String application = config.enrich().applicationId();
    try (var pace = Pace.watch(positions, application);
        var streams = MeasuredStreams.enrich(config, outputs, guarantee)) {
      await().atMost(Duration.ofMinutes(1)).until(streams::isRunning);
      cluster.drained(application);
      return pace.perSecond();
    }
  }

  private Written written(Outputs outputs) throws Exception {
    var articles = new TreeMap<String, String>();
    for (var record : cluster.records(outputs.articles().name())) {
      articles.put(new String(record.key(), StandardCharsets.UTF_8), Sha256.hex(record.value()));
    }
    return new Written(articles, cluster.canonical(outputs.events().name()));
  }
}
