package vn.hoinghi.ingest;

import java.util.function.Consumer;

/**
 * Where a {@link Frontier} keeps what it knows: entries by URL, and in the order in which they are
 * due. Used by one thread at a time; several shelves side by side by many.
 */
interface UrlShelf extends AutoCloseable {
  /** What stands under a URL, or null. */
  KnownUrl get(String url);

  /**
   * Puts an entry in the place of another.
   *
   * @param before what {@link #get} gives for the URL, or null
   */
  void put(KnownUrl before, KnownUrl now);

  /** The entry that is due first, listings before articles, then by URL; null where none is. */
  KnownUrl first();

  /** Every entry, those that are due first coming first. */
  void forEach(Consumer<KnownUrl> reader);

  /** Forgets all; nothing may be asked afterwards. */
  @Override
  void close();
}
