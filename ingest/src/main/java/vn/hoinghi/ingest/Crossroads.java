package vn.hoinghi.ingest;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Where an outlet's redirects lead. An address that two others lead to is an article with an older
 * address or two; one that more lead to is where the site sends whoever asks for what is lost.
 * Remembers the targets seen last.
 */
final class Crossroads {
  private static final int FEW = 2;
  private static final int MAX_TARGETS = 1_000;

  private final Map<String, Set<String>> sources = new Recent<>(MAX_TARGETS);

  /** Takes note of a redirect, and tells whether too many others lead to the same place. */
  boolean isCatchAll(String from, String target) {
    Set<String> others = sources.computeIfAbsent(target, t -> new HashSet<>());
    return !others.contains(from) && (others.size() >= FEW || !others.add(from));
  }
}
