package vn.hoinghi.enrich;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.schemas.ContentIds;

/**
 * Pages that have used up their budget. Several of them in a row outlast any transaction: it is
 * aborted, the same pages come again, and again the transaction is too short for them. Whoever is
 * known here is refused at once the next time, so every attempt comes further. Shared by all tasks
 * of a process.
 */
final class Exhausting {
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

  boolean isKnown(RawArticle raw) {
    return !contents.isEmpty() && contents.contains(ContentIds.contentHash(raw));
  }

  void remember(RawArticle raw) {
    contents.add(ContentIds.contentHash(raw));
  }
}
