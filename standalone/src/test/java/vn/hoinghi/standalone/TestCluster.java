package vn.hoinghi.standalone;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.enrich.ArticleReader;
import vn.hoinghi.enrich.Enrich;
import vn.hoinghi.enrich.EnrichConfig;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.ContractJson;
import vn.hoinghi.schemas.ContractPack;
import vn.hoinghi.schemas.Topic;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.ClusterTopics;
import vn.hoinghi.service.IdempotentProducer;
import vn.hoinghi.service.KafkaConfig;
import vn.hoinghi.standalone.servers.LocalKafka;
import vn.hoinghi.standalone.topics.ClusterPositions;
import vn.hoinghi.standalone.topics.Drain;
import vn.hoinghi.standalone.topics.TopicReader;

/** An embedded broker with the topics of the contract, and what tests do with them. */
final class TestCluster implements AutoCloseable {
  static final String RULES = "test-1";
  private static final Serializer<RawArticle> RAW_VALUES =
      AvroSerde.of(RawArticle.class, ContractPack.committed()).serializer();
  private static final Duration LONG = Duration.ofMinutes(2);

  final KafkaConfig config;
  final Admin admin;

  private final Path dir;
  private LocalKafka kafka;

  private TestCluster(Path dir, LocalKafka kafka) {
    this.dir = dir;
    this.kafka = kafka;
    this.config = KafkaConfig.at(kafka.bootstrapServers());
    this.admin = Admin.create(config.clientProperties());
  }

  static TestCluster start(Path dir) {
    var cluster = new TestCluster(dir, LocalKafka.start(dir));
    ClusterTopics.create(cluster.config);
    return cluster;
  }

  /** An instance of enrich that has not been started. */
  Enrich enrich(String application, Path state, ArticleReader reader, String rules) {
    var work = new EnrichConfig.Work(application, state, null, 1, null, null);
    return new Enrich(
        new EnrichConfig(config, null, work), reader, rules, new SimpleMeterRegistry());
  }

  /** Runs an instance until all that the raw topic holds is resolved, and closes it. */
  void pass(String application, Path state, ArticleReader reader, String rules) throws Exception {
    try (var enrich = enrich(application, state, reader, rules).start()) {
      drained(application, enrich);
    }
  }

  /** Returns when all that the raw topic and that of corrections hold now is resolved. */
  void drained(String application, Enrich... instances) throws Exception {
    try (var positions = ClusterPositions.of(config);
        var reader = TopicReader.of(config)) {
      var drain =
          new Drain(positions, reader::nothingBetween, () -> dead(instances), new Unheard(), LONG);
      drain.await(
          "reading",
          List.of(Topics.RAW.name(), Topics.CORRECTIONS.name()),
          () -> positions.committed(application));
      await().until(() -> !positions.repartitionTopics(application).isEmpty());
      drain.await(
          "resolving",
          positions.repartitionTopics(application),
          () -> positions.committed(application));
    }
  }

  private static Map<String, String> dead(Enrich... instances) {
    var dead = new TreeMap<String, String>();
    for (Enrich instance : instances) {
      instance.failure().ifPresent(fault -> dead.put("enrich", fault.toString()));
    }
    return dead;
  }

  /** Publishes raw articles in this order. */
  void publish(Collection<RawArticle> articles) throws Exception {
    var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
    for (RawArticle article : articles) {
      byte[] key = article.getArticleId().getBytes(StandardCharsets.UTF_8);
      records.add(new ProducerRecord<>(Topics.RAW.name(), key, bytes(article)));
    }
    send(records);
  }

  static byte[] bytes(RawArticle article) {
    return RAW_VALUES.serialize(Topics.RAW.name(), article);
  }

