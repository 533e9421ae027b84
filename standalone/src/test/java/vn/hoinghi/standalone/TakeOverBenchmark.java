package vn.hoinghi.standalone;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Utils;
import vn.hoinghi.avro.ArticleOutcome;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.schemas.Topic;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.standalone.topics.ClusterPositions;
import vn.hoinghi.standalone.topics.LatestValues;
import vn.hoinghi.standalone.topics.TopicReader;

/**
 * How long it takes until all is resolved again after {@code kill -9}, with so much state: where
 * the same process is started again, where its disk is lost too, and where another one that ran
 * beside it takes over. For people to run: {@code benchmarks/takeover}.
 */
final class TakeOverBenchmark {
  private static final String APPLICATION = "hoinghi-enrich";
  private static final List<String> JVM = List.of("-Xmx900m", "-XX:+UseSerialGC");
  private static final Duration LONG = Duration.ofMinutes(5);

  /** Articles that come around a kill, and how many of them after it. */
  private static final int AMID = 1_500;

  private static final int LATER = 200;

  private final Path dir;
  private final TestCluster cluster;
  private final ClusterPositions positions;
  private final List<RawArticle> news;
  private final SteadySender sender;
  private int sent;

  private TakeOverBenchmark(
      Path dir, TestCluster cluster, ClusterPositions positions, List<RawArticle> news) {
    this.dir = dir;
    this.cluster = cluster;
    this.positions = positions;
    this.news = news;
    this.sender = new SteadySender(cluster.config);
  }

  public static void main(String[] args) throws Exception {
    int articles = args.length > 0 ? Integer.parseInt(args[0]) : 160_000;
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 2;
    Path dir = Files.createTempDirectory("takeover-benchmark");
    List<RawArticle> news = TestNews.of(dir, articles + 4 * rounds * AMID, 1);
    try (var cluster = TestCluster.start(dir);
        var positions = ClusterPositions.of(cluster.config)) {
      var benchmark = new TakeOverBenchmark(dir, cluster, positions, news);
      benchmark.run(articles, rounds);
      benchmark.sender.close();
    }
  }

  private static void say(String line, Object... values) {
    System.out.println(String.format(Locale.ROOT, line, values));
  }

  private void send(int count) throws Exception {
    sender.burst(Topics.RAW.name(), news.subList(sent, sent + count));
    sent += count;
  }

  private void run(int articles, int rounds) throws Exception {
    long begin = System.nanoTime();
    send(articles);
    say("%d articles published in %.0f s", articles, since(begin));
    Process worker = enrich("first", 0);
    try {
      begin = System.nanoTime();
      cluster.drained(APPLICATION);
      say("read and resolved in %.0f s", since(begin));
      tellSize();
      for (int round = 1; round <= rounds; round++) {
        worker = restarted("started again, disk kept", worker, false);
        worker = restarted("started again, disk lost", worker, true);
      }
    } finally {
      end(worker);
    }
    for (int round = 1; round <= rounds; round++) {
      takenOver("another takes over, no standby", 0);
      takenOver("another takes over, one standby", 1);
    }
    check();
  }

  private void tellSize() {
    try (var reader = TopicReader.of(cluster.config)) {
      Map<String, Integer> keys = StateKeys.of(positions, reader, APPLICATION);
      int all = keys.values().stream().mapToInt(n -> n).sum();
      say("%d keys of state: %s", all, keys);
    }
  }

  private Process enrich(String state, int standbys) throws IOException {
    Map<String, String> settings =
        Map.of(
            "HOINGHI_KAFKA_BOOTSTRAP_SERVERS", cluster.config.bootstrapServers(),
            "HOINGHI_ENRICH_STATE_DIR", dir.resolve("state-" + state).toString(),
            "HOINGHI_ENRICH_STANDBYS", Integer.toString(standbys),
            "HOINGHI_ADMIN_PORT", "-1");
    return ChildJvm.start(dir.resolve("enrich-" + state + ".log"), JVM, settings, "enrich");
  }

  private Process restarted(String how, Process worker, boolean lost) throws Exception {
    long killed = killAmidWork(worker);
    if (lost) {
      Utils.delete(dir.resolve("state-first").toFile());
    }
    Process next = enrich("first", 0);
    tell(how, killed);
    return next;
  }

  /** Two share the work; the one that holds the stores is killed. */
  private void takenOver(String how, int standbys) throws Exception {
    Process first = enrich("first", standbys);
    try {
      cluster.drained(APPLICATION);
      Process second = enrich("second", standbys);
      try {
        idle(second);
        tell(how, killAmidWork(first));
      } finally {
        end(second);
      }
    } finally {
      end(first);
    }
    Utils.delete(dir.resolve("state-second").toFile());
  }

  /** Kills it when the first of what was sent is committed, and the others are under way. */
  private long killAmidWork(Process worker) throws Exception {
    long before = read();
    send(AMID - LATER);
    await().atMost(LONG).pollInterval(Duration.ofMillis(20)).until(() -> read() > before);
    worker.destroyForcibly().waitFor();
    long killed = System.nanoTime();
    send(LATER);
    return killed;
  }

  /** Raw records that are behind it. */
  private long read() {
    return positions.committed(APPLICATION).entrySet().stream()
        .filter(at -> at.getKey().topic().equals(Topics.RAW.name()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private void tell(String how, long killed) throws Exception {
    try (var pace = Pace.watch(positions, APPLICATION)) {
      cluster.drained(APPLICATION);
      say("%-32s %6.1f s", how, (pace.movedAt() - killed) / 1e9);
    }
  }

  /** Returns when a process that has begun to work has nothing to do any more. */
  private static void idle(Process process) {
    var last = new ArrayList<>(List.of(Duration.ZERO));
    await()
        .atMost(LONG)
        .pollDelay(Duration.ofSeconds(10))
        .pollInterval(Duration.ofSeconds(5))
        .until(
            () -> {
              Duration now = process.info().totalCpuDuration().orElseThrow();
              return now.minus(last.set(0, now)).toMillis() < 500;
            });
  }

  private static void end(Process process) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  private static double since(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  /** Every article stands in its outcome, and every one that reports a conference in one event. */
  private void check() throws IOException {
    Set<String> known = new HashSet<>();
    news.subList(0, sent).forEach(raw -> known.add(raw.getArticleId()));
    try (var reader = TopicReader.of(cluster.config);
        var articles = latest(reader, Topics.ARTICLES);
        var events = latest(reader, Topics.EVENTS)) {
      var expected = new HashSet<String>();
      for (String id : articles.keys()) {
        if (articles.get(id).orElseThrow().getOutcome() == ArticleOutcome.CONFERENCE) {
          expected.add(id);
        }
      }
      var found = new HashSet<String>();
      int sources = 0;
      for (String id : events.keys()) {
        ConferenceEvent event = events.get(id).orElseThrow();
        event.getSources().forEach(source -> found.add(source.getArticleId()));
        sources += event.getSourceCount();
      }
      boolean right =
          articles.keys().equals(known) && found.equals(expected) && sources == expected.size();
      if (!right) {
        throw new IllegalStateException("articles are missing or double, see " + dir);
      }
      say(
          "%d articles, %d of them in one of %d events each",
          known.size(), sources, events.keys().size());
    }
  }

  private <T extends SpecificRecord> LatestValues<T> latest(TopicReader reader, Topic<T> topic) {
    return LatestValues.read(reader, topic, dir.resolve("values"));
  }
}
