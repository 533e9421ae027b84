package vn.hoinghi.enrich.resolve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What the sources of an event say about one field. The value that most independent sources give is
 * chosen; reprints count only between equals, and then the earlier source decides. No value is
 * dropped for having lost.
 */
final class Votes<T> {
  private final Map<T, List<Source>> voters = new LinkedHashMap<>();

  private Votes() {}

  /** Collects a field's values in the canonical order of the sources. */
  static <T> Votes<T> on(List<Source> sources, Function<Source, T> value) {
    var votes = new Votes<T>();
    for (Source source : sources) {
      T said = value.apply(source);
      if (said != null) {
        votes.voters.computeIfAbsent(said, v -> new ArrayList<>()).add(source);
      }
    }
    return votes;
  }

  /** The chosen value, or null where no source gives one. */
  T chosen() {
    T best = null;
    int origins = 0;
    int sources = 0;
    for (Map.Entry<T, List<Source>> value : voters.entrySet()) {
      int independent = Source.independent(value.getValue());
      int size = value.getValue().size();
      // Strictly better only: the value of the earlier source stays.
      if (best == null || independent > origins || (independent == origins && size > sources)) {
        best = value.getKey();
        origins = independent;
        sources = size;
      }
    }
    return best;
  }

  Map<T, List<Source>> voters() {
    return voters;
  }
}
