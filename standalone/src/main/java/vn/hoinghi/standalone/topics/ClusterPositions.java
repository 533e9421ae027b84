package vn.hoinghi.standalone.topics;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import vn.hoinghi.service.KafkaConfig;
import vn.hoinghi.standalone.terminal.PipelineException;

/** What the cluster knows of offsets: where topics begin and end, how far a group has committed. */
public final class ClusterPositions implements Drain.Positions, AutoCloseable {
  /** By topic, then partition. */
  public static final Comparator<TopicPartition> BY_NAME =
      Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition);

  private final Admin admin;

  private ClusterPositions(Admin admin) {
    this.admin = admin;
  }

  public static ClusterPositions of(KafkaConfig kafka) {
    return new ClusterPositions(Admin.create(kafka.clientProperties()));
  }

  @Override
  public Map<TopicPartition, Long> beginnings(Collection<String> topics) {
    return offsets(topics, OffsetSpec.earliest());
  }

  /** The high watermark: an undecided transaction counts, for it may still be committed. */
  @Override
  public Map<TopicPartition, Long> ends(Collection<String> topics) {
    return offsets(topics, OffsetSpec.latest());
  }

  /** Committed offsets of a group; partitions without one are absent. */
  public Map<TopicPartition, Long> committed(String group) {
    Map<TopicPartition, Long> committed = new HashMap<>();
    exactly(group).forEach((partition, at) -> committed.put(partition, at.offset()));
    return committed;
  }

  /** Who is asked. */
  public Admin admin() {
    return admin;
  }

  /** Id of the cluster. */
  public String clusterId() {
    return answer(admin.describeCluster().clusterId());
  }

  /** Id of a topic: one that was deleted and created again has another. */
  public Uuid topicId(String topic) {
    return answer(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic).topicId();
  }

  /** The topics through which a Kafka Streams application sends records to itself. */
  public List<String> repartitionTopics(String application) {
    Set<String> names = answer(admin.listTopics().names());
    return names.stream()
        .filter(n -> n.startsWith(application + "-") && n.endsWith("-repartition"))
        .sorted()
        .toList();
  }

  /** Names of all topics that may be seen. */
  public Set<String> topics() {
    return answer(admin.listTopics().names());
  }

  /** Committed offsets of a group with what its members have noted beside them. */
  public Map<TopicPartition, OffsetAndMetadata> exactly(String group) {
    var positions = new HashMap<TopicPartition, OffsetAndMetadata>();
    answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
        .forEach(
            (partition, at) -> {
              if (at != null) {
                positions.put(partition, at);
              }
            });
    return positions;
  }

  /** Whether anybody is in a group. */
  public boolean hasMembers(String group) {
    return isThere(group) && !described(group).members().isEmpty();
  }

  private ConsumerGroupDescription described(String group) {
    return answer(admin.describeConsumerGroups(List.of(group)).all()).get(group);
  }

  private boolean isThere(String group) {
    return answer(admin.listGroups().all()).stream().anyMatch(g -> g.groupId().equals(group));
  }

  /** From where the members of a group have joined it, in words. */
  public String members(String group) {
    Set<String> hosts =
        described(group).members().stream()
            .map(m -> m.host().replace("/", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    return hosts.isEmpty() ? "" : " on " + String.join(", ", hosts);
  }

  /** Whether nobody has anything undecided in these topics. */
  public boolean decided(Collection<String> topics) {
    return offsets(topics, OffsetSpec.latest(), IsolationLevel.READ_COMMITTED).equals(ends(topics));
  }

  /** Takes away topics as far as they are there. */
  public void remove(Collection<String> topics) {
    Set<String> gone = new TreeSet<>(topics());
    gone.retainAll(Set.copyOf(topics));
    answer(admin.deleteTopics(gone).all());
  }

  /** The same, and a group that has ended. */
  public void remove(String group, Collection<String> topics) {
    remove(topics);
    if (isThere(group)) {
      answer(admin.deleteConsumerGroups(List.of(group)).all());
    }
  }

  @Override
  public void close() {
    admin.close();
  }

  private Map<TopicPartition, Long> offsets(Collection<String> topics, OffsetSpec spec) {
    return offsets(topics, spec, IsolationLevel.READ_UNCOMMITTED);
  }

  private Map<TopicPartition, Long> offsets(
      Collection<String> topics, OffsetSpec spec, IsolationLevel isolation) {
    Map<TopicPartition, OffsetSpec> question =
        answer(admin.describeTopics(topics).allTopicNames()).values().stream()
            .flatMap(
                t -> t.partitions().stream().map(p -> new TopicPartition(t.name(), p.partition())))
            .collect(Collectors.toMap(p -> p, p -> spec));
    Map<TopicPartition, Long> offsets = new HashMap<>();
    answer(admin.listOffsets(question, new ListOffsetsOptions(isolation)).all())
        .forEach((partition, at) -> offsets.put(partition, at.offset()));
    return offsets;
  }

  private static <T> T answer(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new PipelineException("the broker does not answer: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PipelineException("interrupted while asking the broker", e);
    }
  }
}
