package vn.hoinghi.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import vn.hoinghi.schemas.SchemaIds;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.schemas.TrustedRecords;
import vn.hoinghi.service.Health;
import vn.hoinghi.service.KafkaConfig;

/**
 * The crawler: reads what its outlets list and publishes their articles to {@code
 * hoinghi.articles.raw.v1}. Any number of instances with the same configuration share the outlets.
 */
public final class Ingest implements AutoCloseable {
  /** Consumer group, and prefix of the transactional ids: one {@code -partition} each. */
  static final String GROUP = "hoinghi-ingest";

  private final IngestConfig config;
  private final Fetcher fetcher;
  private final Crawler crawler;
  private final SchemaIds ids;
  private final HealthMetrics healthMetrics;
  private DiskShelves known;
  private volatile Ownership ownership;
  private HealthWatch watch;
  private volatile Admin admin;

  public Ingest(IngestConfig config, MeterRegistry registry) {
    TrustedRecords.trust();
    this.config = config;
    this.ids = config.kafka().schemaIds();
    CrawlConfig crawl = config.ingest();
    this.fetcher =
        new Fetcher(
            crawl.limits(),
            new AddressGuard(crawl.openedRanges()),
            HostOverrides.parse(crawl.resolve()),
            crawl.fullUserAgent());
    this.healthMetrics = new HealthMetrics(registry, InstantSource.system());
    this.crawler = new Crawler(crawl, fetcher, InstantSource.system(), new IngestMetrics(registry));
  }

  /**
   * Joins the group; returns at once.
   *
   * @throws vn.hoinghi.service.ConfigException where nothing can be kept in {@code cacheDir}
   */
  public Ingest start() {
    known = DiskShelves.in(config.ingest().cacheDir());
    int most = config.ingest().maxPagesPerHost();
    var consumer =
        new KafkaConsumer<>(
            groupSettings(config.kafka(), GROUP),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    admin = Admin.create(config.kafka().clientProperties());
    ownership =
        new Ownership(
            consumer,
            this::logEnd,
            this::openLedger,
            crawler,
            config.ingest().outlets(),
            ids,
            () -> new Frontier(most, known.shelf()));
    ownership.start();
    var connections = new HealthConnections(config.kafka(), ids);
    watch = new HealthWatch(connections, config.health(), ids, healthMetrics).start();
    return this;
  }

  /** Adds what this app's life and readiness depend on. */
  public Health health(Health health) {
    return health
        .alive("ingest", () -> ownership == null ? Optional.empty() : ownership.dead())
        .ready("ingest-outlets", this::waitingFor);
  }

  /**
   * Whether every URL known of this instance's outlets was visited at least once, no first retry is
   * pending and nothing is under way: what was published until now is all there is to publish for
   * the moment. A site that keeps failing as a whole does not hold this up for ever. False until
   * the first assignment.
   */
  public boolean drained() {
    return waitingFor().isEmpty() && crawler.settled();
  }

  private Optional<String> waitingFor() {
    return ownership == null ? Optional.of("not started") : ownership.waitingFor();
  }

  private long logEnd(TopicPartition partition) {
    var everything = new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED);
    try {
      return admin
          .listOffsets(Map.of(partition, OffsetSpec.latest()), everything)
          .partitionResult(partition)
          .get()
          .offset();
    } catch (ExecutionException e) {
      throw new KafkaException("where " + partition + " ends cannot be told", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptException(e);
    }
  }

  private KafkaLedger openLedger(int partition) {
    var producer =
        new KafkaProducer<>(
            RawProducer.transactionalSettings(config.kafka(), GROUP + "-" + partition),
            new StringSerializer(),
            new ByteArraySerializer());
    try {
      producer.initTransactions();
      int partitions = producer.partitionsFor(Topics.FETCH_STATE.name()).size();
      return new KafkaLedger(producer, new VisitRecords(partition, partitions, ids));
    } catch (RuntimeException e) {
      producer.close();
      throw e;
    }
  }

  /** Of a member of a group that hands out partitions one to one, and takes over within seconds. */
  static Map<String, Object> groupSettings(KafkaConfig kafka, String group) {
    var settings = new HashMap<String, Object>(kafka.clientProperties());
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
    settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_500);
    settings.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    return settings;
  }

  @Override
  public void close() {
    crawler.close();
    if (ownership != null) {
      ownership.close();
      admin.close(Duration.ofSeconds(5));
    }
    if (watch != null) {
      watch.close();
    }
    fetcher.close();
    if (known != null) {
      known.close();
    }
  }
}
