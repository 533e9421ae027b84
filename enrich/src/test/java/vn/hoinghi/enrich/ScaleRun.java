package vn.hoinghi.enrich;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.test.TestRecord;
import org.jsoup.Jsoup;
import vn.hoinghi.enrich.generator.GeneratedNews;
import vn.hoinghi.enrich.resolve.BCubed;
import vn.hoinghi.enrich.resolve.Facts;
import vn.hoinghi.enrich.resolve.Member;
import vn.hoinghi.enrich.resolve.Neighbourhood;

/**
 * What resolving costs as the years go by, and how right it stays: generated news goes article by
 * article through the resolving step and its RocksDB stores. Prints a line of CSV at each power of
 * ten and halfway: articles, CPU µs for an article since the line before, B-cubed precision, recall
 * and F1 against the truth, F1 of grouping by date, province and type, candidates of an article
 * (median, 99th per cent), bytes of state beyond the members. At last a yardstick for the CPU: bare
 * parsing of a page.
 *
 * <p>{@code ScaleRun [articles] [conferences a day]}
 */
public final class ScaleRun implements AutoCloseable {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static final int PAGE_BYTES = 100_000;
  private static final int ROUNDS = 300;

  private final Path stateDir = Files.createTempDirectory("hoinghi-scale");
  private final TopologyTestDriver driver;
  private final List<Member> sample = new ArrayList<>();
  private final List<String> articles = new ArrayList<>();
  private final List<Integer> truth = new ArrayList<>();
  private final Map<String, Integer> baselineGroups = new HashMap<>();
  private final List<Integer> baseline = new ArrayList<>();
  private long cpuNanos;