  void send(Collection<ProducerRecord<byte[], byte[]>> records) throws Exception {
    Map<String, Object> settings = IdempotentProducer.settings(config.clientProperties());
    settings.put("max.request.size", Topics.RAW.maxMessageBytes());
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      var sent = records.stream().map(producer::send).toList();
      producer.flush();
      for (var each : sent) {
        each.get();
      }
    }
  }

  /** All committed records of a topic. */
  List<ConsumerRecord<byte[], byte[]>> records(String topic) {
    var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    try (var reader = TopicReader.of(config)) {
      reader.all(topic, records::add);
    }
    return records;
  }

  /** Ids and canonical parts of the live events, one line each. */
  String canonical() {
    return canonical(Topics.EVENTS.name());
  }

  /** The same of a topic that is like that of events. */
  String canonical(String topic) {
    var avro = AvroSerde.of(ConferenceEvent.class, ContractPack.committed()).deserializer();
    var lines = new TreeMap<String, String>();
    for (ConsumerRecord<byte[], byte[]> record : records(topic)) {
      String id = new String(record.key(), StandardCharsets.UTF_8);
      ConferenceEvent event = avro.deserialize(record.topic(), record.value());
      lines.put(id, event == null ? "" : ContractJson.canonical(event).toString());
    }
    lines.values().removeIf(String::isEmpty);
    return lines(lines);
  }

  static String canonical(Collection<ConferenceEvent> events) {
    var lines = new TreeMap<String, String>();
    events.forEach(e -> lines.put(e.getEventId(), ContractJson.canonical(e).toString()));
    return lines(lines);
  }

  private static String lines(Map<String, String> events) {
    var all = new StringBuilder();
    events.forEach((id, json) -> all.append(id).append(' ').append(json).append('\n'));
    return all.toString();
  }

  void set(String topic, String key, String value) throws Exception {
    set(new ConfigResource(ConfigResource.Type.TOPIC, topic), key, value);
  }

  private void set(ConfigResource resource, String key, String value) throws Exception {
    var change = new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET);
    admin.incrementalAlterConfigs(Map.of(resource, List.of(change))).all().get();
  }

  /** Settings that no product has: what takes a week takes a moment. */
  void compactAtOnce(String topic) throws Exception {
    set(topic, "segment.ms", "1");
    set(topic, "min.compaction.lag.ms", "0");
    set(topic, "min.cleanable.dirty.ratio", "0");
    set(new ConfigResource(ConfigResource.Type.BROKER, ""), "log.cleaner.backoff.ms", "100");
  }

  void delete(String... topics) throws Exception {
    admin.deleteTopics(List.of(topics)).all().get();
    await()
        .atMost(LONG)
        .until(
            () -> admin.listTopics().names().get().stream().noneMatch(List.of(topics)::contains));
  }

  /** The broker goes, and comes back where it was. */
  void restart() {
    away(() -> {});
  }

  /** Takes the broker away, and brings it back when this has been done. */
  void away(Runnable meanwhile) {
    String server = config.bootstrapServers();
    kafka.close();
    meanwhile.run();
    kafka = LocalKafka.start(dir, Integer.parseInt(server.substring(server.indexOf(':') + 1)));
  }

  /** The topic's partitions that each member of a group holds, by member. */
  private Map<String, Set<TopicPartition>> shares(String group, String topic) throws Exception {
    var shares = new TreeMap<String, Set<TopicPartition>>();
    for (MemberDescription member :
        admin.describeConsumerGroups(List.of(group)).all().get().get(group).members()) {
      var share = new HashSet<>(member.assignment().topicPartitions());
      share.removeIf(p -> !p.topic().equals(topic));
      shares.put(member.consumerId(), share);
    }
    return shares;
  }

  /** Whether so many members, and no more, hold all partitions of the raw topic. */
  boolean isShared(String group, int members) throws Exception {
    if (admin.listGroups().all().get().stream().noneMatch(g -> g.groupId().equals(group))) {
      return false;
    }
    Map<String, Set<TopicPartition>> shares = shares(group, Topics.RAW.name());
    return shares.size() == members
        && shares.values().stream().noneMatch(Set::isEmpty)
        && shares.values().stream().mapToInt(Set::size).sum() >= Topics.RAW.partitions();
  }

  /** Every topic of the contract empty again, and no application's left. */
  void anew() throws Exception {
    delete(admin.listTopics().names().get().toArray(String[]::new));
    ClusterTopics.create(config);
    List<String> names = Topics.all().stream().map(Topic::name).toList();
    await().atMost(LONG).until(() -> admin.listTopics().names().get().containsAll(names));
    await().atMost(LONG).ignoreExceptions().until(() -> answersFor(names));
  }

  /** A topic is listed before its partitions can be written; one that was deleted still longer. */
  private boolean answersFor(List<String> names) throws Exception {
    var ends = new TreeMap<TopicPartition, OffsetSpec>(ClusterPositions.BY_NAME);
    for (TopicDescription topic : admin.describeTopics(names).allTopicNames().get().values()) {
      topic
          .partitions()
          .forEach(
              p -> ends.put(new TopicPartition(topic.name(), p.partition()), OffsetSpec.latest()));
    }
    return admin.listOffsets(ends).all().get(5, TimeUnit.SECONDS).size() == ends.size();
  }

  @Override
  public void close() {
    admin.close();
    kafka.close();
  }
}
