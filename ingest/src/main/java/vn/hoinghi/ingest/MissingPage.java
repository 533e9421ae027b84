package vn.hoinghi.ingest;

import java.time.Instant;
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
  private final LostPages lost;
  private final boolean moveIsNone;

  /**
   * @param moveIsNone whether a person has said that what this outlet lost is withdrawn
   */
  MissingPage(Visit visit, LostPages lost, boolean moveIsNone) {
    this.visit = visit;
    this.lost = lost;
    this.moveIsNone = moveIsNone;
  }

  static boolean isStatus(int status) {
    return status == 404 || WITHDRAWN.contains(status);
  }

  Visited judge() {
    boolean said = WITHDRAWN.contains(visit.fetched().status());
    Instant heardBefore = said ? heardBefore() : null;
    if (heardBefore == null) {
      Instant next = visit.plan().afterGone(visit.at());
      return gone(said ? visit.plan().toConfirmGone(visit.at()) : next, visit.at(), null);
    }
    Instant confirmedFrom = visit.plan().toConfirmGone(heardBefore);
    if (visit.at().isBefore(confirmedFrom)) {
      return gone(confirmedFrom, heardBefore, null);
    }
    if (visit.before().getContentHash() == null) {
      return gone(visit.plan().afterGone(visit.at()), visit.at(), null);
    }
    return isOneOfMany()
        ? gone(visit.plan().afterHeldBack(visit.at()), visit.at(), null)
        : withdrawn();
  }

  /** When the visit before this one heard the same, or null. */
  private Instant heardBefore() {
    Integer last = visit.before().getLastStatus();
    return last != null && WITHDRAWN.contains(last) && visit.before().getFailures() == 0
        ? visit.before().getLastFetchedAt()
        : null;
  }

  private boolean isOneOfMany() {
    return !moveIsNone
        && (lost.moving(visit.at()) || lost.manyLostAround(visit.before().getGoneSince()));
  }

  private Visited withdrawn() {
    Visited gone = gone(visit.plan().afterGone(visit.at()), visit.at(), "");
    return new Visited(gone.states(), RawCaptures.withdrawal(visit), gone.outcome());
  }

  /**
   * @param withdrawn not null where nothing that was published stands any more
   */
  private Visited gone(Instant nextVisit, Instant heardAt, String withdrawn) {
    FetchState before = visit.before();
    FetchState after =
        FetchState.newBuilder(before)
            .setLastStatus(visit.fetched().status())
            .setLastFetchedAt(heardAt)
            .setFailures(0)
            .setGoneSince(before.getGoneSince() == null ? visit.at() : before.getGoneSince())
            .setNextVisitAt(nextVisit)
            .build();
    if (withdrawn != null) {
      after.setContentHash(null);
      after.setSignature(null);
    }
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

  /** An article that leads off the site is lost as well, though nobody said that it is gone. */
  static Visited ledAway(Visit visit, LostPages lost) {
    Visited refused = visit.failed(Reason.FETCH_REDIRECT_BLOCKED);
    FetchState before = visit.before();
    if (before.getFirstIngestedAt() != null) {
      FetchState after = refused.states().get(0);
      after.setGoneSince(before.getGoneSince() == null ? visit.at() : before.getGoneSince());
      var page = new MissingPage(visit, lost, false);
      refused.outcome().setGoneShare(page.goneShare(before, after));
    }
    return refused;
  }
}
