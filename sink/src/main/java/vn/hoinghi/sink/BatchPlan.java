package vn.hoinghi.sink;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a batch comes to, given what is stored. One statement may touch a row only once, and an old
 * revision must not overwrite a newer one; so the batch is played through in order here, and what
 * remains is at most one change for each id.
 */
final class BatchPlan {
  /**
   * What is stored of an id.
   *
   * @param contentHash of the live event, or null where the id is dead
   */
  record Known(long revision, String contentHash) implements Said {
    boolean isLive() {
      return contentHash != null;
    }
  }

  private final Map<String, Change> winners = new LinkedHashMap<>();
  private final Set<String> replaced = new LinkedHashSet<>();
  private final List<String> revived = new ArrayList<>();
  private final List<Change> accepted = new ArrayList<>();
  private final Stored stored;

  private BatchPlan(List<Change> changes, Map<String, Known> known) {
    int stale = 0;
    int collapsed = 0;
    int contradicting = 0;
    for (Change change : changes) {
      Said before = before(change.eventId(), known);
      if (before != null && change.revision() <= before.revision()) {
        stale++;
        contradicting += contradicts(change, before) ? 1 : 0;
      } else {
        accepted.add(change);
        collapsed += winners.put(change.eventId(), change) == null ? 0 : 1;
      }
    }
    for (Change change : births()) {
      Known old = known.get(change.eventId());
      if (old != null) {
        (old.isLive() ? replaced : revived).add(change.eventId());
      }
    }
    stored = new Stored(winners.size(), collapsed, stale, contradicting);
  }

  static BatchPlan of(List<Change> changes, Map<String, Known> known) {
    return new BatchPlan(changes, known);
  }

  private Said before(String id, Map<String, Known> known) {
    Change winner = winners.get(id);
    return winner == null ? known.get(id) : winner;
  }

  /** The same revision with another payload: the writer broke its promise. */
  private static boolean contradicts(Change change, Said before) {
    return change.revision() == before.revision()
        && !Objects.equals(change.contentHash(), before.contentHash());
  }

  /** Changes that make an event live, one an id. */
  List<Change> births() {
    return winners.values().stream().filter(c -> !c.isTombstone()).toList();
  }

  /** Changes that end an event, one an id. */
  List<Change> deaths() {
    return winners.values().stream().filter(Change::isTombstone).toList();
  }

  /** Live ids that stay live: the parts of their earlier revision have to go. */
  Set<String> replaced() {
    return replaced;
  }

  /** Dead ids that live again. */
  List<String> revived() {
    return revived;
  }

  /** Every change that went on from what was known, those too that a later one overtook. */
  List<Change> accepted() {
    return accepted;
  }

  Stored stored() {
    return stored;
  }
}
