package vn.hoinghi.ingest.health;

import java.util.Set;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.avro.FetchOutcome;
import vn.hoinghi.avro.FetchResult;
import vn.hoinghi.schemas.Reason;

/** What an attempt says of the outlet: it answered, it refused us, nobody answered, or nothing. */
enum Answer {
  GIVEN,
  REFUSED,
  SILENCE,
  /** The attempt ended on our side. */
  NONE;

  private static final Set<Reason> OURS =
      Set.of(
          Reason.FETCH_SCHEME, Reason.FETCH_REDIRECT_BLOCKED, Reason.URL_INVALID, Reason.URL_TRAP);

  private static final Set<Reason> UNHEARD =
      Set.of(
          Reason.FETCH_BLOCKED_ADDRESS,
          Reason.FETCH_DNS,
          Reason.FETCH_CONNECT,
          Reason.FETCH_TLS,
          Reason.FETCH_DEADLINE,
          Reason.FETCH_SLOW,
          Reason.FETCH_HEADER_LIMIT,
          Reason.FETCH_BAD_HTTP,
          Reason.FETCH_TRUNCATED,
          Reason.FETCH_STATUS_5XX,
          Reason.ROBOTS_UNAVAILABLE);

  /**
   * Unauthorized, Forbidden, Too Many Requests, Unavailable For Legal Reasons (RFC 9110, 6585,
   * 7725).
   */
  private static final Set<Integer> NOT_FOR_US = Set.of(401, 403, 429, 451);

  static Answer of(FetchOutcome outcome) {
    if (succeeded(outcome)) {
      return GIVEN;
    }
    Reason reason = reason(outcome);
    boolean refused = outcome.getStatus() != null && NOT_FOR_US.contains(outcome.getStatus());
    if (reason == Reason.ROBOTS_DISALLOWED || refused) {
      return REFUSED;
    }
    if (reason == null || OURS.contains(reason)) {
      return NONE;
    }
    return UNHEARD.contains(reason) ? SILENCE : GIVEN;
  }

  /** Whether the attempt was at a list of articles: a feed, a sitemap, a page of links. */
  static boolean isOfList(FetchOutcome outcome) {
    FetchKind kind = outcome.getKind();
    return kind == FetchKind.FEED
        || kind == FetchKind.SITEMAP
        || kind == FetchKind.LISTING
        || outcome.getResult() == FetchResult.LISTED;
  }

  private static boolean succeeded(FetchOutcome outcome) {
    return switch (outcome.getResult()) {
      case PUBLISHED, UNCHANGED, LISTED, GONE -> true;
      case REFUSED, FAILED -> false;
    };
  }

  /** Null for none, and for one that a later version has added. */
  private static Reason reason(FetchOutcome outcome) {
    for (Reason reason : Reason.values()) {
      if (reason.name().equals(outcome.getReason())) {
        return reason;
      }
    }
    return null;
  }
}
