package vn.hoinghi.standalone.replay;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InconsistentGroupProtocolException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.KafkaConfig;
import vn.hoinghi.standalone.terminal.PipelineException;
import vn.hoinghi.standalone.topics.ClusterPositions;

/**
 * Keeps a Kafka Streams application from running: that its group is empty is true for a moment
 * only, so this joins the group as a member of another kind. The coordinator lets in either it or
 * the application, never both. In a transaction of whoever holds it, {@link #renew} makes sure that
 * it is held still: the group's positions are part of that transaction, which fails where the group
 * has gone on without us, and until it is decided nobody gets them.
 */
final class GroupHold implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(45);
  private static final Set<String> SOURCES = Set.of(Topics.RAW.name(), Topics.CORRECTIONS.name());

  private static final long NOWHERE = Long.MAX_VALUE / 2;
  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaConsumer<byte[], byte[]> member;
  private final Map<TopicPartition, OffsetAndMetadata> positions;

  private GroupHold(
      KafkaConsumer<byte[], byte[]> member, Map<TopicPartition, OffsetAndMetadata> positions) {
    this.member = member;
    this.positions = positions;
  }

  /**
   * Takes the group's place.
   *
   * @throws PipelineException where the application is at work
   */
  static GroupHold take(KafkaConfig kafka, String application, ClusterPositions cluster) {
    Map<String, Object> settings = new HashMap<>(kafka.clientProperties());
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, application);
    settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
    settings.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
    settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
    // It only has to be there, for as long as everything takes.
    settings.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, Integer.MAX_VALUE);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    var bytes = new ByteArrayDeserializer();
    var member = new KafkaConsumer<>(settings, bytes, bytes);
    try {
      join(member, application);
      return new GroupHold(member, cluster.exactly(application));
    } catch (InconsistentGroupProtocolException e) {
      member.close();
      throw new PipelineException(
          "%s is at work%s: stop it, and give this command again"
              .formatted(application, cluster.members(application)),
          e);
    } catch (RuntimeException e) {
      member.close();
      throw e;
    }
  }

  private static void join(KafkaConsumer<byte[], byte[]> member, String application) {
    boolean[] joined = {false};
    member.subscribe(
        List.of(Topics.RAW.name()),
        new ConsumerRebalanceListener() {
          @Override
          public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            member.pause(partitions);
            joined[0] = !partitions.isEmpty();
          }

          @Override
          public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            // it reads nothing
          }
        });
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!joined[0]) {
      member.poll(POLL);
      if (System.nanoTime() - deadline > 0) {
        throw new PipelineException(
            "somebody else holds the group " + application + ": another promotion is at work");
      }
    }
  }

  /** Where the application stands. */
  Map<TopicPartition, OffsetAndMetadata> positions() {
    return positions;
  }

  /** Makes the transaction that is open fail where the group is held no more. */
  void renew(Producer<byte[], byte[]> transaction) {
    transaction.sendOffsetsToTransaction(positions, member.groupMetadata());
  }

  /**
   * The same, and once the transaction stands nobody can go on in this group: it stands behind the
   * end of what it reads. An instance that has looked whether it may start, and was frozen since,
   * fails where it would have gone on with a state that is the public one no more.
   */
  void retire(Producer<byte[], byte[]> transaction) {
    var behind = new HashMap<>(positions);
    behind.replaceAll(
        (partition, at) ->
            SOURCES.contains(partition.topic()) ? new OffsetAndMetadata(NOWHERE) : at);
    transaction.sendOffsetsToTransaction(behind, member.groupMetadata());
  }

  @Override
  public void close() {
    member.close();
  }
}
