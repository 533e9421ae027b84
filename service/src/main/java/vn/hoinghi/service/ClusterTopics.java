package vn.hoinghi.service;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import vn.hoinghi.schemas.Topic;
import vn.hoinghi.schemas.Topics;

/** The contract's topics on a real cluster: compared, created, insisted on. */
public final class ClusterTopics implements AutoCloseable {
  /** Long enough for a cluster that is just starting, short enough for one that is not there. */
  private static final int ANSWER_MILLIS = 20_000;

  private final Admin admin;
  private final String cluster;
  private final List<Topic<? extends SpecificRecord>> wanted;

  private ClusterTopics(Admin admin, String cluster, List<Topic<? extends SpecificRecord>> wanted) {
    this.admin = admin;
    this.cluster = cluster;
    this.wanted = wanted;
  }

  /** Connects lazily: a cluster that cannot be reached fails the first question. */
  public static ClusterTopics of(KafkaConfig kafka) {
    return of(kafka, Topics.all());
  }

  private static ClusterTopics of(KafkaConfig kafka, List<Topic<? extends SpecificRecord>> wanted) {
    Map<String, Object> client = kafka.clientProperties();
    client.putIfAbsent("default.api.timeout.ms", ANSWER_MILLIS);
    client.putIfAbsent("request.timeout.ms", ANSWER_MILLIS / 2);
    try {
      return new ClusterTopics(Admin.create(client), kafka.bootstrapServers(), wanted);
    } catch (KafkaException e) {
      Throwable why = e.getCause() == null ? e : e.getCause();
      throw new ConfigException(
          "kafka.bootstrapServers ("
              + kafka.bootstrapServers()
              + ") or kafka.properties cannot be used: "
              + why.getMessage(),
          e);
    }
  }

  /**
   * Every topic of the contract is there and keeps it.
   *
   * @throws ConfigException naming what is missing or wrong
   */
  public static void require(KafkaConfig kafka) {
    require(kafka, Topics.all());
  }

  /**
   * An app's check at its start: the topics it reads and writes are there and keep the contract. An
   * app on a topic that forgets or compacts the wrong records would lose them in silence.
   *
   * @throws ConfigException naming what is missing or wrong, or a cluster that does not answer
   */
  public static void require(KafkaConfig kafka, List<Topic<? extends SpecificRecord>> used) {
    try (ClusterTopics topics = of(kafka, used)) {
      TopicPlan plan = topics.plan();
      if (!plan.fulfilled()) {
        throw new ConfigException(
            "the topics on "
                + kafka.bootstrapServers()
                + " do not fit; 'hoinghi topics apply' creates missing ones:\n  "
                + String.join("\n  ", plan.lines()));
      }
    }
  }

  /** Creates what is missing, as {@link #apply} does. */
  public static void create(KafkaConfig kafka) {
    try (ClusterTopics topics = of(kafka)) {
      topics.apply();
    }
  }

  /** The same for other topics than those of the contract. */
  public static void create(KafkaConfig kafka, List<Topic<? extends SpecificRecord>> wanted) {
    try (ClusterTopics topics = of(kafka, wanted)) {
      topics.apply();
    }
  }

  /** What separates the cluster from the contract. */
  public TopicPlan plan() {
    return TopicPlan.compare(wanted, found(wanted));
  }

  /**
   * Creates what is missing. Nothing is created where an existing topic breaks the contract, and
   * settings of existing topics are never changed.
   *
   * @return the plan that was carried out
   * @throws ConfigException when a topic's settings are wrong
   */
  public TopicPlan apply() {
    TopicPlan plan = plan();
    if (!plan.faults().isEmpty()) {
      throw new ConfigException(
          "topics on "
              + cluster
              + " have settings that lose or refuse data; change them first"
              + " (kafka-configs.sh --alter):\n  "
              + String.join("\n  ", plan.faults()));
    }
    var created =
        admin.createTopics(plan.missing().stream().map(ClusterTopics::newTopic).toList()).values();
    created.forEach(
        (name, done) -> {
          try {
            answer("create " + name, done::get);
          } catch (ConfigException e) {
            // another instance was quicker: the settings are the same contract's
            if (!(e.getCause() instanceof TopicExistsException)) {
              throw e;
            }
          }
        });
    return plan;
  }

  @Override
  public void close() {
    admin.close();
  }

  private static NewTopic newTopic(Topic<? extends SpecificRecord> topic) {
    // replication is the cluster's default, which its operator has chosen
    return new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
        .configs(topic.config());
  }

  private Map<String, TopicPlan.Found> found(List<Topic<? extends SpecificRecord>> topics) {
    var present = answer("list the topics of", () -> admin.listTopics().names().get());
    List<String> names = topics.stream().map(Topic::name).filter(present::contains).toList();
    Map<String, TopicDescription> descriptions =
        answer("describe the topics of", () -> admin.describeTopics(names).allTopicNames().get());
    Map<ConfigResource, Config> configs =
        answer(
            "read the topics' settings of",
            () ->
                admin
                    .describeConfigs(
                        names.stream()
                            .map(n -> new ConfigResource(ConfigResource.Type.TOPIC, n))
                            .toList())
                    .all()
                    .get());
    Map<String, TopicPlan.Found> found = new HashMap<>();
    configs.forEach(
        (resource, config) ->
            found.put(
                resource.name(),
                new TopicPlan.Found(
                    descriptions.get(resource.name()).partitions().size(), settings(config))));
    return found;
  }

  private static Map<String, String> settings(Config config) {
    return config.entries().stream()
        .filter(e -> e.value() != null)
        .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
  }

  private <T> T answer(String what, Question<T> question) {
    try {
      return question.ask();
    } catch (ExecutionException e) {
      throw new ConfigException(
          "cannot " + what + " " + cluster + ": " + e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking " + cluster, e);
    }
  }

  private interface Question<T> {
    T ask() throws ExecutionException, InterruptedException;
  }
}
