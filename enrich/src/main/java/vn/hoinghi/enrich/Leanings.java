package vn.hoinghi.enrich;

import java.nio.ByteBuffer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import vn.hoinghi.enrich.resolve.Leaning;

/**
 * Which articles have a match that words alone hold. Few do, so that most questions end at the
 * filter on the heap. They stand among the postings, told apart by the length of the key: the
 * article and on what it leans.
 */
final class Leanings {
  static final int KEY_BYTES = Codec.ID_BYTES + 1;
  private static final byte[] NOTED = {1};

  private final RecentValues noted;

  /**
   * @param presence of all keys of {@link #KEY_BYTES}
   */
  Leanings(KeyValueStore<Bytes, byte[]> store, Presence presence) {
    this.noted = new RecentValues(store, presence);
  }

  void note(String articleId, Leaning on) {
    if (!has(articleId, on)) {
      noted.put(key(articleId, on), NOTED);
    }
  }

  boolean has(String articleId, Leaning on) {
    return noted.get(key(articleId, on)) != null;
  }

  /** The article goes, and all of its matches with it. */
  void forget(String articleId) {
    for (Leaning leaning : Leaning.values()) {
      if (has(articleId, leaning)) {
        noted.delete(key(articleId, leaning));
      }
    }
  }

  private static Bytes key(String articleId, Leaning on) {
    return Bytes.wrap(
        ByteBuffer.allocate(KEY_BYTES).put(Codec.key(articleId).get()).put(on.code()).array());
  }
}
