package vn.hoinghi.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.avro.FetchState;
import vn.hoinghi.schemas.Reason;

/**
 * What one lane finds that is another outlet's, and what others found of this one's. A site is
 * asked by its owner alone, at its pace; so the finder writes a hand-over into the owner's
 * partition, under a key of its own, in the transaction of the visit that found it. The owner takes
 * up what he does not know yet and settles the hand-over with a tombstone, in one transaction too.
 * Killed at any moment, either finds it again.
 */
final class HandOvers {
  /** Hears of hand-overs before they are written, and again of those that could not be. */
  interface Watch {
    void told(FetchState handOver, boolean stands);
  }

  /** Of one page; more of somebody else's addresses are no list of one's own. */
  private static final int MOST_OF_A_PAGE = 1_000;

  /** Remembered, so that what a feed shows for days is handed over once. */
  private static final int REMEMBERED = 10_000;

  private static final int TAKEN_AT_ONCE = 1_000;

  private final Outlet outlet;
  private final Sites sites;
  private final List<FetchState> found = new ArrayList<>();
  private final Queue<FetchState> offered = new ConcurrentLinkedQueue<>();
  private final Map<String, Boolean> remembered =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > REMEMBERED;
        }
      };

  HandOvers(Outlet outlet, Sites sites) {
    this.outlet = outlet;
    this.sites = sites;
  }

  /**
   * Takes note of an article's address that a visit came upon.
   *
   * @return whether it is another outlet's that is read
   */
  boolean found(CanonicalUrl url, String foundOn, Instant at) {
    if (!areFor(url)) {
      return false;
    }
    Outlet owner = sites.ownerOf(url);
    if (found.size() < MOST_OF_A_PAGE && remembered.put(url.toString(), true) == null) {
      FetchState handOver = FetchStates.unvisited(owner.host(), url, FetchKind.ARTICLE, at);
      handOver.setFoundOn(foundOn);
      found.add(handOver);
    }
    return true;
  }

  /** Whether this address is read by another lane. */
  boolean areFor(CanonicalUrl url) {
    Outlet owner = sites.ownerOf(url);
    return owner != null && !owner.equals(outlet);
  }

  /** Whether the article that was visited is another outlet's, who will hear of it. */
  boolean takes(Visit visit) {
    if (visit.fetched().failure() != Reason.FETCH_REDIRECT_BLOCKED) {
      return false;
    }
    try {
      CanonicalUrl target = visit.fetched().finalUrl().canonical();
      return found(target, visit.before().getUrl(), visit.at());
    } catch (Refused e) {
      return false;
    }
  }

  /** What the visit that ends now has found; the next one begins with nothing. */
  List<FetchState> drain() {
    List<FetchState> all = List.copyOf(found);
    found.clear();
    return all;
  }

  /** Somebody found this address of ours; from any thread. */
  void offer(FetchState handOver) {
    offered.add(handOver);
  }

  boolean areWaiting() {
    return !offered.isEmpty();
  }

  /**
   * What to write down of those that wait: states of addresses not known yet, and the hand-overs as
   * settled. Null where there is nothing to write. Those of imports become errands.
   */
  Visited takeUp(Frontier frontier, Errands errands, Instant now) {
    if (offered.isEmpty()) {
      return null;
    }
    var states = new LinkedHashMap<String, FetchState>();
    var settled = new ArrayList<String>();
    for (int i = 0; i < TAKEN_AT_ONCE && !offered.isEmpty(); i++) {
      FetchState handOver = offered.poll();
      CanonicalUrl url = ours(handOver);
      FetchState known = url == null ? null : frontier.get(url.toString());
      boolean errand = handOver.getImportId() != null;
      if (errand && url != null && errands.take(handOver, known, now)) {
        continue;
      }
      settled.add(FetchStates.key(handOver));
      if (url != null
          && !errand
          && known == null
          && frontier.admits(FetchKind.ARTICLE, states.size())) {
        states.put(
            url.articleId(), FetchStates.unvisited(outlet.host(), url, FetchKind.ARTICLE, now));
      }
    }
    return settled.isEmpty()
        ? null
        : new Visited(List.copyOf(states.values()), null, null, List.of(), settled);
  }

  /** Null where it is none that we would visit. */
  private CanonicalUrl ours(FetchState handOver) {
    try {
      CanonicalUrl url = CanonicalUrl.of(handOver.getUrl());
      return outlet.owns(url) ? url : null;
    } catch (Refused e) {
      return null;
    }
  }
}
