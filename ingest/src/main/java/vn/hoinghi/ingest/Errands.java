package vn.hoinghi.ingest;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.hoinghi.avro.FetchState;
import vn.hoinghi.schemas.ContentIds;

/**
 * Addresses of one site that imports ask its owner for. An archive of years must not stand between
 * the crawler and today's news, and must come to its end all the same: where both have something
 * due they take turns. Each errand stays in the owner's partition until the visit that settles it
 * is written, so whoever is killed, it is neither lost nor done twice. For the thread that visits.
 */
final class Errands {
  private record Errand(FetchState handOver, Instant notBefore) {}

  private final int quickRetries;
  private final Map<String, Errand> open = new LinkedHashMap<>();
  private boolean wasTheirs;

  /**
   * @param quickRetries failures of one address after which it is settled all the same
   */
  Errands(int quickRetries) {
    this.quickRetries = quickRetries;
  }

  /**
   * Takes one up.
   *
   * @param known what is known of the address, or null
   * @return false where there is nothing to do, since the crawler has been there
   */
  boolean take(FetchState handOver, FetchState known, Instant now) {
    if (known != null && isDone(known)) {
      return false;
    }
    open.put(ContentIds.identity(handOver.getUrl()), new Errand(handOver, now));
    return true;
  }

  private boolean isDone(FetchState known) {
    boolean answered = known.getLastFetchedAt() != null || known.getGoneSince() != null;
    return (answered && known.getFailures() == 0) || known.getFailures() > quickRetries;
  }

  boolean areOpen() {
    return !open.isEmpty();
  }

  /** When the next one may be visited; null where there is none. */
  Instant nextDue() {
    return open.values().stream()
        .map(Errand::notBefore)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /**
   * Whose turn it is.
   *
   * @param live what the crawl would visit now, or null
   * @return what is to be visited now, as far as it is known; null for nothing
   */
  FetchState next(FetchState live, Frontier frontier, Instant now) {
    FetchState theirs = open.isEmpty() || (live != null && wasTheirs) ? null : due(frontier, now);
    wasTheirs = theirs != null;
    return theirs == null ? live : theirs;
  }

  private FetchState due(Frontier frontier, Instant now) {
    for (Errand each : open.values()) {
      if (!each.notBefore().isAfter(now)) {
        FetchState asked = each.handOver();
        FetchState known = frontier.get(asked.getUrl());
        return known == null
            ? FetchState.newBuilder(asked).setFoundOn(null).setNextVisitAt(now).build()
            : known;
      }
    }
    return null;
  }

  /** A visit was made, whoever's turn it was: said so in what is written of it, if it is ours. */
  Visited visited(String url, Visited visited) {
    String key = ContentIds.identity(url);
    Errand errand = open.get(key);
    if (errand == null || visited.outcome() == null) {
      return visited;
    }
    String importId = errand.handOver().getImportId();
    visited.outcome().setImportId(importId);
    FetchState after = null;
    for (FetchState state : visited.states()) {
      if (ContentIds.identity(state.getUrl()).equals(key)) {
        state.setImportId(importId);
        after = state;
      }
    }
    if (after != null && visited.worthRetrying() && after.getFailures() <= quickRetries) {
      open.put(key, new Errand(errand.handOver(), after.getNextVisitAt()));
      return visited;
    }
    open.remove(key);
    return visited.settling(List.of(FetchStates.key(errand.handOver())));
  }
}
