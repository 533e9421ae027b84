package vn.hoinghi.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import vn.hoinghi.schemas.Topics;

/**
 * What an import of a web archive costs: {@code hoinghi backfill --warc} beside the least that it
 * can cost, in turn, each in a process of its own with the options of the launcher, to one broker.
 * For people to run: {@code benchmarks/warc}.
 */
final class WarcBenchmark {
  private static final List<String> JVM =
      List.of(System.getProperty("warc.jvm", "-Xmx700m -XX:+UseSerialGC").split(" "));

  private final Path dir;
  private final TestCluster cluster;
  private final SampleArchive.Size size;

  private WarcBenchmark(Path dir, TestCluster cluster, SampleArchive.Size size) {
    this.dir = dir;
    this.cluster = cluster;
    this.size = size;
  }

  public static void main(String[] args) throws Exception {
    int pages = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
    Path dir = Files.createTempDirectory("warc-benchmark");
    var size = SampleArchive.write(dir.resolve("pages.warc.gz"), dir.resolve("index"), pages);
    say(
        "%d pages, %.1f KB each, %.1f KB in the archive",
        size.pages(),
        size.bodyBytes() / 1e3 / size.pages(),
        Files.size(dir.resolve("pages.warc.gz")) / 1e3 / size.pages());
    var speed = new ArrayList<Double>();
    var cpu = new ArrayList<Double>();
    try (var cluster = TestCluster.start(dir)) {
      var benchmark = new WarcBenchmark(dir, cluster, size);
      for (int round = 1; round <= rounds; round++) {
        TimedProcess ours = benchmark.tell("backfill", benchmark.backfill());
        TimedProcess bare = benchmark.tell("bare", benchmark.bare("bare-" + round));
        speed.add(bare.seconds() / ours.seconds());
        cpu.add(bare.cpuSeconds() / ours.cpuSeconds());
      }
    }
    say("pages a second, as a share of bare gunzip and produce: %s", Middle.of(speed));
    say("the same for pages a second of CPU: %s", Middle.of(cpu));
  }

  private TimedProcess tell(String who, TimedProcess run) {
    say(
        "%-10s %7.1f s %8.0f pages/s %7.1f MB/s %8.3f ms of CPU a page",
        who,
        run.seconds(),
        size.pages() / run.seconds(),
        size.bodyBytes() / 1e6 / run.seconds(),
        1000 * run.cpuSeconds() / size.pages());
    return run;
  }

  private static void say(String line, Object... values) {
    System.out.println(String.format(Locale.ROOT, line, values));
  }

  private TimedProcess backfill() throws Exception {
    long before = written(Topics.RAW.name());
    var command = ChildJvm.command(JVM, Hoinghi.class);
    command.addAll(List.of("backfill", "--again", "--warc", archive()));
    command.addAll(List.of("--bootstrap-servers", cluster.config.bootstrapServers()));
    TimedProcess run = TimedProcess.run(dir.resolve("backfill.log"), Map.of(), command);
    check(run, written(Topics.RAW.name()) - before);
    return run;
  }

  private TimedProcess bare(String topic) throws Exception {
    var like = new NewTopic(topic, Topics.RAW.partitions(), (short) 1);
    cluster.admin.createTopics(List.of(like.configs(Topics.RAW.config()))).all().get();
    var command = ChildJvm.command(JVM, BareImport.class);
    command.addAll(List.of(cluster.config.bootstrapServers(), topic, archive()));
    command.add(dir.resolve("index").toString());
    TimedProcess run = TimedProcess.run(dir.resolve("bare.log"), Map.of(), command);
    check(run, written(topic));
    return run;
  }

  private String archive() {
    return dir.resolve("pages.warc.gz").toString();
  }

  /** A run that did not do all of its work has no speed. Ends of transactions have offsets too. */
  private void check(TimedProcess run, long written) {
    if (run.exitCode() != 0 || written < size.pages()) {
      throw new IllegalStateException(run + " wrote " + written + ", see " + dir);
    }
  }

  private long written(String topic) throws Exception {
    long all = 0;
    for (int partition = 0; partition < Topics.RAW.partitions(); partition++) {
      var of = new TopicPartition(topic, partition);
      all +=
          cluster
              .admin
              .listOffsets(Map.of(of, OffsetSpec.latest()))
              .partitionResult(of)
              .get()
              .offset();
    }
    return all;
  }
}
