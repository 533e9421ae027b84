package vn.hoinghi.ingest;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
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
final class Ownership implements AutoCloseable, GroupMember.Work {
  private static final Logger LOG = LoggerFactory.getLogger(Ownership.class);
  private static final Duration POLL = Duration.ofMillis(100);

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
  private final GroupMember member;
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
    this.member = new GroupMember("ownership", consumer, Topics.FETCH_STATE.name(), this);
  }

  void start() {
    member.start();
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
    return member.dead() ? Optional.of("the ownership thread has ended") : Optional.empty();
  }

  @Override
  public void broke(RuntimeException fault) {
    if (!(fault instanceof KafkaException) && !(fault instanceof IllegalStateException)) {
      throw fault;
    }
    trouble = fault.toString();
    LOG.warn("starting anew after {}", fault.toString());
  }

  @Override
  public void turn() {
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

  @Override
  public void take(Collection<TopicPartition> partitions) {
    partitions.forEach(p -> take(p.partition()));
    assigned = true;
  }

  private void take(int partition) {
    TopicPartition at = topicPartition(partition);
    giveUp(List.of(at));
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

  @Override
  public void giveUp() {
    giveUp(owned.keySet().stream().map(Ownership::topicPartition).toList());
  }

  @Override
  public void giveUp(Collection<TopicPartition> partitions) {
    for (TopicPartition partition : partitions) {
      crawler.disown(partition.partition());
      OwnedPartition part = owned.remove(partition.partition());
      if (part != null) {
        part.close();
      }
    }
  }

  private static TopicPartition topicPartition(int partition) {
    return new TopicPartition(Topics.FETCH_STATE.name(), partition);
  }

  @Override
  public void end() {
    // nothing is left
  }

  @Override
  public void close() {
    member.close();
  }
}
