package vn.hoinghi.sink;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * What comes from the topic, as steps of positions and the records within them. From time to time a
 * step goes nowhere: nothing came, and that is worth storing, since who has not read for as long as
 * the topic keeps tombstones must not go on.
 */
final class Reading {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final NavigableMap<Integer, Move> NONE = new TreeMap<>();
  private static final long CONFIRM_NANOS = Duration.ofMinutes(1).toNanos();

  /**
   * @param moves steps by partition
   * @param records those within the steps, in the order of each partition
   */
  record Polled(NavigableMap<Integer, Move> moves, List<ConsumerRecord<byte[], byte[]>> records) {}

  private final String topic;
  private final Consumer<byte[], byte[]> consumer;
  private final LongSupplier nanoTime;
  private long confirmed;

  Reading(String topic, Consumer<byte[], byte[]> consumer, LongSupplier nanoTime) {
    this.topic = topic;
    this.consumer = consumer;
    this.nanoTime = nanoTime;
    this.confirmed = nanoTime.getAsLong();
  }

  /**
   * One poll.
   *
   * @param placed the partitions whose records may be used, and from where
   * @param most records that may be taken; what came beyond them will come again
   */
  Polled poll(NavigableMap<Integer, Long> placed, int most) {
    Polled polled = poll(POLL, placed, NONE, most);
    if (polled.moves().isEmpty()
        && !placed.isEmpty()
        && nanoTime.getAsLong() - confirmed >= CONFIRM_NANOS) {
      polled.moves().putAll(standingAtTheEnd(placed));
      confirmed = nanoTime.getAsLong();
    }
    return polled;
  }

  /**
   * What lies ready behind steps that are not stored yet.
   *
   * @param before those steps
   */
  Polled more(NavigableMap<Integer, Long> placed, NavigableMap<Integer, Move> before, int most) {
    return poll(Duration.ZERO, placed, before, most);
  }

  /**
   * @param placed may change while the client polls, for that is when the group speaks
   */
  private Polled poll(
      Duration wait,
      NavigableMap<Integer, Long> placed,
      NavigableMap<Integer, Move> before,
      int most) {
    ConsumerRecords<byte[], byte[]> came = consumer.poll(wait);
    var moves = new TreeMap<Integer, Move>();
    var taken = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    placed.forEach(
        (p, stored) -> {
          long from = before.containsKey(p) ? before.get(p).to() : stored;
          var partition = new TopicPartition(topic, p);
          var records = came.records(partition);
          var some = records.subList(0, Math.min(records.size(), most - taken.size()));
          taken.addAll(some);
          boolean all = some.size() == records.size();
          Move move = all ? whole(partition, from, some) : cut(from, some);
          if (!all) {
            consumer.seek(partition, move.to());
          }
          if (move.to() != from) {
            moves.put(p, move);
          }
        });
    return new Polled(moves, taken);
  }

  /** The position may have passed more than the records: a transaction's end has an offset too. */
  private Move whole(TopicPartition p, long from, List<ConsumerRecord<byte[], byte[]>> records) {
    return new Move(
        from, consumer.position(p), lastTime(records), consumer.currentLag(p).orElse(-1) == 0);
  }

  private static Move cut(long from, List<ConsumerRecord<byte[], byte[]>> records) {
    long to = records.isEmpty() ? from : records.get(records.size() - 1).offset() + 1;
    return new Move(from, to, lastTime(records), false);
  }

  /** The brokers are asked anew: what the last fetch said of the end may be days old. */
  private Map<Integer, Move> standingAtTheEnd(NavigableMap<Integer, Long> placed) {
    var standing = new HashMap<Integer, Move>();
    consumer
        .endOffsets(partitions(placed.keySet()))
        .forEach(
            (p, end) -> {
              if (placed.get(p.partition()).equals(end)) {
                standing.put(p.partition(), new Move(end, end, null, true));
              }
            });
    return standing;
  }

  private static Instant lastTime(List<ConsumerRecord<byte[], byte[]>> records) {
    return records.isEmpty()
        ? null
        : Instant.ofEpochMilli(records.get(records.size() - 1).timestamp());
  }

  /** How many records wait behind the positions. */
  long lag(Collection<Integer> placed) {
    return partitions(placed).stream().mapToLong(p -> consumer.currentLag(p).orElse(0)).sum();
  }

  /** What these partitions hold now. */
  Map<Integer, LogBounds> bounds(Collection<Integer> numbers) {
    Collection<TopicPartition> partitions = partitions(numbers);
    Map<TopicPartition, Long> starts = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    var bounds = new TreeMap<Integer, LogBounds>();
    starts.forEach((p, start) -> bounds.put(p.partition(), new LogBounds(start, ends.get(p))));
    return bounds;
  }

  /** What the whole topic holds now. */
  Map<Integer, LogBounds> bounds() {
    return bounds(consumer.partitionsFor(topic).stream().map(p -> p.partition()).toList());
  }

  private List<TopicPartition> partitions(Collection<Integer> numbers) {
    return numbers.stream().map(p -> new TopicPartition(topic, p)).toList();
  }
}
