package vn.hoinghi.enrich;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import vn.hoinghi.enrich.resolve.Around;
import vn.hoinghi.enrich.resolve.Buckets;

/**
 * Which articles stand in a bucket: as the {@linkplain BucketRows store} has it, with the buckets
 * used last {@linkplain KnownBuckets remembered}.
 */
final class Postings {
  private static final KnownBuckets.Small EMPTY = new KnownBuckets.Small(List.of());

  /**
   * A bucket of so many articles is remembered by ids, a larger one by how they begin. Of a bucket
   * of the text no more than a cell is ever asked for; of others mostly all.
   */
  private static final int SMALL_OF_TEXT = BucketRows.LIST;

  private static final int SMALL = 256;

  private final BucketRows rows;
  private final KnownBuckets known = new KnownBuckets();

  /**
   * @param heads presence of all keys of 8 bytes
   */
  Postings(KeyValueStore<Bytes, byte[]> store, Presence heads) {
    this.rows = new BucketRows(store, heads);
  }

  /**
   * Brings what was added and removed into the store; to be called before anything else is asked.
   */
  void write() {
    rows.write();
  }

  void add(long bucket, String articleId) {
    KnownBuckets.Bucket there = bucket(bucket);
    if (there instanceof KnownBuckets.Large large) {
      rows.put(bucket, articleId);
      known.put(bucket, large.with(articleId));
      return;
    }
    List<String> all = ((KnownBuckets.Small) there).articles();
    int at = Collections.binarySearch(all, articleId);
    if (at >= 0) {
      return;
    }
    var more = new ArrayList<String>(all.size() + 1);
    more.addAll(all);
    more.add(-at - 1, articleId);
    rows.change(bucket, all, more, articleId);
    known.put(bucket, bucket(bucket, more));
  }

  void remove(long bucket, String articleId) {
    KnownBuckets.Bucket there = bucket(bucket);
    KnownBuckets.Large large = there instanceof KnownBuckets.Large l ? l : null;
    if (large != null && large.size() > small(bucket) + 1) {
      rows.take(bucket, articleId);
      known.put(bucket, large.without(articleId));
      return;
    }
    List<String> all =
        large == null ? ((KnownBuckets.Small) there).articles() : rows.read(bucket, 0, -1);
    if (!all.contains(articleId)) {
      return;
    }
    var fewer = new ArrayList<String>(all);
    fewer.remove(articleId);
    rows.change(bucket, all, fewer, articleId);
    known.put(bucket, bucket(bucket, fewer));
  }

  /** The other articles of the bucket around this one. */
  Around around(long bucket, String articleId) {
    KnownBuckets.Bucket there = bucket(bucket);
    return there instanceof KnownBuckets.Large large
        ? new Ranged(large, articleId, (from, to) -> rows.read(bucket, from, to))
        : Around.in(((KnownBuckets.Small) there).articles(), articleId);
  }

  private KnownBuckets.Bucket bucket(long bucket) {
    KnownBuckets.Bucket there = known.get(bucket);
    if (there != null) {
      return there;
    }
    List<String> articles = rows.read(bucket);
    if (articles == null) {
      return EMPTY; // which the filter will say again
    }
    there = bucket(bucket, articles);
    known.put(bucket, there);
    return there;
  }

  private static KnownBuckets.Bucket bucket(long bucket, List<String> articles) {
    return articles.size() > small(bucket)
        ? KnownBuckets.Large.of(articles)
        : new KnownBuckets.Small(articles);
  }

  private static int small(long bucket) {
    return Buckets.isOfText(bucket) ? SMALL_OF_TEXT : SMALL;
  }
}
