package vn.hoinghi.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/** A shelf of Java objects, for runs over one site that end by themselves. */
final class MemoryShelf implements UrlShelf {
  private final Map<String, KnownUrl> known = new HashMap<>();
  private final TreeSet<KnownUrl> due = new TreeSet<>(KnownUrl.DUE);

  @Override
  public KnownUrl get(String key) {
    return known.get(key);
  }

  @Override
  public void put(KnownUrl before, KnownUrl now) {
    if (before != null) {
      due.remove(before);
    }
    known.put(now.key(), now);
    due.add(now);
  }

  @Override
  public KnownUrl first() {
    return due.isEmpty() ? null : due.first();
  }

  @Override
  public void read(Predicate<KnownUrl> reader) {
    for (KnownUrl each : List.copyOf(due)) {
      if (!reader.test(each)) {
        return;
      }
    }
  }

  @Override
  public void close() {
    known.clear();
    due.clear();
  }
}
