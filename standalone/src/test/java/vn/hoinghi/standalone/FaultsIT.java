package vn.hoinghi.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.enrich.ArticleReader;
import vn.hoinghi.enrich.Enrich;
import vn.hoinghi.enrich.EnrichConfig;
import vn.hoinghi.schemas.ContentIds;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.ClusterTopics;
import vn.hoinghi.service.KafkaConfig;

/** Pages, topics and brokers that fail while enrich is at work. */
class FaultsIT {
  private static final String LETTERS = Topics.RAW.deadLetters().name();
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final int RESCALES = Integer.getInteger("order.rescales", 1);

  @TempDir private static Path dir;
  private static TestCluster cluster;
  private static List<RawArticle> news;
  private static String expected;
  private static int applications;
  private final String application = "faults-" + applications++;
  private final Path state = dir.resolve(application);

  @BeforeAll
  static void start() throws Exception {
    cluster = TestCluster.start(dir);
    news = TestNews.of(dir, 30, 3);
    expected = TestCluster.canonical(TestNews.events(news));
  }

  @BeforeEach
  void emptyTopics() throws Exception {
    cluster.anew();
  }

  @AfterAll
  static void close() {
    cluster.close();
  }

  @Test
  @Tag("S08")
  @Tag("S09")
  void pagesThatFailOrNeverEndDelayTheOthersAndNoMore() throws Exception {
    // Given more pages that sleep, one in each partition, than one transaction has time for
    int partitions = 16;
    cluster
        .admin
        .createPartitions(Map.of(Topics.RAW.name(), NewPartitions.increaseTo(partitions)))
        .all()
        .get();
    for (int p = 0; p < partitions; p++) {
      cluster.send(List.of(record(p, page("https://bao.example/sleep/" + p, 10))));
    }
    for (String fault : List.of("overflow", "cast", "assert", "memory")) {
      cluster.publish(List.of(page("https://bao.example/" + fault, 10)));
    }
    cluster.publish(news);
    // When they are read with a budget of a tenth of a second
    try (Enrich enrich = enrich(cluster.config, 100).start()) {
      cluster.drained(application, enrich);
      // Then each has its one reason, and nobody has died of it
      assertThat(enrich.state()).isEqualTo(KafkaStreams.State.RUNNING);
    }
    List<ConsumerRecord<byte[], byte[]>> letters = cluster.records(LETTERS);
    assertThat(letters).filteredOn(l -> reason(l).equals("PARSE_BUDGET")).hasSize(partitions + 1);
    assertThat(letters).filteredOn(l -> reason(l).equals("PARSE_INTERNAL")).hasSize(2);
    assertThat(letters).filteredOn(l -> reason(l).equals("PARSE_DEPTH")).hasSize(1);
    assertThat(cluster.canonical()).isEqualTo(expected);
  }

  @Test
  @Tag("S11")
  void withoutItsDeadLetterTopicItEndsLoudlyAndNothingIsLost() throws Exception {
    var impatient =
        new KafkaConfig(
            cluster.config.bootstrapServers(), null, Map.of("producer.max.block.ms", "2000"));
    RawArticle bad = page("https://bao.example/cast", 10);
    try (Enrich enrich = enrich(impatient, 2000).start()) {
      await().atMost(LONG).until(() -> enrich.state() == KafkaStreams.State.RUNNING);
      cluster.delete(LETTERS);
      cluster.publish(List.of(bad));
      await().atMost(LONG).until(() -> enrich.failure().isPresent());
      assertThat(enrich.failure().orElseThrow()).hasStackTraceContaining(LETTERS);
    }
    assertThat(committed()).isZero();
    ClusterTopics.create(cluster.config);
    try (Enrich enrich = enrich(impatient, 2000).start()) {
      cluster.drained(application, enrich);
    }
    assertThat(cluster.records(LETTERS))
        .singleElement()
        .satisfies(l -> assertThat(reason(l)).isEqualTo("PARSE_INTERNAL"));
  }

