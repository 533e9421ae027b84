package vn.hoinghi.standalone;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.ConferenceType;
import vn.hoinghi.avro.EventSource;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.ContractPack;
import vn.hoinghi.schemas.Topics;

/**
 * Events that come, change and go by chance, on their topic as enrichment writes them, and what
 * tables must hold in the end. Each source carries its event's revision, so that a torn event can
 * be seen.
 */
final class EventStream implements AutoCloseable {
  private static final String TOPIC = Topics.EVENTS.name();
  private static final int IDS = 400;
  private static final Instant TIME = Instant.parse("2020-12-22T01:00:00Z");
  private static final Serializer<ConferenceEvent> VALUES =
      AvroSerde.of(ConferenceEvent.class, ContractPack.committed()).serializer();

  /** Revision of each live event by its id. */
  final Map<String, Long> live = new TreeMap<>();

  private final Map<String, Long> revisions = new HashMap<>();
  private final TestCluster cluster;
  private final Random dice;
  private final KafkaProducer<byte[], byte[]> producer;

  EventStream(TestCluster cluster, long seed) {
    this.cluster = cluster;
    this.dice = new Random(seed);
    Map<String, Object> settings = cluster.config.clientProperties();
    settings.put("transactional.id", UUID.randomUUID().toString());
    producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    producer.initTransactions();
  }

  /** One that goes on where another is, with a producer that knows the topic as it is now. */
  EventStream(TestCluster cluster, long seed, EventStream before) {
    this(cluster, seed);
    live.putAll(before.live);
    revisions.putAll(before.revisions);
  }

  /** So many records, some of them in transactions that are aborted beside. */
  EventStream write(int records) {
    if (dice.nextInt(4) == 0) {
      producer.beginTransaction();
      live(id(dice.nextInt(IDS)), 1_000_000);
      producer.flush();
      producer.abortTransaction();
    }
    producer.beginTransaction();
    for (int i = 0; i < records; i++) {
      String id = id(dice.nextInt(IDS));
      long revision = revisions.merge(id, 1L, Long::sum);
      if (dice.nextInt(6) == 0) {
        dead(id, revision);
        live.remove(id);
      } else {
        live(id, revision);
        live.put(id, revision);
      }
    }
    producer.commitTransaction();
    return this;
  }

  static String id(int number) {
    return "%032x".formatted(number);
  }

  private void live(String id, long revision) {
    send(new ProducerRecord<>(TOPIC, bytes(id), VALUES.serialize(TOPIC, event(id, revision))));
  }

  private void dead(String id, long revision) {
    var record = new ProducerRecord<byte[], byte[]>(TOPIC, bytes(id), null);
    record.headers().add("hoinghi-revision", bytes(Long.toString(revision)));
    record.headers().add("hoinghi-cause", bytes("a"));
    if (dice.nextBoolean()) {
      record.headers().add("hoinghi-redirect", bytes(id(IDS + 1)));
    }
    send(record);
  }

  private void send(ProducerRecord<byte[], byte[]> record) {
    var unused = producer.send(record); // a failed send fails the transaction's end
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static ConferenceEvent event(String id, long revision) {
    var sources = new ArrayList<EventSource>();
    for (int i = 0; i < revision % 7; i++) {
      sources.add(
          new EventSource(
              "a" + i,
              "https://bao.example/" + i,
              "bao.example",
              "r" + revision,
              null,
              TIME,
              TIME,
              null,
              null,
              List.of()));
    }
    return ConferenceEvent.newBuilder()
        .setEventId(id)
        .setRevision(revision)
        .setRulesVersion("1")
        .setAnchorArticleId("a" + id)
        .setTitle("r" + revision)
        .setType(ConferenceType.REVIEW)
        .setSources(sources)
        .setSourceCount(sources.size())
        .setIndependentSources(sources.size())
        .build();
  }

  /** Where a reader of committed records has read everything. */
  Map<TopicPartition, Long> ends() {
    var settled = new HashMap<TopicPartition, Long>();
    await("every transaction to be marked as ended")
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> {
              settled.clear();
              settled.putAll(ends(IsolationLevel.READ_COMMITTED));
              return settled.equals(ends(IsolationLevel.READ_UNCOMMITTED));
            });
    return settled;
  }

  private Map<TopicPartition, Long> ends(IsolationLevel seen) throws Exception {
    var topic = cluster.admin.describeTopics(List.of(TOPIC)).allTopicNames().get().get(TOPIC);
    var wanted = new HashMap<TopicPartition, OffsetSpec>();
    topic
        .partitions()
        .forEach(p -> wanted.put(new TopicPartition(TOPIC, p.partition()), OffsetSpec.latest()));
    var ends = new HashMap<TopicPartition, Long>();
    cluster
        .admin
        .listOffsets(wanted, new ListOffsetsOptions(seen))
        .all()
        .get()
        .forEach((p, end) -> ends.put(p, end.offset()));
    return ends;
  }

  @Override
  public void close() {
    producer.close();
  }
}
