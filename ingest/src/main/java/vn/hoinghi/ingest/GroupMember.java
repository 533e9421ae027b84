package vn.hoinghi.ingest;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that belongs to a consumer group and works on the partitions that the group gives it,
 * until it is closed. Where anything breaks, it gives up what it has, leaves the group, rests, and
 * begins anew with nothing: what is right stands in the topics.
 */
final class GroupMember implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GroupMember.class);
  private static final Duration AFTER_FAULT = Duration.ofSeconds(2);

  /** What is done with partitions; all of it in the member's thread. */
  interface Work {
    void take(Collection<TopicPartition> partitions);

    void giveUp(Collection<TopicPartition> partitions);

    /** Gives up all that it has. */
    void giveUp();

    /** Asks the consumer once, and does what comes of it. */
    void turn();

    /**
     * Hears what broke.
     *
     * @throws RuntimeException where it had better not go on: then the thread ends
     */
    void broke(RuntimeException fault);

    /** Nothing comes any more. */
    void end();
  }

  private final Consumer<String, byte[]> consumer;
  private final String topic;
  private final Work work;
  private final Thread thread;
  private final CountDownLatch closing = new CountDownLatch(1);

  /**
   * @param name of the thread
   * @param consumer with the group's settings; closed with this
   */
  GroupMember(String name, Consumer<String, byte[]> consumer, String topic, Work work) {
    this.consumer = consumer;
    this.topic = topic;
    this.work = work;
    this.thread = Threads.named(name).newThread(this::run);
  }

  void start() {
    thread.start();
  }

  /** Whether its thread has ended though nobody closed it. */
  boolean dead() {
    return !closed() && !thread.isAlive() && thread.getState() != Thread.State.NEW;
  }

  private void run() {
    while (!closed()) {
      try {
        consumer.subscribe(List.of(topic), new Rebalance());
        while (!closed()) {
          work.turn();
        }
      } catch (WakeupException e) {
        closing.countDown();
      } catch (RuntimeException e) {
        work.broke(e);
        work.giveUp();
        leave();
        rest();
      }
    }
    work.giveUp();
    work.end();
    consumer.close(CloseOptions.timeout(Duration.ofSeconds(5)));
  }

  private void leave() {
    try {
      consumer.unsubscribe();
    } catch (KafkaException e) {
      LOG.warn("the group of {} was not left cleanly: {}", topic, e.toString());
    }
  }

  private boolean closed() {
    return closing.getCount() == 0;
  }

  private void rest() {
    try {
      closing.await(AFTER_FAULT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      closing.countDown();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    consumer.wakeup();
    try {
      thread.join(Duration.ofSeconds(30).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Rebalance implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      work.take(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      work.giveUp(partitions);
    }
  }
}
