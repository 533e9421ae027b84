package vn.hoinghi.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.avro.FetchResult;
import vn.hoinghi.avro.FetchState;
import vn.hoinghi.schemas.Reason;
import vn.hoinghi.schemas.Sha256;

/**
 * What a visit to an article's page amounts to. It is published when it says something else than
 * its newest capture does, and only then: bytes change with every visit. So what a reader {@link
 * Gist reads} is compared, with the newest capture alone; an article that goes from A to B and back
 * is published three times, always with the time at which it first came as {@code ingestedAt}.
 * Equal bytes need no reading.
 *
 * <p>Where the capture before was read by other rules than today's, a difference may be ours. An
 * article that is new or has changed within a week is then published once too often rather than
 * never; what is older is believed to be the same, so that a new version of the rules does not
 * publish the world again.
 */
final class ArticleVisit {
  private static final Duration YOUNG = Duration.ofDays(7);

  private final Visit visit;
  private final Frontier frontier;
  private final GistReader gists;
  private final boolean moveIsNone;

  /**
   * @param frontier what is known of the same outlet
   * @param moveIsNone whether a person has said that what this outlet lost is withdrawn
   */
  ArticleVisit(Visit visit, Frontier frontier, GistReader gists, boolean moveIsNone) {
    this.visit = visit;
    this.frontier = frontier;
    this.gists = gists;
    this.moveIsNone = moveIsNone;
  }

  Visited judge() {
    Fetched fetched = visit.fetched();
    Integer status = fetched.status();
    if (fetched.failure() == null && MissingPage.isStatus(status)) {
      return missing();
    }
    Reason reason = visit.reasonOfStatus();
    if (reason == Reason.FETCH_REDIRECT_BLOCKED) {
      return ledAway();
    }
    if (reason != null) {
      return visit.failed(reason);
    }
    if (status == 304) {
      return visit.unchanged();
    }
    return page();
  }

  private Visited ledAway() {
    Visited refused = visit.failed(Reason.FETCH_REDIRECT_BLOCKED);
    return MissingPage.ledAway(visit, frontier, refused);
  }

  private Visited missing() {
    return new MissingPage(visit, frontier, moveIsNone).judge();
  }

  private Visited page() {
    try {
      CanonicalUrl target = visit.fetched().finalUrl().canonical();
      boolean led = !target.spells(visit.before().getUrl());
      if (led && !visit.outlet().owns(target)) {
        return ledAway();
      }
      if (led && leadsNowhere(target)) {
        return missing();
      }
      Reason objection = PageKind.objection(visit.fetched());
      if (objection != null) {
        return visit.failed(objection);
      }
      return led ? moved(target) : here(target);
    } catch (Refused e) {
      return visit.failed(e.reason());
    }
  }

  /** The address is kept as it is spelt where it answered, so that nobody need be led there. */
  private Visited here(CanonicalUrl target) {
    FetchState known = FetchState.newBuilder(visit.before()).setUrl(target.toString()).build();
    var spelt = new Visit(visit.outlet(), known, visit.fetched(), visit.at(), visit.plan());
    Visited result = page(spelt, List.of());
    result.outcome().setUrl(visit.before().getUrl());
    return result;
  }

  /** Home pages, error pages, lists, and where everything else leads too. */
  private boolean leadsNowhere(CanonicalUrl target) {
    FetchState there = frontier.get(target.toString());
    return AbsentPages.standard().isBehind(target)
        || (there != null && there.getKind() != FetchKind.ARTICLE)
        || frontier.crossroads().isCatchAll(visit.before().getUrl(), target.toString());
  }

  /** The article is what it redirects to; the old address is remembered as visited. */
  private Visited moved(CanonicalUrl target) {
    FetchState there = frontier.get(target.toString());
    if (there == null) {
      there = FetchStates.unvisited(visit.outlet().host(), target, FetchKind.ARTICLE, visit.at());
    }
    FetchState here =
        visit
            .answered(false)
            .setEtag(null)
            .setLastModified(null)
            .setNextVisitAt(visit.plan().afterGone(visit.at()))
            .build();
    var atTarget = new Visit(visit.outlet(), there, visit.fetched(), visit.at(), visit.plan());
    Visited result = page(atTarget, List.of(here));
    result.outcome().setUrl(visit.before().getUrl());
    return result;
  }

  private Visited page(Visit visit, List<FetchState> more) {
    FetchState before = visit.before();
    Instant first = before.getFirstIngestedAt() == null ? visit.at() : before.getFirstIngestedAt();
    String hash = Sha256.hex(visit.fetched().body());
    boolean known = before.getContentHash() != null;
    boolean comparable = Gist.comparable(before.getSignature());
    if (comparable && hash.equals(before.getContentHash())) {
      return unchanged(visit, more, hash, before.getSignature(), first);
    }
    Gist gist = gists.read(visit.fetched(), before.getUrl(), visit.at(), hash, first);
    if (gist.absent() && !(known && gist.signature().equals(before.getSignature()))) {
      return missing();
    }
    if (known && isSame(gist, hash, visit)) {
      return unchanged(visit, more, hash, gist.signature(), first);
    }
    if (known && comparable && gist.fellSilentSince(before.getSignature())) {
      return this.visit.failed(Reason.TEXT_EMPTY);
    }
    FetchState after = after(visit, true, hash, gist.signature(), first);
    return visit.done(
        FetchResult.PUBLISHED, joined(more, after), RawCaptures.article(visit, first));
  }

  private static boolean isSame(Gist now, String hash, Visit visit) {
    FetchState before = visit.before();
    if (Gist.comparable(before.getSignature()) || hash.equals(before.getContentHash())) {
      return hash.equals(before.getContentHash()) || now.signature().equals(before.getSignature());
    }
    Instant settled = visit.at().minus(YOUNG);
    return before.getFirstIngestedAt().isBefore(settled)
        && (before.getChangedAt() == null || before.getChangedAt().isBefore(settled));
  }

  private static Visited unchanged(
      Visit visit, List<FetchState> more, String hash, String signature, Instant first) {
    FetchState after = after(visit, false, hash, signature, first);
    return visit.done(FetchResult.UNCHANGED, joined(more, after), null);
  }

  private static FetchState after(
      Visit visit, boolean changed, String hash, String signature, Instant first) {
    return visit
        .answered(changed)
        .setContentHash(hash)
        .setSignature(signature)
        .setFirstIngestedAt(first)
        .build();
  }

  private static List<FetchState> joined(List<FetchState> some, FetchState last) {
    var states = new ArrayList<>(some);
    states.add(last);
    return states;
  }
}
