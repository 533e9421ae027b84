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

/**
 * Which articles stand in a bucket. No value may grow with the number of articles, so that each has
 * a key of its own (bucket, article). But to open an iterator costs as much as ten gets, and most
 * buckets hold one article or none: so the first stands under the bucket alone, and only a second
 * one brings keys for each, with a mark in the place of the first. Buckets used last are {@link
 * KnownBuckets remembered}; and what one article writes goes into the store at once, which costs
 * half.
 */
final class Postings {
  private static final byte[] SEVERAL = {1};
  private static final KnownBuckets.Small EMPTY = new KnownBuckets.Small(List.of());

  /** A bucket of so many articles is remembered by ids, a larger one by how they begin. */
  private static final int SMALL = 1_000;

  private final KeyValueStore<Bytes, byte[]> store;
  private final Presence heads;
  private final KnownBuckets known = new KnownBuckets();
  private final List<KeyValue<Bytes, byte[]>> unwritten = new ArrayList<>();

  Postings(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
    this.heads = new Presence(store, length -> length == Long.BYTES);
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
    if (all.isEmpty()) {
      heads.add(key(bucket));
      put(key(bucket), Codec.key(articleId).get());
    } else {
      if (all.size() == 1) {
        put(posting(bucket, all.get(0)), SEVERAL);
        put(key(bucket), SEVERAL);
      }
      put(posting(bucket, articleId), SEVERAL);
    }
    var more = new ArrayList<String>(all.size() + 1);
    more.addAll(all);
    more.add(-at - 1, articleId);
    known.put(bucket, bucket(more));
  }

  void remove(long bucket, String articleId) {
    KnownBuckets.Bucket there = bucket(bucket);
    if (there instanceof KnownBuckets.Large large) {
      delete(posting(bucket, articleId));
      known.put(bucket, large.without(articleId));
      return;
    }
    List<String> all = ((KnownBuckets.Small) there).articles();
    if (!all.contains(articleId)) {
      return;
    }
    var fewer = new ArrayList<String>(all);
    fewer.remove(articleId);
    if (store.get(key(bucket)).length == Codec.ID_BYTES) {
      delete(key(bucket));
    } else {
      delete(posting(bucket, articleId));
      if (fewer.isEmpty()) {
        delete(key(bucket));
      } else if (fewer.size() == 1) {
        delete(posting(bucket, fewer.get(0)));
        put(key(bucket), Codec.key(fewer.get(0)).get());
      }
    }
    known.put(bucket, bucket(fewer));
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
    if (first.length == Codec.ID_BYTES) {
      there = new KnownBuckets.Small(List.of(Codec.hex(first, 0, Codec.ID_BYTES)));
    } else {
      there = bucket(scan(bucket, 0, -1));
    }
    known.put(bucket, there);
    return there;
  }

  private static KnownBuckets.Bucket bucket(List<String> articles) {
    return articles.size() > SMALL
        ? KnownBuckets.Large.of(articles)
        : new KnownBuckets.Small(articles);
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
        articles.add(Codec.hex(key, Long.BYTES, Long.BYTES + Codec.ID_BYTES));
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
