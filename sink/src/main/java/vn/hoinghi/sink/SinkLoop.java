package vn.hoinghi.sink;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
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
  private static final Duration POLL = Duration.ofMillis(200);

  private final String topic;
  private final Consumer<byte[], byte[]> consumer;
  private final TopicFacts facts;
  private final EventStore store;
  private final BatchWriter writer;
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
      Backoff backoff,
      SinkMetrics metrics) {
    this.topic = topic;
    this.consumer = consumer;
    this.facts = facts;
    this.store = store;
    this.writer = writer;
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
      ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
      NavigableMap<Integer, Move> moves = movesOf(polled);
      if (!moves.isEmpty()) {
        write(moves, recordsOf(moves, polled));
      }
      metrics.lag(lag());
    } catch (InvalidOffsetException e) {
      throw new SinkException(
          "the log of %s does not hold the stored positions: %s; start with an empty database"
              .formatted(topic, e.getMessage()),
          e);
    } catch (RetriableException e) {
      away(e);
    }
  }

  private void place() {
    Collection<TopicPartition> wanted = partitions(held.unplaced());
    try {
      Map<Integer, Long> starts = new HashMap<>();
      consumer.beginningOffsets(wanted).forEach((p, start) -> starts.put(p.partition(), start));
      identity = facts.identity(topic);
      Map<Integer, Long> positions = store.positions(identity, starts);
      positions.forEach((p, position) -> consumer.seek(new TopicPartition(topic, p), position));
      consumer.resume(wanted);
      held.place(positions);
      backoff.answered();
      LOG.info("reading {} from {}", topic, new TreeMap<>(positions));
    } catch (StoreException e) {
      away(e);
    }
  }

  /** Steps of the partitions that are placed; a step may pass nothing but transaction markers. */
  private NavigableMap<Integer, Move> movesOf(ConsumerRecords<byte[], byte[]> polled) {
    var moves = new TreeMap<Integer, Move>();
    held.placed()
        .forEach(
            (p, from) -> {
              var partition = new TopicPartition(topic, p);
              long to = consumer.position(partition);
              if (to != from) {
                moves.put(p, new Move(from, to, lastTime(polled.records(partition))));
              }
            });
    return moves;
  }

  private List<ConsumerRecord<byte[], byte[]>> recordsOf(
      NavigableMap<Integer, Move> moves, ConsumerRecords<byte[], byte[]> polled) {
    return moves.keySet().stream()
        .flatMap(p -> polled.records(new TopicPartition(topic, p)).stream())
        .toList();
  }

  private static Instant lastTime(List<ConsumerRecord<byte[], byte[]>> records) {
    return records.isEmpty()
        ? null
        : Instant.ofEpochMilli(records.get(records.size() - 1).timestamp());
  }

  private void write(
      NavigableMap<Integer, Move> moves, List<ConsumerRecord<byte[], byte[]>> records) {
    metrics.read(records.size());
    long settledBefore = metrics.settled();
    long begin = System.nanoTime();
    boolean done = false;
    try {
      writer.write(identity, moves, records);
      done = true;
      held.advance(moves);
      backoff.succeeded();
      metrics.batch(System.nanoTime() - begin);
      Instant now = Instant.now();
      records.forEach(r -> metrics.age(Duration.between(Instant.ofEpochMilli(r.timestamp()), now)));
      tellKafka(moves);
    } catch (StoreException.Fenced e) {
      LOG.warn("another sink has moved a position, looking up where to go on: {}", e.getMessage());
      metrics.again("fenced");
      doubt();
    } catch (StoreException e) {
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
    consumer.pause(partitions(held.placed().keySet()));
    held.doubt();
  }

  private long lag() {
    return partitions(held.placed().keySet()).stream()
        .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
        .sum();
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
    held.assign(numbers(partitions));
    consumer.pause(partitions);
    partitions.forEach(partition -> consumer.seek(partition, 0));
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    held.revoke(numbers(partitions));
  }
}
