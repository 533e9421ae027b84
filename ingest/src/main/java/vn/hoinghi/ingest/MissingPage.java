package vn.hoinghi.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.hoinghi.avro.FetchOutcome;
import vn.hoinghi.avro.FetchResult;
import vn.hoinghi.avro.FetchState;
import vn.hoinghi.schemas.Reason;

/**
 * What it amounts to that an article is not there. 404, and a page that says so in other words,
 * means that it is not there now, for sites move; the state remembers since when, and nothing else
 * changes. 410 says that it is withdrawn, and 451 (RFC 7725) that it had to be; either is believed
 * when a later visit hears it again, unless the site loses too many {@linkplain LostPages at once}.
 */
final class MissingPage {
  private static final Set<Integer> WITHDRAWN = Set.of(410, 451);

  private final Visit visit;
  private final Frontier frontier;
  private final LostPages lost;
  private final boolean moveIsNone;

  /**
   * @param frontier what is known of the same outlet
   * @param moveIsNone whether a person has said that what this outlet lost is withdrawn
   */
  MissingPage(Visit visit, Frontier frontier, boolean moveIsNone) {
    this.visit = visit;
    this.frontier = frontier;
    this.lost = frontier.lost();
    this.moveIsNone = moveIsNone;
  }

  static boolean isStatus(int status) {
    return status == 404 || WITHDRAWN.contains(status);
  }

  Visited judge() {
    Instant at = visit.at();
    if (!WITHDRAWN.contains(visit.fetched().status()) || visit.before().getContentHash() == null) {
      return gone(visit.plan().afterGone(at), at);
    }
    Instant heardBefore = heardBefore();
    if (heardBefore == null) {
      return withWitnesses(gone(visit.plan().toConfirmGone(at), at));
    }
    Instant confirmedFrom = visit.plan().toConfirmGone(heardBefore);
    if (at.isBefore(confirmedFrom)) {
      return gone(confirmedFrom, heardBefore);
    }
    if (moveIsNone) {
      return withdrawn();
    }
    if (lost.wanting(at) > 0 && at.isBefore(visit.plan().toGiveUpWaiting(heardBefore))) {
      return withWitnesses(gone(visit.plan().toConfirmGone(at), heardBefore));
    }
    return isOneOfMany() ? gone(visit.plan().afterHeldBack(at), at) : withdrawn();
  }

  /** Whether the site has moved shows in its other articles, if enough of them are looked at. */
  private Visited withWitnesses(Visited gone) {
    var states = new ArrayList<>(gone.states());
    int wanting = lost.wanting(visit.at());
    if (wanting > 0) {
      for (FetchState each : frontier.standing(wanting + 1)) {
        if (!each.getUrl().equals(visit.before().getUrl())
            && each.getNextVisitAt().isAfter(visit.at())) {
          states.add(FetchState.newBuilder(each).setNextVisitAt(visit.at()).build());
        }
      }
    }
    return new Visited(states, null, gone.outcome());
  }

  /** When the visit before this one heard the same, or null. */
  private Instant heardBefore() {
    Integer last = visit.before().getLastStatus();
    return last != null && WITHDRAWN.contains(last) && visit.before().getFailures() == 0
        ? visit.before().getLastFetchedAt()
        : null;
  }

  private boolean isOneOfMany() {
    return lost.moving(visit.at()) || lost.manyLostAround(visit.before().getGoneSince());
  }

  private Visited withdrawn() {
    Visited gone = gone(visit.plan().afterGone(visit.at()), visit.at());
    FetchState after = gone.states().get(0);
    after.setContentHash(null);
    after.setSignature(null);
    return new Visited(gone.states(), RawCaptures.withdrawal(visit), gone.outcome());
  }

  private Visited gone(Instant nextVisit, Instant heardAt) {
    FetchState before = visit.before();
    FetchState after =
        FetchState.newBuilder(before)
            .setLastStatus(visit.fetched().status())
            .setLastFetchedAt(heardAt)
            .setFailures(0)
            .setGoneSince(before.getGoneSince() == null ? visit.at() : before.getGoneSince())
            .setNextVisitAt(nextVisit)
            .build();
    return new Visited(List.of(after), null, outcome(before, after));
  }

  private FetchOutcome outcome(FetchState before, FetchState after) {
    FetchOutcome outcome = visit.outcome(FetchResult.GONE, Reason.FETCH_STATUS_4XX);
    outcome.setGoneShare(goneShare(before, after));
    return outcome;
  }

  /** As it will be once this visit stands; null where nothing hints at a move. */
  private Double goneShare(FetchState before, FetchState after) {
    lost.replace(before, after);
    Double share = lost.moving(visit.at()) ? lost.share(visit.at()) : null;
    lost.replace(after, before);
    return share;
  }

  /**
   * An article that leads off the site is lost as well, though nobody said that it is gone.
   *
   * @param judged what the visit amounts to otherwise
   */
  static Visited ledAway(Visit visit, Frontier frontier, Visited judged) {
    FetchState before = visit.before();
    if (before.getFirstIngestedAt() != null) {
      FetchState after = judged.states().get(0);
      after.setGoneSince(before.getGoneSince() == null ? visit.at() : before.getGoneSince());
      var page = new MissingPage(visit, frontier, false);
      judged.outcome().setGoneShare(page.goneShare(before, after));
    }
    return judged;
  }
}
