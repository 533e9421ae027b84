package vn.hoinghi.enrich;

import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Buckets used last, as they stand in the store, within a bound of memory. A phrase that every
 * office writes fills a bucket with thousands of articles; of those only how they begin is kept,
 * which tells how they are spread.
 */
final class KnownBuckets {
  private static final long BYTES = 48L * 1024 * 1024;
  private static final int ENTRY_BYTES = 100;
  private static final int ID_BYTES = 120;

  /** What is known of a bucket. */
  interface Bucket {
    /** Memory that it takes, in bytes. */
    long bytes();
  }

  /** A bucket with all of its articles, in order. */
  record Small(List<String> articles) implements Bucket {
    @Override
    public long bytes() {
      return ENTRY_BYTES + (long) ID_BYTES * articles.size();
    }
  }

  /** A bucket with the first 64 bits of each id. */
  static final class Large implements Bucket {
    /**
     * As signed numbers with the highest bit turned, so that they stand in the order of the ids.
     */
    private long[] beginnings;

    private int count;

    private Large(long[] beginnings) {
      this.beginnings = beginnings;
      this.count = beginnings.length;
    }

    /**
     * @param articles in order
     */
    static Large of(List<String> articles) {
      return new Large(articles.stream().mapToLong(a -> ordered(beginning(a))).toArray());
    }

    /** The first 64 bits of an id of hex digits, as an unsigned number. */
    static long beginning(String articleId) {
      return Long.parseUnsignedLong(articleId, 0, Long.BYTES * 2, 16);
    }

    private static long ordered(long beginning) {
      return beginning ^ Long.MIN_VALUE;
    }

    Large with(String articleId) {
      int at = at(beginning(articleId));
      if (count == beginnings.length) {
        beginnings = Arrays.copyOf(beginnings, count + count / 4 + 1);
      }
      System.arraycopy(beginnings, at, beginnings, at + 1, count - at);
      beginnings[at] = ordered(beginning(articleId));
      count++;
      return this;
    }

    Large without(String articleId) {
      int at = at(beginning(articleId));
      if (at < count && beginnings[at] == ordered(beginning(articleId))) {
        System.arraycopy(beginnings, at + 1, beginnings, at, count - at - 1);
        count--;
      }
      return this;
    }

    int size() {
      return count;
    }

    /** How many begin with numbers from this to that one. */
    int count(long from, long to) {
      return (to == -1 ? count : at(to + 1)) - at(from);
    }

    /** How many begin with a smaller number. */
    private int at(long beginning) {
      int low = 0;
      int high = count;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (beginnings[middle] < ordered(beginning)) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }

    @Override
    public long bytes() {
      return ENTRY_BYTES + (long) Long.BYTES * beginnings.length;
    }
  }

  private record Entry(Bucket bucket, long bytes) {}

  private final Map<Long, Entry> used = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /** The bucket, or null where it is not known. */
  Bucket get(long bucket) {
    Entry entry = used.get(bucket);
    return entry == null ? null : entry.bucket;
  }

  void put(long number, Bucket bucket) {
    Entry entry = new Entry(bucket, bucket.bytes());
    Entry before = used.put(number, entry);
    bytes += entry.bytes - (before == null ? 0 : before.bytes);
    Iterator<Entry> oldest = used.values().iterator();
    while (bytes > BYTES && used.size() > 1) {
      bytes -= oldest.next().bytes;
      oldest.remove();
    }
  }
}
