package vn.hoinghi.sink;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the topic and writes it batch by batch. Progress stands in the store alone: a partition's
 * records are used only after its position was looked up there, and after any failure, fence or
 * rebalance all positions are looked up again. While the store is away the partitions are paused
 * and polling goes on, so that the group keeps this member and memory stays flat.
 */
final class SinkLoop implements ConsumerRebalanceListener {
  private static final Logger LOG = LoggerFactory.getLogger(SinkLoop.class);

  private final String topic;
  private final Consumer<byte[], byte[]> consumer;
  private final TopicFacts facts;
  private final EventStore store;
  private final BatchWriter writer;
  private final FullRead fullRead;
  private final Reading reading;
  private final Lookahead lookahead;
  private final PaceOfBatches pace;
  private final Backoff backoff;
  private final SinkMetrics metrics;
  private final HeldPositions held = new HeldPositions();
  private TopicIdentity identity;
  private volatile boolean joined;

  SinkLoop(
      String topic,
      Consumer<byte[], byte[]> consumer,
      TopicFacts facts,
      EventStore store,
      BatchWriter writer,
      FullRead fullRead,
      Reading reading,
      Lookahead lookahead,
      PaceOfBatches pace,
      Backoff backoff,
      SinkMetrics metrics) {
    this.topic = topic;
    this.consumer = consumer;
    this.facts = facts;
    this.store = store;
    this.writer = writer;
    this.fullRead = fullRead;
    this.reading = reading;
    this.lookahead = lookahead;
    this.pace = pace;
    this.backoff = backoff;
    this.metrics = metrics;
  }

  /** Joins the group. */
  void subscribe() {
    consumer.subscribe(List.of(topic), this);
  }

  /** Whether the group has told this member its partitions, be it none. */
  boolean joined() {
    return joined;
  }

  /** One round: look up what is not certain, poll, write what came. */
  void step() {
    try {
      if (!held.unplaced().isEmpty() && backoff.isOver()) {
        place();
      }
      if (!held.placed().isEmpty() && !facts.recent(topic).equals(identity)) {
        doubt();
      }
      Lookahead.Next next = lookahead.next(held.placed(), pace.records());
      if (lookahead.hasLost()) {
        doubt();
      } else if (next != null) {
        write(next);
      }
      if (fullRead.isUnderWay() && backoff.isOver()) {
        fullRead.step(identity, held.placed());
      }
      metrics.lag(reading.lag(held.placed().keySet()));
    } catch (InvalidOffsetException e) {
      mend(
          SinkException.needsRebuild(
              "the log of %s does not hold the stored positions: %s"
                  .formatted(topic, e.getMessage()),
              e));
    } catch (SinkException e) {
      mend(e);
    } catch (StoreException | RetriableException e) {
      away(e);
    }
  }

  private void place() {
    NavigableSet<Integer> wanted = held.unplaced();
    try {
      identity = facts.identity(topic);
      fullRead.beginIfWanted(identity, reading::bounds);
      Positions found =
          store.positions(identity, () -> reading.bounds(wanted), facts.tombstonesKept(topic));
      found
          .byPartition()
          .forEach((p, position) -> consumer.seek(new TopicPartition(topic, p), position));
      consumer.resume(partitions(wanted));
      held.place(found.byPartition());
      fullRead.underWay(found.fullRead());
      backoff.answered();
      LOG.info("reading {} from {}", topic, new TreeMap<>(found.byPartition()));
    } catch (StoreException e) {
      away(e);
    }
  }

  /** Places again where a full read can mend what is wrong. */
  private void mend(SinkException why) {
    try {
      doubt();
      fullRead.mend(identity, reading.bounds(), why);
    } catch (StoreException | RetriableException e) {
      away(e);
    }
  }

  private void write(Lookahead.Next next) {
    List<ConsumerRecord<byte[], byte[]>> records = next.polled().records();
    NavigableMap<Integer, Move> moves = next.polled().moves();
    metrics.read(records.size());
    long settledBefore = metrics.settled();
    long begin = System.nanoTime();
    boolean done = false;
    try {
      writer.write(identity, moves, next.decoding());
      done = true;
      held.advance(moves);
      backoff.succeeded();
      pace.succeeded();
      metrics.batch(System.nanoTime() - begin);
      long now = System.currentTimeMillis();
      records.forEach(r -> metrics.age(now - r.timestamp()));
      tellKafka(moves);
    } catch (StoreException.Fenced e) {
      LOG.warn("another sink has moved a position, looking up where to go on: {}", e.getMessage());
      metrics.again("fenced");
      doubt();
    } catch (StoreException e) {
      pace.failed();
      away(e);
    } finally {
      if (!done) {
        metrics.handedBack(records.size() - (metrics.settled() - settledBefore));
      }
    }
  }

  /** For lag tools only; nothing here reads it back. */
  private void tellKafka(NavigableMap<Integer, Move> moves) {
    var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
    moves.forEach(
        (p, m) -> offsets.put(new TopicPartition(topic, p), new OffsetAndMetadata(m.to())));
    consumer.commitAsync(
        offsets,
        (o, fault) -> {
          if (fault != null) {
            LOG.debug("offsets for lag tools were not taken: {}", fault.toString());
          }
        });
  }

  private void away(Exception fault) {
    metrics.again("unavailable");
    doubt();
    Duration wait = backoff.failed("SINK_TRANSIENT " + fault.getMessage());
    LOG.warn("waiting {} ms: SINK_TRANSIENT {}", wait.toMillis(), fault.getMessage());
  }

  private void doubt() {
    lookahead.begin();
    consumer.pause(partitions(held.placed().keySet()));
    held.doubt();
  }

  private Collection<TopicPartition> partitions(Collection<Integer> numbers) {
    return numbers.stream().map(p -> new TopicPartition(topic, p)).toList();
  }

  private static List<Integer> numbers(Collection<TopicPartition> partitions) {
    return partitions.stream().map(TopicPartition::partition).toList();
  }

  /** The client wants some position at once; a paused one fetches nothing until it is looked up. */
  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    joined = true;
    lookahead.drop();
    held.assign(numbers(partitions));
    consumer.pause(partitions);
    partitions.forEach(partition -> consumer.seek(partition, 0));
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    lookahead.drop();
    held.revoke(numbers(partitions));
  }
}
