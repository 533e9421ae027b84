package vn.hoinghi.ingest;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/** A shelf of Java objects, for runs over one site that end by themselves. */
final class MemoryShelf implements UrlShelf {
  private final Map<String, KnownUrl> known = new HashMap<>();
  private final TreeSet<KnownUrl> due = new TreeSet<>(KnownUrl.DUE);

  @Override
  public KnownUrl get(String url) {
    return known.get(url);
  }

  @Override
  public void put(KnownUrl before, KnownUrl now) {
    if (before != null) {
      due.remove(before);
    }
    known.put(now.url(), now);
    due.add(now);
  }

  @Override
  public KnownUrl first() {
    return due.isEmpty() ? null : due.first();
  }

  @Override
  public void forEach(Consumer<KnownUrl> reader) {
    due.forEach(reader);
  }

  @Override
  public void close() {
    known.clear();
    due.clear();
  }
}
