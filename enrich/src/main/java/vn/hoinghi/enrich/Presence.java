package vn.hoinghi.enrich;

import com.dynatrace.hash4j.hashing.Hashing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.apache.commons.collections4.bloomfilter.EnhancedDoubleHasher;
import org.apache.commons.collections4.bloomfilter.Shape;
import org.apache.commons.collections4.bloomfilter.SimpleBloomFilter;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Most keys that a new article asks for are in no store, and RocksDB takes microseconds to say so:
 * a call out of the JVM and a look at each of its files. A Bloom filter on the heap says it in a
 * fraction; it may take an absent key for a present one, never the other way round. What stood in
 * the store before is read by and by, a little with each question, so that no start waits for it;
 * until then every key may be there.
 */
final class Presence {
  /** Keys of the first filter; each one after it holds four times as many. */
  private static final int FIRST = 1 << 16;

  private static final int GROWTH = 4;
  private static final double MISTAKEN = 0.005;

  /** Keys read with one question. */
  private static final int STEP = 200;

  private final KeyValueStore<Bytes, byte[]> store;
  private final IntPredicate lengths;
  private final List<SimpleBloomFilter> filters = new ArrayList<>();
  private int most = FIRST / GROWTH;
  private int room;

  /** The last key that was read. */
  private Bytes read;

  private boolean complete;

  /**
   * @param lengths of the keys that are asked for
   */
  Presence(KeyValueStore<Bytes, byte[]> store, IntPredicate lengths) {
    this.store = store;
    this.lengths = lengths;
  }

  /** False only where the store does not hold the key. */
  boolean mayHold(Bytes key) {
    if (!complete) {
      readOn();
    }
    return !complete || known(hasher(key));
  }

  /** To be called before or after the store gets a key that it may not have had. */
  void add(Bytes key) {
    EnhancedDoubleHasher hasher = hasher(key);
    if (known(hasher)) {
      return;
    }
    if (room == 0) {
      most *= GROWTH;
      room = most;
      filters.add(new SimpleBloomFilter(Shape.fromNP(most, MISTAKEN)));
    }
    filters.get(filters.size() - 1).merge(hasher);
    room--;
  }

  /** The largest filter first: most of what is known stands there. */
  private boolean known(EnhancedDoubleHasher hasher) {
    for (int i = filters.size() - 1; i >= 0; i--) {
      SimpleBloomFilter filter = filters.get(i);
      if (filter.contains(hasher.indices(filter.getShape()))) {
        return true;
      }
    }
    return false;
  }

  private static EnhancedDoubleHasher hasher(Bytes key) {
    long hash = Hashing.komihash5_0().hashBytesToLong(key.get());
    return new EnhancedDoubleHasher(hash, Hashing.komihash5_0().hashLongToLong(hash));
  }

  private void readOn() {
    try (var left = store.range(read, null)) {
      for (int i = 0; i < STEP && left.hasNext(); i++) {
        read = left.next().key;
        if (lengths.test(read.get().length)) {
          add(read);
        }
      }
      complete = !left.hasNext();
    }
  }
}
