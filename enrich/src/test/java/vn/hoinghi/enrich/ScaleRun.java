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
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
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
import vn.hoinghi.enrich.generator.GeneratedNews;
import vn.hoinghi.enrich.resolve.BCubed;
import vn.hoinghi.enrich.resolve.Facts;
import vn.hoinghi.enrich.resolve.Member;
import vn.hoinghi.enrich.resolve.Neighbourhood;

/**
 * What routing and resolving cost as the years go by, and how right the events stay: generated news
 * goes article by article through the resolving step and its RocksDB stores. Prints a line of CSV
 * at 1,000 articles, 3,000, 10,000 and so on; {@link ScaleFigure} draws them.
 *
 * <p>{@code ScaleRun [articles] [conferences a day]}
 */
public final class ScaleRun implements AutoCloseable {
  /**
   * How things stand after so many articles.
   *
   * @param resolving CPU µs of the resolving step for an article, since the line before
   * @param routing CPU µs for its sketch and its way through the repartition topic, likewise
   * @param parsing CPU µs of a {@link BareParse}, a yardstick under the same load
   * @param truth how well the events agree with what really happened
   * @param baseline B-cubed F1 of grouping by date, province and type
   * @param candidates of an article: the median and the 99th per cent
   * @param stateBytes for an article, beyond the article itself
   * @param largestValue bytes of the largest record of a store
   */
  record Line(
      int articles,
      double resolving,
      double routing,
      double parsing,
      BCubed truth,
      double baseline,
      int candidates,
      int candidatesMost,
      long stateBytes,
      int largestValue) {
    static final String HEAD =
        "articles,resolving_us,routing_us,parsing_us,bcubed_precision,bcubed_recall,bcubed_f1,baseline_f1,candidates_p50,candidates_p99,state_bytes,largest_value";

    String csv() {
      return String.format(
          Locale.ROOT,
          "%d,%.1f,%.1f,%.0f,%.4f,%.4f,%.4f,%.4f,%d,%d,%d,%d",
          articles,
          resolving,
          routing,
          parsing,
          truth.precision(),
          truth.recall(),
          truth.f1(),
          baseline,
          candidates,
          candidatesMost,
          stateBytes,
          largestValue);
    }
  }

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** How often the yardstick is laid on between two lines, so that it feels the same load. */
  private static final int YARDSTICKS = 10;

  private static final int WARM_UP = 10_000;

  /** Articles after which the changelogs so far are let go. */
  private static final int FORGET = 1_000;

  private final Path stateDir = Files.createTempDirectory("hoinghi-scale");
  private final TopologyTestDriver driver;
  private final BareParse yardstick = new BareParse();
  private final List<Member> sample = new ArrayList<>();
  private final List<String> articles = new ArrayList<>();
  private final List<Integer> truth = new ArrayList<>();
  private final Map<String, Integer> baselineGroups = new HashMap<>();
  private final List<Integer> baseline = new ArrayList<>();
  private long resolvingNanos;
  private long codingNanos;
  private long sketchNanos;

  ScaleRun() throws IOException {
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
    warmUp(perDay);
    System.out.println(Line.HEAD);
    try (var run = new ScaleRun()) {
      run.read(
          new GeneratedNews(1, articles, perDay), articles, line -> System.out.println(line.csv()));
    }
  }

  /** Other news, so that the first lines do not tell of the compiler's work. */
  private static void warmUp(int perDay) throws IOException {
    try (var run = new ScaleRun()) {
      run.read(new GeneratedNews(2, WARM_UP, perDay), WARM_UP, line -> {});
    }
  }

  /** Takes in all of the news, telling now and then how things stand. */
  void read(GeneratedNews news, int total, Consumer<Line> told) {
    var in =
        driver.createInputTopic(
            "by-shard", new ByteArraySerializer(), EnrichTopology.newsSerde().serializer());
    int next = Math.min(1_000, total);
    int since = 0;
    while (news.hasNext()) {
      GeneratedNews.Report report = news.next();
      remember(report);
      byte[] key = Codec.key(report.member().articleId()).get();
      in.pipeInput(new TestRecord<>(key, throughTopic(report.member())));
      if (articles.size() % FORGET == 0) {
        forgetChangelogs();
      }
      if ((articles.size() - since) % ((next - since) / YARDSTICKS) == 0) {
        yardstick.measure();
      }
      if (articles.size() == next) {
        told.accept(line(next - since, news));
        since = next;
        next = Math.min(total, String.valueOf(next).startsWith("1") ? next * 3 : next / 3 * 10);
      }
    }
  }

  /** The driver keeps what was sent until it is read: the memory of years. */
  private void forgetChangelogs() {
    var bytes = new ByteArrayDeserializer();
    for (String store : driver.getAllStateStores().keySet()) {
      driver.createOutputTopic("scale-" + store + "-changelog", bytes, bytes).readRecordsToList();
    }
  }

  private Membership throughTopic(Member member) {
    long start = THREADS.getCurrentThreadCpuTime();
    Membership routed = Codec.membership(Codec.membership(Membership.join(member)));
    codingNanos += THREADS.getCurrentThreadCpuTime() - start;
    return routed;
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

  private Line line(int since, GeneratedNews news) {
    double resolving = resolvingNanos / 1000.0 / since;
    double routing = (codingNanos + news.sketchNanos() - sketchNanos) / 1000.0 / since;
    resolvingNanos = 0;
    codingNanos = 0;
    sketchNanos = news.sketchNanos();
    KeyValueStore<Bytes, byte[]> assignments = driver.getKeyValueStore(EventLedger.ASSIGNMENTS);
    var events = new HashMap<Bytes, Integer>();
    var found = new ArrayList<Integer>();
    for (String article : articles) {
      Bytes event = Bytes.wrap(assignments.get(Codec.key(article)));
      found.add(events.computeIfAbsent(event, e -> events.size()));
    }
    int[] candidates = candidates();
    var weighed = new Weighed(driver);
    return new Line(
        articles.size(),
        resolving,
        routing,
        yardstick.micros(),
        BCubed.of(truth, found),
        BCubed.of(truth, baseline).f1(),
        candidates[candidates.length / 2],
        candidates[candidates.length * 99 / 100],
        weighed.bytes / articles.size(),
        weighed.largest);
  }

  private int[] candidates() {
    var index =
        new StoredIndex(
            driver.getKeyValueStore(StoredIndex.MEMBERS),
            driver.getKeyValueStore(StoredIndex.POSTINGS));
    var neighbourhood = new Neighbourhood(index, new Neighbourhood.Memory());
    return sample.stream()
        .mapToInt(m -> neighbourhood.candidates(Facts.of(m)).size())
        .sorted()
        .toArray();
  }

  /** What the stores hold. */
  private static final class Weighed {
    long bytes;
    int largest;

    Weighed(TopologyTestDriver driver) {
      weigh(driver.getKeyValueStore(StoredIndex.MEMBERS));
      bytes = 0; // so far those were the articles themselves
      weigh(driver.getKeyValueStore(StoredIndex.POSTINGS));
      weigh(driver.getKeyValueStore(EventLedger.EVENTS));
      weigh(driver.getKeyValueStore(EventLedger.ASSIGNMENTS));
    }

    private void weigh(KeyValueStore<Bytes, byte[]> values) {
      try (var all = values.all()) {
        while (all.hasNext()) {
          var entry = all.next();
          int size = entry.key.get().length + entry.value.length;
          bytes += size;
          largest = Math.max(largest, size);
        }
      }
    }
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
            resolvingNanos += THREADS.getCurrentThreadCpuTime() - start;
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
