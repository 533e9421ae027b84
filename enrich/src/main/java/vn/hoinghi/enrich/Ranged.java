package vn.hoinghi.enrich;

import java.util.ArrayList;
import java.util.List;
import vn.hoinghi.enrich.resolve.Around;

/**
 * A large bucket around one article: how its articles are spread is at hand, and only those that
 * are asked for are read.
 */
final class Ranged implements Around {
  /** Articles whose ids begin with numbers from this to that one, in order. */
  interface Reading {
    List<String> read(long from, long to);
  }

  private final KnownBuckets.Large bucket;
  private final String articleId;
  private final long beginning;
  private final Reading reading;

  Ranged(KnownBuckets.Large bucket, String articleId, Reading reading) {
    this.bucket = bucket;
    this.articleId = articleId;
    this.beginning = KnownBuckets.Large.beginning(articleId);
    this.reading = reading;
  }

  @Override
  public int count(int bits) {
    if (bits > Long.SIZE) {
      return others(bits).size();
    }
    boolean inside = bucket.count(beginning, beginning) > 0;
    return bucket.count(first(bits), last(bits)) - (inside ? 1 : 0);
  }

  @Override
  public List<String> others(int bits) {
    int shared = Math.min(bits, Long.SIZE);
    var others = new ArrayList<String>();
    for (String other : reading.read(first(shared), last(shared))) {
      if (!other.equals(articleId) && Around.common(articleId, other) >= bits) {
        others.add(other);
      }
    }
    return others;
  }

  private long first(int bits) {
    return beginning & ~rest(bits);
  }

  private long last(int bits) {
    return beginning | rest(bits);
  }

  /** Ones in the place of all bits behind so many. */
  private static long rest(int bits) {
    return bits == Long.SIZE ? 0 : -1L >>> bits;
  }
}