  @Test
  @Tag("S06")
  @Tag("S10")
  void theLargestRecordAndItsHeadersFitTheDeadLetters() throws Exception {
    int most = Topics.RAW.maxMessageBytes() - 100 * 1024;
    var huge = new ProducerRecord<>(Topics.RAW.name(), 0, new byte[] {1}, new byte[most]);
    for (int i = 0; i < 1_000; i++) {
      huge.headers().add("x-dlq-reason", ("FORGED " + i).getBytes(StandardCharsets.UTF_8));
    }
    cluster.send(List.of(huge));
    cluster.publish(news);
    try (Enrich enrich = enrich(cluster.config, 2000).start()) {
      cluster.drained(application, enrich);
    }
    assertThat(cluster.records(LETTERS))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.value()).hasSize(most);
              assertThat(letter.headers().headers("x-dlq-reason")).hasSize(1);
              assertThat(reason(letter)).isEqualTo("AVRO_UNKNOWN_SCHEMA");
            });
    assertThat(cluster.canonical()).isEqualTo(expected);
  }

  @Test
  @Tag("S17")
  void aBrokerThatGoesAndComesBackIsWaitedFor() throws Exception {
    int parts = RESCALES + 1;
    cluster.publish(news.subList(0, news.size() / parts));
    try (Enrich enrich = enrich(cluster.config, 2000).start()) {
      await().atMost(LONG).until(() -> !cluster.records(Topics.EVENTS.name()).isEmpty());
      for (int i = 1; i < parts; i++) {
        cluster.restart();
        cluster.publish(news.subList(i * news.size() / parts, (i + 1) * news.size() / parts));
      }
      cluster.drained(application, enrich);
      assertThat(enrich.failure()).isEmpty();
    }
    assertThat(cluster.canonical()).isEqualTo(expected);
  }

  @Test
  @Tag("S22")
  void aTransactionThatNobodyEndsHoldsReadersUpUntilItsTimeIsOver() throws Exception {
    Map<String, Object> settings = cluster.config.clientProperties();
    settings.put("transactional.id", "abandoned");
    settings.put("transaction.timeout.ms", 10_000);
    var metrics = new SimpleMeterRegistry();
    try (var abandoned =
            new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        Enrich enrich = enrich(cluster.config, 2000, metrics).start()) {
      abandoned.initTransactions();
      await().atMost(LONG).until(() -> enrich.state() == KafkaStreams.State.RUNNING);
      // When a producer begins and is never heard of again
      abandoned.beginTransaction();
      var open = new ProducerRecord<>(Topics.RAW.name(), 0, new byte[] {1}, new byte[] {1});
      abandoned.send(open).get();
      // Then a figure says how much waits behind it, for as long as it does
      await().atMost(LONG).until(() -> held(metrics) > 0);
      cluster.publish(news);
      cluster.drained(application, enrich);
      await().atMost(LONG).until(() -> held(metrics) == 0);
      assertThat(cluster.canonical()).isEqualTo(expected);
      assertThat(cluster.records(LETTERS)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  @Tag("S24")
  void instancesThatComeAndGoChangeNothing(int standbys) throws Exception {
    var parts = new ArrayList<List<RawArticle>>();
    int steps = RESCALES * 2;
    for (int i = 0; i < steps; i++) {
      parts.add(news.subList(i * news.size() / steps, (i + 1) * news.size() / steps));
    }
    try (Enrich one = sharing(state, standbys).start()) {
      for (int i = 0; i < RESCALES; i++) {
        try (Enrich two = sharing(dir.resolve(application + "two"), standbys).start();
            Enrich three = sharing(dir.resolve(application + "three"), standbys).start()) {
          cluster.publish(parts.get(2 * i));
          await().atMost(LONG).until(() -> cluster.isShared(application, 3));
          cluster.drained(application, one, two, three);
        }
        cluster.publish(parts.get(2 * i + 1));
        await().atMost(LONG).until(() -> cluster.isShared(application, 1));
      }
      cluster.drained(application, one);
    }
    assertThat(cluster.canonical()).isEqualTo(expected);
  }

  private Enrich sharing(Path stateDir, int standbys) {
    var work = new EnrichConfig.Work(application, stateDir, null, 1, null, null, standbys);
    return new Enrich(
        new EnrichConfig(cluster.config, null, work),
        faulty(),
        TestCluster.RULES,
        new SimpleMeterRegistry());
  }

  private Enrich enrich(KafkaConfig kafka, int budgetMillis) {
    return enrich(kafka, budgetMillis, new SimpleMeterRegistry());
  }

  private Enrich enrich(KafkaConfig kafka, int budgetMillis, MeterRegistry metrics) {
    var work = new EnrichConfig.Work(application, state, null, 1, budgetMillis, null);
    return new Enrich(new EnrichConfig(kafka, null, work), faulty(), TestCluster.RULES, metrics);
  }

  private static double held(MeterRegistry metrics) {
    return metrics
        .get("hoinghi.topic.held.records")
        .tag("topic", Topics.RAW.name())
        .gauge()
        .value();
  }

  /** Fails as the last word of the address says; reads what else there is. */
  private static ArticleReader faulty() {
    ArticleReader reader = TestNews.reader();
    return raw -> {
      String url = raw.getUrl();
      if (url.contains("/sleep/")) {
        sleep();
      } else if (url.endsWith("/overflow")) {
        throw new StackOverflowError("planted");
      } else if (url.endsWith("/cast")) {
        throw new ClassCastException("planted");
      } else if (url.endsWith("/assert")) {
        throw new AssertionError("planted");
      } else if (url.endsWith("/memory")) {
        throw new OutOfMemoryError("planted");
      }
      return reader.read(raw);
    };
  }

  private static void sleep() {
    try {
      TimeUnit.MINUTES.sleep(10);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RawArticle page(String url, int bytes) {
    return RawArticle.newBuilder(news.get(0))
        .setArticleId(ContentIds.articleId(url))
        .setUrl(url)
        .setBody(ByteBuffer.wrap(new byte[bytes]))
        .build();
  }

  private static ProducerRecord<byte[], byte[]> record(int partition, RawArticle raw) {
    return new ProducerRecord<>(
        Topics.RAW.name(),
        partition,
        raw.getArticleId().getBytes(StandardCharsets.UTF_8),
        TestCluster.bytes(raw));
  }

  private static String reason(ConsumerRecord<byte[], byte[]> letter) {
    return new String(letter.headers().lastHeader("x-dlq-reason").value(), StandardCharsets.UTF_8);
  }

  /** How many records of the raw topic were passed for good. */
  private long committed() throws Exception {
    return cluster
        .admin
        .listConsumerGroupOffsets(application)
        .partitionsToOffsetAndMetadata()
        .get()
        .entrySet()
        .stream()
        .filter(e -> isRaw(e.getKey()))
        .mapToLong(e -> e.getValue().offset())
        .sum();
  }

  private static boolean isRaw(TopicPartition partition) {
    return partition.topic().equals(Topics.RAW.name());
  }
}
