package vn.hoinghi.enrich;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;
import vn.hoinghi.enrich.resolve.Around;
import vn.hoinghi.enrich.resolve.Buckets;

/**
 * Which articles stand in a bucket. No value may grow with the number of articles, so that each has
 * a key of its own (bucket, article). But to open an iterator costs as much as ten gets, and most
 * buckets hold a few articles or none: so up to sixteen stand together under the bucket alone, and
 * only one more brings keys for each, with a mark in the place of the list. Buckets used last are
 * {@link KnownBuckets remembered}; and what one article writes goes into the store at once, which
 * costs half.
 */
final class Postings {
  private static final byte[] SEVERAL = {1};
  private static final KnownBuckets.Small EMPTY = new KnownBuckets.Small(List.of());

  /** So many articles stand under the bucket's own key. */
  private static final int LIST = 16;

  /**
   * A bucket of so many articles is remembered by ids, a larger one by how they begin. Of a bucket
   * of the text no more than a cell is ever asked for; of others mostly all.
   */
  private static final int SMALL_OF_TEXT = LIST;

  private static final int SMALL = 256;

  private final KeyValueStore<Bytes, byte[]> store;
  private final Presence heads;
  private final KnownBuckets known = new KnownBuckets();
  private final List<KeyValue<Bytes, byte[]>> unwritten = new ArrayList<>();

  /**
   * @param heads presence of all keys of 8 bytes
   */
  Postings(KeyValueStore<Bytes, byte[]> store, Presence heads) {
    this.store = store;
    this.heads = heads;
  }

  /**
   * Brings what was added and removed into the store; to be called before anything else is asked.
   */
  void write() {
    store.putAll(unwritten);
    unwritten.clear();
  }

  void add(long bucket, String articleId) {
    KnownBuckets.Bucket there = bucket(bucket);
    if (there instanceof KnownBuckets.Large large) {
      put(posting(bucket, articleId), SEVERAL);
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
    written(bucket, all, more, articleId);
    known.put(bucket, bucket(bucket, more));
  }

  void remove(long bucket, String articleId) {
    KnownBuckets.Bucket there = bucket(bucket);
    KnownBuckets.Large large = there instanceof KnownBuckets.Large l ? l : null;
    if (large != null && large.size() > small(bucket) + 1) {
      delete(posting(bucket, articleId));
      known.put(bucket, large.without(articleId));
      return;
    }
    List<String> all =
        large == null ? ((KnownBuckets.Small) there).articles() : scan(bucket, 0, -1);
    if (!all.contains(articleId)) {
      return;
    }
    var fewer = new ArrayList<String>(all);
    fewer.remove(articleId);
    written(bucket, all, fewer, articleId);
    known.put(bucket, bucket(bucket, fewer));
  }

  /** Brings a bucket from what it held to what it holds, which differ by one article. */
  private void written(long bucket, List<String> before, List<String> now, String changed) {
    if (now.size() <= LIST) {
      if (before.size() > LIST) {
        before.forEach(article -> delete(posting(bucket, article)));
      }
      list(bucket, now);
      return;
    }
    if (before.size() <= LIST) {
      before.forEach(article -> put(posting(bucket, article), SEVERAL));
      put(key(bucket), SEVERAL);
    }
    put(posting(bucket, changed), now.size() > before.size() ? SEVERAL : null);
  }

  private void list(long bucket, List<String> articles) {
    if (articles.isEmpty()) {
      delete(key(bucket));
      return;
    }
    heads.add(key(bucket));
    ByteBuffer list = ByteBuffer.allocate(Codec.ID_BYTES * articles.size());
    articles.forEach(article -> list.put(Codec.key(article).get()));
    put(key(bucket), list.array());
  }

  /** The other articles of the bucket around this one. */
  Around around(long bucket, String articleId) {
    KnownBuckets.Bucket there = bucket(bucket);
    return there instanceof KnownBuckets.Large large
        ? new Ranged(large, articleId, (from, to) -> scan(bucket, from, to))
        : Around.in(((KnownBuckets.Small) there).articles(), articleId);
  }

  private KnownBuckets.Bucket bucket(long bucket) {
    KnownBuckets.Bucket there = known.get(bucket);
    if (there != null) {
      return there;
    }
    byte[] first = heads.mayHold(key(bucket)) ? store.get(key(bucket)) : null;
    if (first == null) {
      return EMPTY; // which the filter will say again
    }
    there = bucket(bucket, first.length == SEVERAL.length ? scan(bucket, 0, -1) : listed(first));
    known.put(bucket, there);
    return there;
  }

  private static List<String> listed(byte[] list) {
    var articles = new ArrayList<String>(list.length / Codec.ID_BYTES);
    for (int at = 0; at < list.length; at += Codec.ID_BYTES) {
      articles.add(Codec.hex(list, at, at + Codec.ID_BYTES));
    }
    return articles;
  }

  private static KnownBuckets.Bucket bucket(long bucket, List<String> articles) {
    return articles.size() > small(bucket)
        ? KnownBuckets.Large.of(articles)
        : new KnownBuckets.Small(articles);
  }

  private static int small(long bucket) {
    return Buckets.isOfText(bucket) ? SMALL_OF_TEXT : SMALL;
  }

  /**
   * Articles of the bucket in order.
   *
   * @param from the first 64 bits of the first id, as an unsigned number
   * @param to the first 64 bits of the last one
   */
  private List<String> scan(long bucket, long from, long to) {
    var articles = new ArrayList<String>();
    try (var found =
        store.range(
            Bytes.wrap(bytes(bucket, edge(from, (byte) 0))),
            Bytes.wrap(bytes(bucket, edge(to, (byte) 0xff))))) {
      while (found.hasNext()) {
        byte[] key = found.next().key.get();
        if (key.length == Long.BYTES + Codec.ID_BYTES) { // not another kind that begins alike
          articles.add(Codec.hex(key, Long.BYTES, key.length));
        }
      }
    }
    return articles;
  }

  private static byte[] edge(long beginning, byte rest) {
    byte[] edge = new byte[Codec.ID_BYTES];
    Arrays.fill(edge, rest);
    ByteBuffer.wrap(edge).putLong(beginning);
    return edge;
  }

  private void put(Bytes key, byte[] value) {
    unwritten.add(KeyValue.pair(key, value));
  }

  private void delete(Bytes key) {
    put(key, null);
  }

  private static Bytes key(long bucket) {
    return Bytes.wrap(bytes(bucket, new byte[0]));
  }

  private static Bytes posting(long bucket, String articleId) {
    return Bytes.wrap(bytes(bucket, Codec.key(articleId).get()));
  }

  private static byte[] bytes(long bucket, byte[] article) {
    return ByteBuffer.allocate(Long.BYTES + article.length).putLong(bucket).put(article).array();
  }
}
