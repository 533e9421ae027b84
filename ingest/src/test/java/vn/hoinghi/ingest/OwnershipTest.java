package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.avro.FetchState;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.ContractPack;
import vn.hoinghi.schemas.Topics;

@Timeout(300)
class OwnershipTest {
  private static final String TOPIC = Topics.FETCH_STATE.name();
  private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

  private final Site site = new Site();
  private final Outlet outlet =
      new Outlet(Crawls.HOST, null, null, null, List.of("/rss"), null, "http", true);
  private final CrawlConfig config = Crawls.config(site, outlet);
  private final Fetcher fetcher =
      new Fetcher(
          config.limits(),
          new AddressGuard(config.openedRanges()),
          HostOverrides.parse(config.resolve()),
          config.fullUserAgent());
  private final Crawler crawler =
      new Crawler(
          config, fetcher, InstantSource.system(), new IngestMetrics(new SimpleMeterRegistry()));
  private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
  private final List<MockProducer<String, byte[]>> producers = new CopyOnWriteArrayList<>();
  private final Ownership ownership =
      new Ownership(
          consumer,
          at -> consumer.endOffsets(List.of(at)).get(at),
          this::open,
          crawler,
          List.of(outlet),
          ContractPack.committed(),
          () -> new Frontier(config.maxPagesPerHost()));

  @BeforeEach
  void start() {
    var node = new Node(0, "localhost", 1);
    consumer.updatePartitions(
        TOPIC, List.of(new PartitionInfo(TOPIC, 0, node, new Node[] {node}, new Node[] {node})));
    consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    site.feed("/rss", "/a.html").page("/a.html", "<p>A</p>");
  }

  @AfterEach
  void close() {
    crawler.close();
    ownership.close();
    fetcher.close();
    site.close();
  }

  @Test
  void noRequestIsMadeBeforeEverythingKnownWasRead() {
    consumer.updateEndOffsets(Map.of(PARTITION, 1L));
    ownership.start();
    assertThat(ownership.waitingFor()).hasValueSatisfying(w -> assertThat(w).contains("assigned"));
    assign();
    soon()
        .untilAsserted(
            () ->
                assertThat(ownership.waitingFor())
                    .hasValueSatisfying(w -> assertThat(w).contains("known already")));
    assertThat(site.asked()).isEmpty();

    FetchState visited = visitedLately();
    consumer.schedulePollTask(() -> consumer.addRecord(record(0, visited)));

    soon().until(() -> ownership.waitingFor().isEmpty());
    soon().until(() -> site.asked().contains("/rss"));
    soon().until(crawler::settled);
    assertThat(site.asked()).doesNotContain("/a.html");
  }

  @Test
  void aRevokedPartitionsOutletsAreLeftAlone() {
    consumer.updateEndOffsets(Map.of(PARTITION, 0L));
    ownership.start();
    assign();
    soon().until(() -> site.asked().contains("/a.html"));

    consumer.schedulePollTask(() -> consumer.rebalance(List.of()));

    soon().until(() -> producers.get(0).closed());
  }

  @Test
  void aLedgerThatWasFencedIsReplacedAndWhatItLostIsFetchedAgain() {
    consumer.updateEndOffsets(Map.of(PARTITION, 0L));
    ownership.start();
    assign();
    soon().until(() -> !producers.isEmpty());
    producers.get(0).commitTransactionException = new ProducerFencedException("another owner");

    soon().until(() -> producers.size() == 2);
    soon()
        .until(
            () ->
                producers.get(1).history().stream()
                    .anyMatch(r -> r.topic().equals(Topics.RAW.name())));
  }

  @Test
  void whatOthersHandOverIsVisitedAndSettledWhetherItCameBeforeOrAfterTheStart() {
    site.page("/early.html", "<p>E</p>").page("/late.html", "<p>L</p>");
    FetchState early = handOver("/early.html");
    FetchState done = handOver("/done.html");
    consumer.updateEndOffsets(Map.of(PARTITION, 3L));
    ownership.start();
    assign();
    consumer.schedulePollTask(
        () -> {
          consumer.addRecord(record(0, early));
          consumer.addRecord(record(1, done));
          consumer.addRecord(new ConsumerRecord<>(TOPIC, 0, 2, FetchStates.key(done), null));
        });
    soon().until(() -> site.asked().contains("/early.html"));

    FetchState late = handOver("/late.html");
    consumer.schedulePollTask(
        () -> {
          consumer.addRecord(record(3, late));
          consumer.addRecord(record(4, late)); // heard of twice
        });

    soon().until(() -> site.asked().contains("/late.html"));
    soon().until(() -> settled(late) == 2);
    assertThat(settled(early)).isEqualTo(1);
    assertThat(site.asked()).doesNotContain("/done.html");
    soon().until(crawler::settled);
    assertThat(site.requests("/late.html")).hasSize(1);
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofMinutes(1));
  }

  private long settled(FetchState handOver) {
    return producers.get(0).history().stream()
        .filter(r -> r.value() == null && FetchStates.key(handOver).equals(r.key()))
        .count();
  }

  private static FetchState handOver(String path) {
    return FetchState.newBuilder()
        .setHost(Crawls.HOST)
        .setUrl("http://bao.example" + path)
        .setKind(FetchKind.ARTICLE)
        .setFoundOn("http://other.example/")
        .setNextVisitAt(Instant.now())
        .build();
  }

  private void assign() {
    consumer.schedulePollTask(() -> consumer.rebalance(List.of(PARTITION)));
  }

  private KafkaLedger open(int partition) {
    var producer =
        new MockProducer<>(
            Cluster.empty(), true, null, new StringSerializer(), new ByteArraySerializer());
    producer.initTransactions();
    producers.add(producer);
    return new KafkaLedger(producer, new VisitRecords(partition, 1, ContractPack.committed()));
  }

  private static FetchState visitedLately() {
    return FetchState.newBuilder()
        .setHost(Crawls.HOST)
        .setUrl("http://bao.example/a.html")
        .setKind(FetchKind.ARTICLE)
        .setContentHash("00")
        .setLastFetchedAt(Instant.now())
        .setNextVisitAt(Instant.now().plusSeconds(3600))
        .build();
  }

  private static ConsumerRecord<String, byte[]> record(long offset, FetchState state) {
    byte[] bytes =
        AvroSerde.of(FetchState.class, ContractPack.committed())
            .serializer()
            .serialize(TOPIC, state);
    return new ConsumerRecord<>(TOPIC, 0, offset, FetchStates.key(state), bytes);
  }
}
