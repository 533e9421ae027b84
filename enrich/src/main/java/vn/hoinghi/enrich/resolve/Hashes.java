package vn.hoinghi.enrich.resolve;

import java.util.Arrays;

/** 64-bit hashes in the order in which they come, without a box around each. */
final class Hashes {
  private long[] hashes;
  private int count;

  Hashes(int expected) {
    hashes = new long[Math.max(8, expected)];
  }

  void add(long hash) {
    hashes = count < hashes.length ? hashes : Arrays.copyOf(hashes, 2 * count);
    hashes[count++] = hash;
  }

  long[] all() {
    return Arrays.copyOf(hashes, count);
  }

  /** The same, each hash once. */
  static final class Different {
    private final Hashes all;

    /** Each hash at the place that its bits name, or at the next free one; 0 is a free one. */
    private final long[] places;

    private boolean zero;

    /**
     * @param most how many may come
     */
    Different(int most) {
      all = new Hashes(most);
      places = new long[Integer.highestOneBit(Math.max(4, most)) << 2];
    }

    void add(long hash) {
      if (hash == 0 ? !zero : isNew(hash)) {
        zero |= hash == 0;
        all.add(hash);
      }
    }

    private boolean isNew(long hash) {
      int place = (int) hash & places.length - 1;
      while (places[place] != 0) {
        if (places[place] == hash) {
          return false;
        }
        place = place + 1 & places.length - 1;
      }
      places[place] = hash;
      return true;
    }

    long[] all() {
      return all.all();
    }
  }
}
