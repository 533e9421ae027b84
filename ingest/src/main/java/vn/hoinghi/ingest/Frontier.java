package vn.hoinghi.ingest;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.avro.FetchState;

/**
 * Every URL known of one outlet and which of them is due next: listings before articles, then the
 * longest overdue. Knows no clock and no Kafka; used by one thread at a time.
 */
final class Frontier {
  private static final int MAX_LISTINGS = 1_000;

  private record Due(FetchState state) {
    static final Comparator<Due> ORDER =
        Comparator.comparing((Due due) -> due.state.getNextVisitAt())
            .thenComparing(due -> due.state.getKind() == FetchKind.ARTICLE)
            .thenComparing(due -> due.state.getUrl());
  }

  private final int maxArticles;
  private final Map<String, FetchState> known = new HashMap<>();
  private final Map<String, Integer> depths = new HashMap<>();
  private final Set<String> unsettled = new HashSet<>();
  private final PriorityQueue<Due> queue = new PriorityQueue<>(Due.ORDER);
  private int listings;

  Frontier(int maxArticles) {
    this.maxArticles = maxArticles;
  }

  synchronized FetchState get(String url) {
    return known.get(url);
  }

  /** Takes a state as the newest of its URL. */
  synchronized void put(FetchState state) {
    put(state, false);
  }

  private void put(FetchState state, boolean retrySoon) {
    FetchState before = known.put(state.getUrl(), state);
    if (before == null && state.getKind() != FetchKind.ARTICLE) {
      listings++;
    }
    queue.add(new Due(state));
    if (retrySoon || !FetchStates.visited(state)) {
      unsettled.add(state.getUrl());
    } else {
      unsettled.remove(state.getUrl());
    }
  }

  /**
   * Takes what a visit changed.
   *
   * @param retrySoon whether the URL itself still counts as unfinished
   */
  synchronized void put(Visited visited, String visitedUrl, boolean retrySoon) {
    int depth = depth(visitedUrl) + 1;
    for (FetchState state : visited.states()) {
      if (state.getKind() == FetchKind.SITEMAP && !known.containsKey(state.getUrl())) {
        depths.put(state.getUrl(), depth);
      }
      put(state, retrySoon && state.getUrl().equals(visitedUrl));
    }
  }

  /** The most urgent URL that is due, or null. */
  synchronized FetchState due(Instant now) {
    Due next = next();
    return next == null || next.state().getNextVisitAt().isAfter(now) ? null : next.state();
  }

  /** When the next one is due, or null where nothing is known. */
  synchronized Instant nextDue() {
    Due next = next();
    return next == null ? null : next.state().getNextVisitAt();
  }

  /** Works by identity: a newer state of the same URL stands elsewhere in the queue. */
  @SuppressWarnings("ReferenceEquality")
  private Due next() {
    while (!queue.isEmpty() && known.get(queue.peek().state().getUrl()) != queue.peek().state()) {
      queue.poll();
    }
    return queue.peek();
  }

  /** Levels of sitemap indexes above this URL. */
  synchronized int depth(String url) {
    return depths.getOrDefault(url, 1);
  }

  /**
   * Whether one more URL may become known.
   *
   * @param alreadyNew how many the same listing has brought so far
   */
  synchronized boolean admits(FetchKind kind, int alreadyNew) {
    return kind == FetchKind.ARTICLE
        ? known.size() - listings + alreadyNew < maxArticles
        : listings + alreadyNew < MAX_LISTINGS;
  }

  /** Whether each URL was visited at least once and none waits for a quick retry. */
  synchronized boolean settled() {
    return unsettled.isEmpty();
  }

  /** Those that were never visited, in no order. */
  synchronized List<FetchState> unvisited() {
    return unsettled.stream().map(known::get).filter(s -> !FetchStates.visited(s)).toList();
  }

  synchronized int size() {
    return known.size();
  }

  synchronized List<FetchState> all() {
    return List.copyOf(known.values());
  }
}
