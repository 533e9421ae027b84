package vn.hoinghi.standalone.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeProducersResult.PartitionProducerState;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.common.TopicPartition;
import vn.hoinghi.standalone.terminal.PipelineException;
import vn.hoinghi.standalone.verify.Findings.Part;

/**
 * Transactions that nobody ends: readers stand still before them for ever, and neither lag nor log
 * says why (KIP-664). One is under way for seconds; after a minute without a record its producer is
 * gone, and its coordinator should have ended it.
 */
final class OpenTransactions {
  private static final Duration LONG = Duration.ofMinutes(1);

  private OpenTransactions() {}

  /** Finds those that hold partitions up. */
  static void find(
      Admin admin, Collection<TopicPartition> partitions, Instant now, Findings findings) {
    answer(admin, partitions)
        .forEach(
            (partition, state) ->
                state.activeProducers().stream()
                    .filter(p -> p.currentTransactionStartOffset().isPresent())
                    .filter(p -> isLong(p, now))
                    .forEach(
                        p ->
                            findings.add(
                                Part.TRANSACTIONS,
                                partition.toString(),
                                "producer %d has a transaction open from offset %d on, and wrote last at %s: readers get nothing behind it"
                                    .formatted(
                                        p.producerId(),
                                        p.currentTransactionStartOffset().getAsLong(),
                                        Instant.ofEpochMilli(p.lastTimestamp())))));
  }

  private static boolean isLong(ProducerState producer, Instant now) {
    return Instant.ofEpochMilli(producer.lastTimestamp()).plus(LONG).isBefore(now);
  }

  private static Map<TopicPartition, PartitionProducerState> answer(
      Admin admin, Collection<TopicPartition> partitions) {
    try {
      return admin.describeProducers(partitions).all().get();
    } catch (ExecutionException e) {
      throw new PipelineException(
          "the brokers do not tell who writes: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PipelineException("interrupted while asking the brokers", e);
    }
  }
}
