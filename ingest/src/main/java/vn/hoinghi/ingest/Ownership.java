package vn.hoinghi.ingest;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.hoinghi.avro.FetchState;
import vn.hoinghi.schemas.BadRecordException;
import vn.hoinghi.schemas.SchemaIds;
import vn.hoinghi.schemas.Topics;

/**
 * Which outlets are this instance's: those whose host falls into a partition of the fetch-state
 * topic that the consumer group gave it. A new owner first fences its predecessor, then reads the
 * partition to its end, and only then makes a request; so nobody publishes what somebody else has
 * published already. It goes on reading what owners of other hosts hand over. A ledger that failed
 * is replaced in the same way.
 */
final class Ownership implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Ownership.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration AFTER_FAULT = Duration.ofSeconds(2);

  /** Makes the ledger of a partition; earlier holders of it are fenced when this returns. */
  interface LedgerFactory {
    KafkaLedger open(int partition);
  }

  /**
   * Where the log of a partition ends, transactions that are still open included: what lies behind
   * one of those is hidden from a reader of committed records until it ends.
   */
  interface LogEnds {
    long of(TopicPartition partition);
  }

  private final Consumer<String, byte[]> consumer;
  private final LogEnds ends;
  private final LedgerFactory ledgers;
  private final Crawler crawler;
  private final List<Outlet> outlets;
  private final SchemaIds ids;
  private final Supplier<Frontier> empty;
  private final Map<Integer, OwnedPartition> owned = new ConcurrentHashMap<>();
  private final Thread thread = Threads.named("ownership").newThread(this::run);
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile boolean assigned;
  private volatile String trouble;

  Ownership(
      Consumer<String, byte[]> consumer,
      LogEnds ends,
      LedgerFactory ledgers,
      Crawler crawler,
      List<Outlet> outlets,
      SchemaIds ids,
      Supplier<Frontier> empty) {
    this.ids = ids;
    this.empty = empty;
    this.consumer = consumer;
    this.ends = ends;
    this.ledgers = ledgers;
    this.crawler = crawler;
    this.outlets = outlets.stream().filter(Outlet::enabled).toList();
  }

  void start() {
    thread.start();
  }

  /** What work has to wait for, or nothing. */
  Optional<String> waitingFor() {
    if (trouble != null) {
      return Optional.of(trouble);
    }
    if (!assigned) {
      return Optional.of("no part of " + Topics.FETCH_STATE.name() + " was assigned yet");
    }
    return owned.values().stream().allMatch(OwnedPartition::caughtUp)
        ? Optional.empty()
        : Optional.of("reading what is known already");
  }

  Optional<String> dead() {
    return closed() || thread.isAlive() || thread.getState() == Thread.State.NEW
        ? Optional.empty()
        : Optional.of("the ownership thread has ended");
  }

  private void run() {
    while (!closed()) {
      try {
        consumer.subscribe(List.of(Topics.FETCH_STATE.name()), new Rebalance());
        poll();
      } catch (WakeupException e) {
        closing.countDown();
      } catch (KafkaException | IllegalStateException e) {
        trouble = e.toString();
        LOG.warn("starting anew after {}", e.toString());
        giveUp(List.copyOf(owned.keySet()));
        consumer.unsubscribe();
        rest();
      }
    }
    giveUp(List.copyOf(owned.keySet()));
    consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(5)));
  }

  private void poll() {
    while (!closed()) {
      consumer
          .poll(POLL)
          .forEach(
              record -> {
                OwnedPartition part = owned.get(record.partition());
                if (part != null) {
                  read(part, record);
                }
              });
      for (OwnedPartition part : owned.values()) {
        if (!part.caughtUp() && consumer.position(topicPartition(part.number())) >= part.end()) {
          begin(part);
        } else if (part.ledgerFault() != null) {
          take(part.number());
        }
      }
      trouble = null;
    }
  }

  private void read(OwnedPartition part, ConsumerRecord<String, byte[]> record) {
    try {
      FetchState handOver = part.read(record.key(), record.value());
      if (handOver != null) {
        crawler.offer(part.number(), handOver);
      }
    } catch (BadRecordException e) {
      LOG.warn(
          "{}-{} offset {} is passed over: {}",
          Topics.FETCH_STATE.name(),
          part.number(),
          record.offset(),
          e.getMessage());
    }
  }

  private void take(int partition) {
    giveUp(List.of(partition));
    TopicPartition at = topicPartition(partition);
    KafkaLedger ledger = ledgers.open(partition);
    long end = ends.of(at);
    consumer.seekToBeginning(List.of(at));
    owned.put(partition, new OwnedPartition(partition, end, ledger, ids, empty));
  }

  private void begin(OwnedPartition part) {
    int partitions = consumer.partitionsFor(Topics.FETCH_STATE.name()).size();
    List<Outlet> ours =
        outlets.stream()
            .filter(o -> FetchStates.partitionOf(o.host(), partitions) == part.number())
            .toList();
    LOG.info("partition {}: {} outlets, {} known URLs", part.number(), ours.size(), part.size());
    part.begin();
    crawler.own(part.number(), ours, part::frontier, part.ledger());
    part.handOvers().forEach(handOver -> crawler.offer(part.number(), handOver));
  }

  private void giveUp(Collection<Integer> partitions) {
    for (int partition : partitions) {
      crawler.disown(partition);
      OwnedPartition part = owned.remove(partition);
      if (part != null) {
        part.close();
      }
    }
  }

  private static TopicPartition topicPartition(int partition) {
    return new TopicPartition(Topics.FETCH_STATE.name(), partition);
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
      partitions.forEach(p -> take(p.partition()));
      assigned = true;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      giveUp(partitions.stream().map(TopicPartition::partition).toList());
    }
  }
}
