package vn.hoinghi.content;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Pages that have used up their budget. Several of them in a row outlast any transaction: it is
 * aborted, the same pages come again, and again the transaction is too short for them. Whoever is
 * known here is refused at once the next time, so every attempt comes further. Shared by all {@link
 * ReadingRoom}s of a process.
 */
public final class Exhausting {
  private static final int MOST = 1_000;

  private final Set<String> contents =
      Collections.synchronizedSet(
          Collections.newSetFromMap(
              new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                  return size() > MOST;
                }
              }));

  /** The name of a content is asked for only if there is something to compare it with. */
  boolean isKnown(Supplier<String> content) {
    return !contents.isEmpty() && contents.contains(content.get());
  }

  void remember(Supplier<String> content) {
    contents.add(content.get());
  }
}
