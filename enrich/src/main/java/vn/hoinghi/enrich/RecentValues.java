package vn.hoinghi.enrich;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * A store of small values with those used last at hand, absent ones too. News speaks of what was in
 * the news lately: most of what a neighbourhood asks of the stores it asked for before, or it is of
 * an article that no one has heard of yet. Writes go straight through.
 */
final class RecentValues {
  private static final int VALUES = 20_000;
  private static final byte[] ABSENT = new byte[0];

  private final KeyValueStore<Bytes, byte[]> store;
  private final Presence presence;
  private final Map<Bytes, byte[]> recent =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Bytes, byte[]> eldest) {
          return size() > VALUES;
        }
      };

  RecentValues(KeyValueStore<Bytes, byte[]> store) {
    this(store, new Presence(store, length -> true));
  }

  /**
   * @param presence of those of the store's keys that are asked for
   */
  RecentValues(KeyValueStore<Bytes, byte[]> store, Presence presence) {
    this.store = store;
    this.presence = presence;
  }

  /** The value, or null. */
  byte[] get(Bytes key) {
    byte[] value = recent.get(key);
    if (value == null && !presence.mayHold(key)) {
      return null;
    }
    if (value == null) {
      byte[] stored = store.get(key);
      value = stored == null ? ABSENT : stored;
      recent.put(key, value);
    }
    return value == ABSENT ? null : value;
  }

  void put(Bytes key, byte[] value) {
    store.put(key, value);
    presence.add(key);
    recent.put(key, value);
  }

  void delete(Bytes key) {
    store.delete(key);
    recent.put(key, ABSENT);
  }
}
