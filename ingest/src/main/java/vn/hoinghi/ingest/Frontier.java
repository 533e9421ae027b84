package vn.hoinghi.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.avro.FetchState;
import vn.hoinghi.schemas.ContentIds;

/**
 * Every URL known of one outlet and which of them is due next: listings before articles, then the
 * longest overdue. What it knows stands on a {@link UrlShelf}; in memory are counts. Knows no clock
 * and no Kafka.
 */
final class Frontier implements AutoCloseable {
  private static final int MAX_LISTINGS = 1_000;

  private final int maxArticles;
  private final UrlShelf shelf;
  private final LostPages lost = new LostPages();
  private final Crossroads crossroads = new Crossroads();
  private int articles;
  private int listings;
  private int unsettled;
  private KnownUrl first;
  private boolean firstIsKnown;

  /** A frontier in memory. */
  Frontier(int maxArticles) {
    this(maxArticles, new MemoryShelf());
  }

  /**
   * @param shelf empty
   */
  Frontier(int maxArticles, UrlShelf shelf) {
    this.maxArticles = maxArticles;
    this.shelf = shelf;
  }

  /** The state of an address, whichever way it is spelt, or null. */
  synchronized FetchState get(String url) {
    KnownUrl known = shelf.get(ContentIds.identity(url));
    return known == null ? null : known.state();
  }

  /** Takes a state as the newest of its URL. */
  synchronized void put(FetchState state) {
    put(state, false);
  }

  private void put(FetchState state, boolean retrySoon) {
    KnownUrl before = known(ContentIds.identity(state.getUrl()));
    var now = new KnownUrl(state, retrySoon || !FetchStates.visited(state));
    shelf.put(before, now);
    firstIsKnown = false;
    unsettled += KnownUrl.asUnsettled(now) - KnownUrl.asUnsettled(before);
    if (before != null) {
      count(before.state(), -1);
    }
    count(state, 1);
    lost.replace(before == null ? null : before.state(), state);
  }

  /** What is put is mostly what was due first. */
  private KnownUrl known(String key) {
    return firstIsKnown && first != null && first.key().equals(key) ? first : shelf.get(key);
  }

  private void count(FetchState state, int by) {
    if (state.getKind() == FetchKind.ARTICLE) {
      articles += by;
    } else {
      listings += by;
    }
  }

  /**
   * Takes what a visit changed.
   *
   * @param retrySoon whether the URL itself still counts as unfinished
   */
  synchronized void put(Visited visited, String visitedUrl, boolean retrySoon) {
    String asked = ContentIds.identity(visitedUrl);
    for (FetchState state : visited.states()) {
      put(state, retrySoon && ContentIds.identity(state.getUrl()).equals(asked));
    }
  }

  /** The most urgent URL that is due, or null. */
  synchronized FetchState due(Instant now) {
    KnownUrl next = first();
    return next == null || next.state().getNextVisitAt().isAfter(now) ? null : next.state();
  }

  /** When the next one is due, or null where nothing is known. */
  synchronized Instant nextDue() {
    KnownUrl next = first();
    return next == null ? null : next.state().getNextVisitAt();
  }

  /** Asked for after a visit and again before the next one. */
  private KnownUrl first() {
    if (!firstIsKnown) {
      first = shelf.first();
      firstIsKnown = true;
    }
    return first;
  }

  /** Which of this outlet's articles went away, and when; for the thread that visits. */
  LostPages lost() {
    return lost;
  }

  /** Where this outlet's articles lead elsewhere; for the thread that visits. */
  Crossroads crossroads() {
    return crossroads;
  }

  /**
   * Whether one more URL may become known.
   *
   * @param alreadyNew how many the same listing has brought so far
   */
  synchronized boolean admits(FetchKind kind, int alreadyNew) {
    return kind == FetchKind.ARTICLE
        ? articles + alreadyNew < maxArticles
        : listings + alreadyNew < MAX_LISTINGS;
  }

  /** Whether each URL was visited at least once and none waits for a quick retry. */
  synchronized boolean settled() {
    return unsettled == 0;
  }

  /** Those that were never visited. */
  synchronized List<FetchState> unvisited() {
    var unvisited = new ArrayList<FetchState>();
    shelf.read(
        known -> {
          if (known.unsettled() && !FetchStates.visited(known.state())) {
            unvisited.add(known.state());
          }
          return true;
        });
    return unvisited;
  }

  /** The next so many articles that were there when they were looked at last. */
  synchronized List<FetchState> standing(int most) {
    var standing = new ArrayList<FetchState>();
    shelf.read(
        known -> {
          FetchState state = known.state();
          if (state.getContentHash() != null
              && state.getGoneSince() == null
              && state.getKind() == FetchKind.ARTICLE) {
            standing.add(state);
          }
          return standing.size() < most;
        });
    return standing;
  }

  synchronized int size() {
    return articles + listings;
  }

  /** Forgets everything. */
  @Override
  public synchronized void close() {
    shelf.close();
  }
}
