package vn.hoinghi.enrich;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.streams.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.hoinghi.service.ConfigException;
import vn.hoinghi.service.KafkaConfig;

/** Asks the cluster what {@link StartRules} wants to know, before an instance joins its group. */
final class StartCheck implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StartCheck.class);
  private static final int ANSWER_MILLIS = 20_000;

  private final KafkaConfig kafka;
  private final String application;
  private final Topology topology;
  private final Admin admin;

  private StartCheck(KafkaConfig kafka, String application, Topology topology) {
    this.kafka = kafka;
    this.application = application;
    this.topology = topology;
    Map<String, Object> client = kafka.clientProperties();
    client.putIfAbsent("default.api.timeout.ms", ANSWER_MILLIS);
    client.putIfAbsent("request.timeout.ms", ANSWER_MILLIS / 2);
    this.admin = Admin.create(client);
  }

  /**
   * Returns where it is safe to start, with a position for every partition of the sources.
   *
   * @return id of the topic with which the application began, another one each time it begins anew
   * @throws ConfigException naming what is not as the state needs it, and what to do
   */
  static String pass(KafkaConfig kafka, String application, Topology topology, String rules) {
    try (var check = new StartCheck(kafka, application, topology)) {
      check.pass(rules);
      return check.origin();
    }
  }

  private void pass(String rules) {
    Holdings holdings = holdings();
    var sources = new TreeMap<String, Charter.Source>();
    for (String source : StartRules.sources(topology)) {
      Holdings.Topic topic = holdings.topics().get(source);
      if (topic == null) {
        throw new ConfigException(source + " is missing; 'hoinghi topics apply' creates it");
      }
      sources.put(source, new Charter.Source(topic.id(), topic.partitions()));
    }
    var mine = new Charter(rules, Codec.FORMAT, Charter.shape(topology), sources);
    var charters = new CharterTopic(kafka, application);
    String charterName = CharterTopic.name(application);
    boolean chartered = holdings.topics().remove(charterName) != null;
    Optional<Charter> charter = chartered ? charters.read() : Optional.empty();
    if (charter.isEmpty()) {
      refuse(StartRules.beforeTheFirstStart(application, topology, holdings));
      createCharterTopic();
    }
    refuse(charter.orElseGet(() -> charters.found(mine)).differences(mine));
    refuse(StartRules.beforeGoingOn(application, topology, holdings));
    begin(holdings, sources.keySet());
  }

  private String origin() {
    String charter = CharterTopic.name(application);
    var described = admin.describeTopics(List.of(charter)).allTopicNames();
    return answer("describe " + charter, described).get(charter).topicId().toString();
  }

  private void refuse(List<String> faults) {
    if (!faults.isEmpty()) {
      throw new ConfigException(
          "enrich.applicationId %s cannot go on where it was:\n  %s\n"
                  .formatted(application, String.join("\n  ", faults))
              + "Start the program and the topics that its state was made with; or let all be"
              + " computed anew from the raw articles: give enrich.applicationId another name,"
              + " delete and create again the topics of articles, events and event changes, and"
              + " start the sink with an empty database.");
    }
  }

  /**
   * Sources are read without a policy for lost positions, since each would leave articles out or
   * say nothing. So the first position is written here, and so is one that the cluster forgot: all
   * is read once more then, which changes no event.
   */
  private void begin(Holdings holdings, Collection<String> sources) {
    var first = new HashMap<TopicPartition, OffsetAndMetadata>();
    holdings
        .begins()
        .forEach(
            (partition, offset) -> {
              if (sources.contains(partition.topic())
                  && !holdings.committed().containsKey(partition)) {
                first.put(partition, new OffsetAndMetadata(offset));
              }
            });
    if (first.isEmpty()) {
      return;
    }
    LOG.info("{} reads {} partitions from their start", application, first.size());
    try {
      answer(
          "set the positions of " + application,
          admin.alterConsumerGroupOffsets(application, first).all());
    } catch (ConfigException e) {
      // Another instance was quicker, and the group is at work already.
      if (!committed().keySet().containsAll(first.keySet())) {
        throw e;
      }
    }
  }

  private void createCharterTopic() {
    try {
      answer(
          "create " + CharterTopic.name(application),
          admin.createTopics(List.of(CharterTopic.topic(application))).all());
    } catch (ConfigException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  private Holdings holdings() {
    var wanted = new TreeSet<String>(StartRules.sources(topology));
    wanted.addAll(StartRules.internals(application, topology));
    wanted.add(CharterTopic.name(application));
    wanted.retainAll(answer("list the topics", admin.listTopics().names()));
    var descriptions = answer("describe the topics", admin.describeTopics(wanted).allTopicNames());
    Map<ConfigResource, Config> configs =
        answer(
            "read the topics' settings",
            admin
                .describeConfigs(
                    wanted.stream()
                        .map(n -> new ConfigResource(ConfigResource.Type.TOPIC, n))
                        .toList())
                .all());
    var topics = new TreeMap<String, Holdings.Topic>();
    configs.forEach(
        (resource, config) -> {
          TopicDescription described = descriptions.get(resource.name());
          topics.put(
              resource.name(),
              new Holdings.Topic(
                  described.topicId().toString(),
                  described.partitions().size(),
                  config.get("cleanup.policy").value()));
        });
    return new Holdings(
        topics,
        committed(),
        offsets(topics, OffsetSpec.earliest()),
        offsets(topics, OffsetSpec.latest()));
  }

  private Map<TopicPartition, Long> committed() {
    var committed = new HashMap<TopicPartition, Long>();
    answer(
            "read the positions of " + application,
            admin.listConsumerGroupOffsets(application).partitionsToOffsetAndMetadata())
        .forEach(
            (partition, at) -> {
              if (at != null) {
                committed.put(partition, at.offset());
              }
            });
    return committed;
  }

  private Map<TopicPartition, Long> offsets(Map<String, Holdings.Topic> topics, OffsetSpec spec) {
    Map<TopicPartition, OffsetSpec> question =
        topics.entrySet().stream()
            .flatMap(
                t ->
                    IntStream.range(0, t.getValue().partitions())
                        .mapToObj(p -> new TopicPartition(t.getKey(), p)))
            .collect(Collectors.toMap(p -> p, p -> spec));
    var all = new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED);
    var offsets = new HashMap<TopicPartition, Long>();
    answer("read where the topics begin and end", admin.listOffsets(question, all).all())
        .forEach((partition, at) -> offsets.put(partition, at.offset()));
    return offsets;
  }

  private <T> T answer(String what, KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new ConfigException(
          "cannot %s on %s: %s"
              .formatted(what, kafka.bootstrapServers(), e.getCause().getMessage()),
          e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking " + kafka.bootstrapServers(), e);
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
