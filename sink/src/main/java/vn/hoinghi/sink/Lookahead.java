package vn.hoinghi.sink;

import java.util.NavigableMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Batches one after the other, the next being read and decoded while the database stores the one
 * before. Only what the client has fetched already is read ahead, so that nothing waits for more to
 * come. What is read ahead counts for nothing: it begins where the batch before it ends, and goes
 * as soon as that one is not stored or the partitions are shared out anew; positions are looked up
 * then, and it comes again.
 */
final class Lookahead {
  private final Reading reading;
  private final Function<ConsumerRecord<byte[], byte[]>, Change> records;
  private Next ahead;
  private boolean lost;

  /**
   * @param records what a record is, as {@link Decoding} wants it
   */
  Lookahead(Reading reading, Function<ConsumerRecord<byte[], byte[]>, Change> records) {
    this.reading = reading;
    this.records = records;
  }

  /** A batch to be stored. */
  record Next(Reading.Polled polled, Decoding decoding) {}

  /**
   * The next batch to store.
   *
   * @param placed where the partitions stand whose records may be used
   * @param most records that a batch may hold
   * @return null where nothing has come, or nothing of it may be used any more
   */
  Next next(NavigableMap<Integer, Long> placed, int most) {
    Next now = ahead;
    if (now == null) {
      now = decoding(reading.poll(placed, most));
    }
    if (now == null) {
      return null;
    }
    ahead = now; // the group may take it away while more is read
    Next behind = decoding(reading.more(placed, now.polled().moves(), most));
    if (lost) {
      return null;
    }
    ahead = behind;
    return now;
  }

  private Next decoding(Reading.Polled polled) {
    return polled.moves().isEmpty()
        ? null
        : new Next(polled, Decoding.of(polled.records(), records));
  }

  /** The partitions are shared out anew; what is read ahead may be somebody else's now. */
  void drop() {
    lost |= ahead != null;
    ahead = null;
  }

  /** Whether a batch was dropped, so that the client stands behind what is stored. */
  boolean hasLost() {
    return lost;
  }

  /** All positions are looked up again. */
  void begin() {
    ahead = null;
    lost = false;
  }
}
