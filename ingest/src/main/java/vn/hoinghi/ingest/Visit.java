package vn.hoinghi.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.avro.FetchOutcome;
import vn.hoinghi.avro.FetchResult;
import vn.hoinghi.avro.FetchState;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.schemas.Reason;

/**
 * One attempt at one URL: what was known before, what came, and when. Turns into exactly one
 * outcome, whatever happened.
 */
record Visit(Outlet outlet, FetchState before, Fetched fetched, Instant at, RevisitPlan plan) {
  private static final int MAX_VALIDATOR_CHARS = 512;

  /** Not their fault, or not an accident: we do not want it. */
  private static final Set<Reason> OURS =
      Set.of(
          Reason.FETCH_SCHEME,
          Reason.FETCH_BLOCKED_ADDRESS,
          Reason.FETCH_REDIRECT_BLOCKED,
          Reason.FETCH_TOO_LARGE,
          Reason.FETCH_RATIO,
          Reason.FETCH_MEDIA_TYPE,
          Reason.ROBOTS_DISALLOWED,
          Reason.URL_INVALID,
          Reason.URL_TRAP,
          Reason.FEED_DOCTYPE,
          Reason.FEED_DEPTH,
          Reason.SITEMAP_DEPTH);

  /** An attempt that ended before a request was made. */
  static Fetched notAsked(CanonicalUrl url, Reason reason, String problem) {
    return new Fetched(url, 0, null, java.util.Map.of(), new byte[0], 0, 0, reason, problem);
  }

  /** The reason that stands behind a status nobody can use, or null. */
  Reason reasonOfStatus() {
    if (fetched.failure() != null) {
      return fetched.failure();
    }
    int status = fetched.status();
    if (status == 200 || (status == 304 && asksForChanges())) {
      return null;
    }
    if (status >= 500 || status == 429) {
      return Reason.FETCH_STATUS_5XX;
    }
    return status >= 400 ? Reason.FETCH_STATUS_4XX : Reason.FETCH_BAD_HTTP;
  }

  boolean asksForChanges() {
    return mayAskForChanges(before)
        && (before.getEtag() != null || before.getLastModified() != null);
  }

  /**
   * Whether the copy we have may be asked about instead of for. Where other rules than today's read
   * it, the whole page is wanted: unchanged as it is, it tells what today's rules make of it.
   */
  static boolean mayAskForChanges(FetchState before) {
    return before.getContentHash() != null
        && (before.getKind() != FetchKind.ARTICLE || Gist.comparable(before.getSignature()));
  }

  Visited failed(Reason reason) {
    int failures = before.getFailures() + 1;
    FetchState after =
        FetchState.newBuilder(before)
            .setFailures(failures)
            .setLastStatus(fetched.status())
            .setNextVisitAt(plan.afterFailure(before.getUrl(), failures, reason, at))
            .build();
    if (reason == Reason.FETCH_BAD_HTTP) {
      after.setEtag(null);
      after.setLastModified(null);
    }
    FetchResult result = OURS.contains(reason) ? FetchResult.REFUSED : FetchResult.FAILED;
    return new Visited(List.of(after), null, outcome(result, reason));
  }

  /**
   * The state after an answer that could be used.
   *
   * @param changed whether it held something new
   */
  FetchState.Builder answered(boolean changed) {
    Duration every = plan.every(before, changed);
    return FetchState.newBuilder(before)
        .setFailures(0)
        .setLastStatus(fetched.status())
        .setLastFetchedAt(at)
        .setGoneSince(null)
        .setEtag(validator(fetched.header("etag")))
        .setLastModified(validator(fetched.header("last-modified")))
        .setEveryMillis(every.toMillis())
        .setChangedAt(changed ? at : before.getChangedAt())
        .setNextVisitAt(at.plus(every));
  }

  /** The article is another outlet's, who was told of it; this address is not asked for soon. */
  Visited ledAway() {
    FetchState after =
        FetchState.newBuilder(before)
            .setFailures(0)
            .setLastFetchedAt(at)
            .setNextVisitAt(plan.afterGone(at))
            .build();
    return done(FetchResult.LISTED, List.of(after), null);
  }

  Visited unchanged() {
    FetchState after = answered(false).build();
    if (after.getEtag() == null && after.getLastModified() == null) {
      after.setEtag(before.getEtag());
      after.setLastModified(before.getLastModified());
    }
    return new Visited(List.of(after), null, outcome(FetchResult.UNCHANGED, null));
  }

  Visited done(FetchResult result, List<FetchState> states, RawArticle raw) {
    FetchOutcome outcome = outcome(result, null);
    outcome.setFirst(result == FetchResult.PUBLISHED && before.getFirstIngestedAt() == null);
    return new Visited(states, raw, outcome);
  }

  /**
   * A list that was read.
   *
   * @param left why a part of it was left, or null
   */
  Visited listed(List<FetchState> states, Reason left) {
    return new Visited(states, null, outcome(FetchResult.LISTED, left));
  }

  FetchOutcome outcome(FetchResult result, Reason reason) {
    return FetchOutcome.newBuilder()
        .setHost(outlet.host())
        .setUrl(before.getUrl())
        .setAt(at)
        .setResult(result)
        .setReason(reason == null ? null : reason.name())
        .setStatus(fetched.status())
        .setBytes(fetched.wireBytes())
        .setMillis(fetched.millis())
        .setKind(before.getKind())
        .build();
  }

  /** What we send back next time; nothing a header could be broken with. */
  private static String validator(String value) {
    boolean plain =
        value != null
            && value.length() <= MAX_VALIDATOR_CHARS
            && value.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    return plain ? value : null;
  }
}
