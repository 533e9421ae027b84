package vn.hoinghi.enrich;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Which articles stand in a bucket. No value may grow with the number of articles, so that each has
 * a key of its own (bucket, article). But to open an iterator costs as much as ten gets, and most
 * buckets hold one article or none: so the first stands under the bucket alone, and only a second
 * one brings keys for each, with a mark in the place of the first. Small buckets used last are
 * remembered whole.
 */
final class Postings {
  private static final byte[] SEVERAL = {1};
  private static final int ID_BYTES = 32;
  private static final byte[] LOWEST = new byte[ID_BYTES];
  private static final byte[] HIGHEST = highest();

  /** Articles in a bucket that is remembered, and in all of them with the empty ones. */
  private static final int SMALL = 300;

  private static final int REMEMBERED = 200_000;

  private final KeyValueStore<Bytes, byte[]> store;
  private final Map<Long, List<String>> small = new LinkedHashMap<>(16, 0.75f, true);
  private int remembered;

  Postings(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  void add(long bucket, String articleId) {
    List<String> known = small(bucket);
    int at = known == null ? -1 : Collections.binarySearch(known, articleId);
    if (at >= 0) {
      return;
    }
    if (known != null && known.isEmpty()) {
      store.put(key(bucket), Codec.key(articleId).get());
    } else {
      if (known != null && known.size() == 1) {
        store.put(posting(bucket, known.get(0)), SEVERAL);
        store.put(key(bucket), SEVERAL);
      }
      store.put(posting(bucket, articleId), SEVERAL);
    }
    if (known != null) {
      var more = new ArrayList<String>(known.size() + 1);
      more.addAll(known);
      more.add(-at - 1, articleId);
      remember(bucket, more);
    }
  }

  void remove(long bucket, String articleId) {
    List<String> known = small(bucket);
    if (known != null && !known.contains(articleId)) {
      return;
    }
    byte[] first = store.get(key(bucket));
    boolean alone = first.length == ID_BYTES;
    if (!alone) {
      store.delete(posting(bucket, articleId));
    }
    if (alone || (known != null && known.size() == 1)) {
      store.delete(key(bucket));
    } else if (known != null && known.size() == 2) {
      alone(bucket, known.get(known.get(0).equals(articleId) ? 1 : 0));
    }
    if (known != null) {
      var fewer = new ArrayList<String>(known);
      fewer.remove(articleId);
      remember(bucket, fewer);
    }
  }

  private void alone(long bucket, String articleId) {
    store.delete(posting(bucket, articleId));
    store.put(key(bucket), Codec.key(articleId).get());
  }

  /** Articles next to this one, in articleId order: all of a small bucket. */
  List<String> around(long bucket, String articleId, int limit) {
    List<String> known = small(bucket);
    if (known != null) {
      return around(known, articleId, limit);
    }
    var around = new ArrayList<String>();
    Bytes here = posting(bucket, articleId);
    try (var before = store.reverseRange(Bytes.wrap(bytes(bucket, LOWEST)), here);
        var after = store.range(here, Bytes.wrap(bytes(bucket, HIGHEST)))) {
      take(before, here, limit, around);
      take(after, here, limit, around);
    }
    Collections.sort(around);
    return around;
  }

  private static List<String> around(List<String> all, String articleId, int limit) {
    int at = Collections.binarySearch(all, articleId);
    int before = at < 0 ? -at - 1 : at;
    int after = at < 0 ? before : at + 1;
    var around = new ArrayList<String>(all.subList(Math.max(0, before - limit), before));
    around.addAll(all.subList(after, Math.min(all.size(), after + limit)));
    return around;
  }

  /** All articles of a bucket in order, or null where they are too many. */
  private List<String> small(long bucket) {
    List<String> known = small.get(bucket);
    if (known != null) {
      return known;
    }
    byte[] first = store.get(key(bucket));
    if (first == null) {
      known = List.of();
    } else if (first.length == ID_BYTES) {
      known = List.of(Codec.hex(first, 0, ID_BYTES));
    } else {
      known = new ArrayList<>();
      try (var all =
          store.range(Bytes.wrap(bytes(bucket, LOWEST)), Bytes.wrap(bytes(bucket, HIGHEST)))) {
        take(all, null, SMALL + 1, known);
      }
    }
    return remember(bucket, known);
  }

  private List<String> remember(long bucket, List<String> articles) {
    List<String> before = small.remove(bucket);
    remembered -= before == null ? 0 : 1 + before.size();
    if (articles.size() > SMALL) {
      return null;
    }
    small.put(bucket, articles);
    remembered += 1 + articles.size();
    Iterator<List<String>> oldest = small.values().iterator();
    while (remembered > REMEMBERED) {
      remembered -= 1 + oldest.next().size();
      oldest.remove();
    }
    return articles;
  }

  private static void take(
      KeyValueIterator<Bytes, byte[]> entries, Bytes except, int limit, List<String> into) {
    int taken = 0;
    while (taken < limit && entries.hasNext()) {
      Bytes key = entries.next().key;
      if (!key.equals(except)) {
        into.add(Codec.hex(key.get(), Long.BYTES, Long.BYTES + ID_BYTES));
        taken++;
      }
    }
  }

  private static byte[] highest() {
    byte[] highest = new byte[ID_BYTES];
    Arrays.fill(highest, (byte) 0xff);
    return highest;
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
