package vn.hoinghi.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoinghi.enrich.Enrich;
import vn.hoinghi.enrich.EnrichConfig;
import vn.hoinghi.ingest.FolderImport;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.ClusterTopics;
import vn.hoinghi.service.KafkaConfig;
import vn.hoinghi.sink.CanonicalDump;
import vn.hoinghi.sink.Sink;
import vn.hoinghi.sink.SinkConfig;
import vn.hoinghi.standalone.batch.Batch;
import vn.hoinghi.standalone.servers.LocalKafka;
import vn.hoinghi.standalone.servers.LocalPostgres;
import vn.hoinghi.standalone.topics.Drained;

/** Several instances of an app on one cluster share its work, also that of one that breaks down. */
class InstancesIT {
  private static final int ARTICLES = 60;
  private static final String ENRICH = "instances-enrich";
  private static final String SINK = "hoinghi-sink";
  private static final Duration LONG = Duration.ofMinutes(2);

  @TempDir private static Path dir;
  private static Path in;
  private static String ofOneInstance;
  private static LocalKafka kafka;
  private static LocalPostgres postgres;
  private static KafkaConfig cluster;
  private static Admin admin;

  @BeforeAll
  static void aClusterAndTheEventsThatOneInstanceOfEachFinds() throws Exception {
    in = dir.resolve("pages");
    InventedNews.write(in, ARTICLES, 31);
    Path alone = dir.resolve("alone");
    Batch.ofFolder(in).run(alone, new Unheard(), new PrintWriter(Writer.nullWriter()));
    try (var database = LocalPostgres.start(alone)) {
      ofOneInstance = dump(database);
    }
    assertThat(ofOneInstance.lines().filter(line -> line.contains(" event 0 ")))
        .hasSizeGreaterThan(10);
    postgres = LocalPostgres.start(dir);
    kafka = LocalKafka.start(dir);
    cluster = KafkaConfig.at(kafka.bootstrapServers());
    ClusterTopics.create(cluster);
    admin = Admin.create(cluster.clientProperties());
  }

  @AfterAll
  static void close() {
    admin.close();
    kafka.close();
    postgres.close();
  }

  @Test
  @Tag("S13")
  @Tag("S24")
  void twoOfEachShareTheWorkAndWhereOneBreaksDownTheOtherFinishesIt() throws Exception {
    List<MeterRegistry> enrichCounts = registries();
    List<MeterRegistry> sinkCounts = registries();
    try (var firstEnrich = enrich("one", enrichCounts.get(0));
        var secondEnrich = enrich("two", enrichCounts.get(1));
        var firstSink = sink(sinkCounts.get(0));
        var secondSink = sink(sinkCounts.get(1))) {
      await().atMost(LONG).until(() -> areShared(ENRICH, Topics.RAW.name(), 2));
      await().atMost(LONG).until(() -> areShared(SINK, Topics.EVENTS.name(), 2));

      publish(half(0));
      await().atMost(LONG).until(() -> allCount(enrichCounts, "hoinghi.enrich.raw.records"));
      await().atMost(LONG).until(() -> allCount(sinkCounts, "hoinghi.sink.records.read"));

      // Interrupted amid its work, an instance neither commits nor says goodbye to its group; the
      // rest of its partitions comes when it is gone.
      String resolving =
          await()
              .atMost(LONG)
              .until(InstancesIT::resolvingThread, Optional::isPresent)
              .orElseThrow();
      thread(resolving).interrupt();
      thread("sink").interrupt();
      await().atMost(LONG).until(() -> failed(firstEnrich) != failed(secondEnrich));
      await().atMost(LONG).until(() -> failed(firstSink) != failed(secondSink));
      publish(half(1));

      await().atMost(LONG).until(() -> areShared(ENRICH, Topics.RAW.name(), 1));
      await().atMost(LONG).until(() -> areShared(SINK, Topics.EVENTS.name(), 1));
      Drained.await(cluster, ENRICH, postgres.database(), Map::of, new Unheard());
      assertThat(dump(postgres)).isEqualTo(ofOneInstance);
      assertThat(failed(firstEnrich)).isNotEqualTo(failed(secondEnrich));
      assertThat(failed(firstSink)).isNotEqualTo(failed(secondSink));
    }
  }