  private ScaleRun() throws IOException {
    var config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, "scale");
    config.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
    config.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, StoreMemory.class);
    var topology =
        new Topology()
            .addSource(
                "by-shard",
                Serdes.ByteArray().deserializer(),
                EnrichTopology.newsSerde().deserializer(),
                "by-shard")
            .addProcessor("resolve", timed(), "by-shard");
    driver = new TopologyTestDriver(topology, config);
  }

  /** Runs the benchmark. */
  public static void main(String[] args) throws Exception {
    int articles = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
    int perDay = args.length > 1 ? Integer.parseInt(args[1]) : 75;
    System.out.println(
        "articles,cpu_us_an_article,bcubed_precision,bcubed_recall,bcubed_f1,baseline_f1,candidates_p50,candidates_p99,state_bytes_an_article");
    try (var run = new ScaleRun()) {
      run.read(new GeneratedNews(1, articles, perDay), articles);
    }
    System.out.printf(Locale.ROOT, "# Jsoup.parse of a 100 KB page: %.0f us%n", parsing());
  }

  /** CPU µs of parsing a page of 100 KB and nothing more, on this machine and under its load. */
  private static double parsing() {
    String page =
        "<div class=tin><p>Hội nghị quán triệt nghị quyết <a href='/x'>tại tỉnh</a>.</p></div>";
    String whole = "<html><body>" + page.repeat(PAGE_BYTES / page.length()) + "</body></html>";
    long start = 0;
    for (int round = 0; round < 2 * ROUNDS; round++) {
      start = round == ROUNDS ? THREADS.getCurrentThreadCpuTime() : start;
      if (Jsoup.parse(whole).body().childNodeSize() == 0) {
        throw new IllegalStateException("an empty page");
      }
    }
    return (THREADS.getCurrentThreadCpuTime() - start) / 1000.0 / ROUNDS;
  }

  private void read(GeneratedNews news, int total) {
    var in =
        driver.createInputTopic(
            "by-shard", new ByteArraySerializer(), EnrichTopology.newsSerde().serializer());
    int next = Math.min(1_000, total);
    int since = 0;
    while (news.hasNext()) {
      GeneratedNews.Report report = news.next();
      remember(report);
      byte[] key = Codec.key(report.member().articleId()).get();
      in.pipeInput(new TestRecord<>(key, Membership.join(report.member())));
      if (articles.size() == next) {
        line(next - since);
        since = next;
        next = Math.min(total, String.valueOf(next).startsWith("1") ? next * 5 : next * 2);
      }
    }
  }

  private void remember(GeneratedNews.Report report) {
    Member m = report.member();
    articles.add(m.articleId());
    truth.add(report.conference());
    String province = m.mention().getProvince() == null ? "" : m.mention().getProvince().getName();
    String key = m.mention().getStartDate() + '|' + province + '|' + m.mention().getType();
    baseline.add(baselineGroups.computeIfAbsent(key, k -> baselineGroups.size()));
    if (sample.size() < 2_000 || articles.size() % 500 == 0) {
      sample.add(m);
    }
  }

  private void line(int since) {
    double cost = cpuNanos / 1000.0 / since;
    cpuNanos = 0;
    KeyValueStore<Bytes, byte[]> assignments = driver.getKeyValueStore(EventLedger.ASSIGNMENTS);
    var events = new HashMap<Bytes, Integer>();
    var found = new ArrayList<Integer>();
    for (String article : articles) {
      Bytes event = Bytes.wrap(assignments.get(Codec.key(article)));
      found.add(events.computeIfAbsent(event, e -> events.size()));
    }
    BCubed ours = BCubed.of(truth, found);
    int[] candidates = candidates();
    System.out.printf(
        Locale.ROOT,
        "%d,%.1f,%.4f,%.4f,%.4f,%.4f,%d,%d,%d%n",
        articles.size(),
        cost,
        ours.precision(),
        ours.recall(),
        ours.f1(),
        BCubed.of(truth, baseline).f1(),
        candidates[candidates.length / 2],
        candidates[candidates.length * 99 / 100],
        stateBytes() / articles.size());
  }

  private int[] candidates() {
    var index =
        new StoredIndex(
            driver.getKeyValueStore(StoredIndex.MEMBERS),
            driver.getKeyValueStore(StoredIndex.POSTINGS));
    return sample.stream().mapToInt(m -> candidates(index, m)).sorted().toArray();
  }

  private static int candidates(StoredIndex index, Member member) {
    var candidates = new TreeSet<String>();
    for (long bucket : Facts.of(member).buckets()) {
      candidates.addAll(index.around(bucket, member.articleId(), Neighbourhood.WINDOW));
    }
    return candidates.size();
  }

  private long stateBytes() {
    long bytes = 0;
    for (String store :
        List.of(StoredIndex.POSTINGS, EventLedger.EVENTS, EventLedger.ASSIGNMENTS)) {
      KeyValueStore<Bytes, byte[]> values = driver.getKeyValueStore(store);
      try (var all = values.all()) {
        while (all.hasNext()) {
          var entry = all.next();
          bytes += entry.key.get().length + entry.value.length;
        }
      }
    }
    return bytes;
  }

  /** The resolving step with its stores, on a meter. */
  private ProcessorSupplier<byte[], ShardNews, byte[], Resolved> timed() {
    var tally = new Tally(new SimpleMeterRegistry());
    var resolving = EnrichTopology.resolving(EnrichTopology.Order.CANONICAL, tally);
    return new ProcessorSupplier<>() {
      @Override
      public Processor<byte[], ShardNews, byte[], Resolved> get() {
        Processor<byte[], ShardNews, byte[], Resolved> step = resolving.get();
        return new Processor<>() {
          @Override
          public void init(ProcessorContext<byte[], Resolved> context) {
            step.init(context);
          }

          @Override
          public void process(Record<byte[], ShardNews> record) {
            long start = THREADS.getCurrentThreadCpuTime();
            step.process(record);
            cpuNanos += THREADS.getCurrentThreadCpuTime() - start;
          }
        };
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return resolving.stores();
      }
    };
  }

  @Override
  public void close() throws IOException {
    driver.close();
    Utils.delete(stateDir.toFile());
  }
}
