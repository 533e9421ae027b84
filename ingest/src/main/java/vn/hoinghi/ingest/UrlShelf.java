package vn.hoinghi.ingest;

import java.util.function.Predicate;

/**
 * Where a {@link Frontier} keeps what it knows: entries by key, and in the order in which they are
 * due. Used by one thread at a time; several shelves side by side by many.
 */
interface UrlShelf extends AutoCloseable {
  /** What stands under a {@linkplain KnownUrl#key() key}, or null. */
  KnownUrl get(String key);

  /**
   * Puts an entry in the place of another.
   *
   * @param before what {@link #get} gives for its key, or null
   */
  void put(KnownUrl before, KnownUrl now);

  /** The entry that is due first, listings before articles, then by key; null where none is. */
  KnownUrl first();

  /**
   * Gives the entries, those that are due first coming first.
   *
   * @param reader says of each whether it wants another
   */
  void read(Predicate<KnownUrl> reader);

  /** Forgets all; nothing may be asked afterwards. */
  @Override
  void close();
}
