package vn.hoinghi.enrich;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Buckets as they stand in the store. No value may grow with the number of articles, so that each
 * has a key of its own (bucket, article). But to open an iterator costs as much as ten gets, and
 * most buckets hold a few articles or none: so up to sixteen stand together under the bucket alone,
 * and only one more brings keys for each, with a mark in the place of the list. What one article
 * writes goes into the store at once, which costs half.
 */
final class BucketRows {
  /** So many articles stand under the bucket's own key. */
  static final int LIST = 16;

  private static final byte[] SEVERAL = {1};

  private final KeyValueStore<Bytes, byte[]> store;
  private final Presence heads;
  private final List<KeyValue<Bytes, byte[]>> unwritten = new ArrayList<>();

  /**
   * @param heads presence of all keys of 8 bytes
   */
  BucketRows(KeyValueStore<Bytes, byte[]> store, Presence heads) {
    this.store = store;
    this.heads = heads;
  }

  /** Brings what changed into the store; to be called before anything else is read. */
  void write() {
    store.putAll(unwritten);
    unwritten.clear();
  }

  /** All articles of the bucket in order, or null where there are none. */
  List<String> read(long bucket) {
    byte[] head = heads.mayHold(key(bucket)) ? store.get(key(bucket)) : null;
    if (head == null) {
      return null;
    }
    return head.length == SEVERAL.length ? read(bucket, 0, -1) : listed(head);
  }

  private static List<String> listed(byte[] list) {
    var articles = new ArrayList<String>(list.length / Codec.ID_BYTES);
    for (int at = 0; at < list.length; at += Codec.ID_BYTES) {
      articles.add(Codec.hex(list, at, at + Codec.ID_BYTES));
    }
    return articles;
  }

  /**
   * Articles of a bucket of more than {@link #LIST}, in order.
   *
   * @param from the first 64 bits of the first id, as an unsigned number
   * @param to the first 64 bits of the last one
   */
  List<String> read(long bucket, long from, long to) {
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

  /** Brings a bucket from what it held to what it holds, which differ by one article. */
  void change(long bucket, List<String> before, List<String> now, String changed) {
    if (now.size() <= LIST) {
      if (before.size() > LIST) {
        before.forEach(article -> take(bucket, article));
      }
      list(bucket, now);
      return;
    }
    if (before.size() <= LIST) {
      before.forEach(article -> put(bucket, article));
      put(key(bucket), SEVERAL);
    }
    if (now.size() > before.size()) {
      put(bucket, changed);
    } else {
      take(bucket, changed);
    }
  }

  private void list(long bucket, List<String> articles) {
    if (articles.isEmpty()) {
      put(key(bucket), null);
      return;
    }
    heads.add(key(bucket));
    ByteBuffer list = ByteBuffer.allocate(Codec.ID_BYTES * articles.size());
    articles.forEach(article -> list.put(Codec.key(article).get()));
    put(key(bucket), list.array());
  }

  /** One article more in a bucket that stays above {@link #LIST}. */
  void put(long bucket, String articleId) {
    put(Bytes.wrap(bytes(bucket, Codec.key(articleId).get())), SEVERAL);
  }

  /** One article less in a bucket that stays above {@link #LIST}. */
  void take(long bucket, String articleId) {
    put(Bytes.wrap(bytes(bucket, Codec.key(articleId).get())), null);
  }

  private void put(Bytes key, byte[] value) {
    unwritten.add(KeyValue.pair(key, value));
  }

  private static Bytes key(long bucket) {
    return Bytes.wrap(bytes(bucket, new byte[0]));
  }

  private static byte[] bytes(long bucket, byte[] article) {
    return ByteBuffer.allocate(Long.BYTES + article.length).putLong(bucket).put(article).array();
  }
}