  private static Enrich enrich(String state, MeterRegistry registry) {
    var work = new EnrichConfig.Work(ENRICH, dir.resolve(state), null, 1, null, null);
    return new Enrich(new EnrichConfig(cluster, null, work), registry).start();
  }

  private static Sink sink(MeterRegistry registry) {
    var delivery = SinkConfig.Delivery.to(postgres.jdbcUrl(), postgres.user(), postgres.password());
    return new Sink(new SinkConfig(cluster, null, delivery), registry).start();
  }

  private static boolean failed(Enrich enrich) {
    return enrich.failure().isPresent();
  }

  private static boolean failed(Sink sink) {
    return sink.failure().isPresent();
  }

  private static List<MeterRegistry> registries() {
    return List.of(new SimpleMeterRegistry(), new SimpleMeterRegistry());
  }

  private static boolean allCount(List<MeterRegistry> registries, String name) {
    return registries.stream()
        .allMatch(registry -> registry.find(name).counters().stream().anyMatch(InstancesIT::moved));
  }

  private static boolean moved(Counter counter) {
    return counter.count() > 0;
  }

  /** Every other line, so that both halves tell of the same conferences. */
  private static Path half(int which) throws Exception {
    List<String> lines = Files.readAllLines(in.resolve("manifest.jsonl"));
    Path manifest = dir.resolve("half-" + which + ".jsonl");
    Stream<String> some =
        IntStream.range(0, lines.size()).filter(i -> i % 2 == which).mapToObj(lines::get);
    return Files.write(manifest, some.toList());
  }

  private static void publish(Path manifest) {
    assertThat(FolderImport.run(cluster, in, manifest, entry -> {}))
        .hasSize(ARTICLES / 2)
        .allMatch(entry -> entry.failed() == null);
  }

  /** Whether so many members, and no more, hold the topic's partitions, each at least one. */
  private static boolean areShared(String group, String topic, int members) throws Exception {
    Map<String, Set<TopicPartition>> shares = shares(group);
    shares.values().forEach(share -> share.removeIf(p -> !p.topic().equals(topic)));
    return shares.size() == members
        && shares.values().stream().noneMatch(Set::isEmpty)
        && shares.values().stream().mapToInt(Set::size).sum() == Topics.RAW.partitions();
  }

  private static Map<String, Set<TopicPartition>> shares(String group) throws Exception {
    var shares = new TreeMap<String, Set<TopicPartition>>();
    for (MemberDescription member :
        admin.describeConsumerGroups(List.of(group)).all().get().get(group).members()) {
      shares.put(member.consumerId(), new HashSet<>(member.assignment().topicPartitions()));
    }
    return shares;
  }

  /** The thread whose consumer has the one partition behind the repartition hop. */
  private static Optional<String> resolvingThread() throws Exception {
    return admin.describeConsumerGroups(List.of(ENRICH)).all().get().get(ENRICH).members().stream()
        .filter(
            member ->
                member.assignment().topicPartitions().stream()
                    .anyMatch(p -> p.topic().endsWith("-repartition")))
        .map(member -> member.clientId().replaceFirst("-consumer$", ""))
        .findFirst();
  }

  private static Thread thread(String name) {
    Stream<Thread> all = Thread.getAllStackTraces().keySet().stream();
    return all.filter(thread -> thread.getName().equals(name)).findFirst().orElseThrow();
  }

  private static String dump(LocalPostgres database) throws Exception {
    var text = new StringBuilder();
    CanonicalDump.write(database.database(), text);
    return text.toString();
  }
}
