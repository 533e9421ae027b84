package vn.hoinghi.ingest;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.avro.FetchResult;
import vn.hoinghi.avro.FetchState;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.avro.RawOrigin;
import vn.hoinghi.avro.RawStatus;
import vn.hoinghi.schemas.ContentIds;
import vn.hoinghi.schemas.Reason;

/**
 * What a visit to an article's page amounts to. A body not seen before is published, with the time
 * at which the article first came as {@code ingestedAt}; the same body is not. 404 means that the
 * page is not there now, for sites move, and changes nothing; 410 says that it is withdrawn, and is
 * believed when a later visit hears it again.
 */
final class ArticleVisit {
  private static final int GONE = 410;
  private static final int MAX_HEADER_CHARS = 1024;
  private static final List<String> KEPT_HEADERS =
      List.of("content-type", "content-language", "last-modified", "etag", "date", "x-robots-tag");

  private final Visit visit;
  private final Function<String, FetchState> known;

  /**
   * @param known state of a URL of the same outlet, or null
   */
  ArticleVisit(Visit visit, Function<String, FetchState> known) {
    this.visit = visit;
    this.known = known;
  }

  Visited judge() {
    Fetched fetched = visit.fetched();
    Integer status = fetched.status();
    if (fetched.failure() == null && (status == 404 || status == GONE)) {
      return missing(status);
    }
    Reason reason = visit.reasonOfStatus();
    if (reason != null) {
      return visit.failed(reason);
    }
    if (status == 304) {
      return visit.unchanged();
    }
    reason = PageKind.objection(fetched);
    return reason != null ? visit.failed(reason) : page();
  }

  private Visited page() {
    try {
      CanonicalUrl target = CanonicalUrl.of(visit.fetched().finalUrl().toString());
      if (target.toString().equals(visit.before().getUrl())) {
        return page(visit, List.of());
      }
      return visit.outlet().owns(target)
          ? moved(target)
          : visit.failed(Reason.FETCH_REDIRECT_BLOCKED);
    } catch (Refused e) {
      return visit.failed(e.reason());
    }
  }

  /** The article is what it redirects to; the old address is remembered as visited. */
  private Visited moved(CanonicalUrl target) {
    FetchState there = known.apply(target.toString());
    if (there == null) {
      there = FetchStates.unvisited(visit.outlet().host(), target, FetchKind.ARTICLE, visit.at());
    }
    FetchState here =
        visit
            .answered()
            .setEtag(null)
            .setLastModified(null)
            .setNextVisitAt(visit.plan().afterGone(visit.at()))
            .build();
    var atTarget = new Visit(visit.outlet(), there, visit.fetched(), visit.at(), visit.plan());
    Visited result = page(atTarget, List.of(here));
    result.outcome().setUrl(visit.before().getUrl());
    return result;
  }

  private static Visited page(Visit visit, List<FetchState> more) {
    FetchState before = visit.before();
    String hash = sha256(visit.fetched().body());
    boolean same = hash.equals(before.getContentHash());
    Instant first = before.getFirstIngestedAt() == null ? visit.at() : before.getFirstIngestedAt();
    FetchState after = visit.answered().setContentHash(hash).setFirstIngestedAt(first).build();
    var states = new java.util.ArrayList<>(more);
    states.add(after);
    return same
        ? visit.done(FetchResult.UNCHANGED, states, null)
        : visit.done(FetchResult.PUBLISHED, states, article(visit, first));
  }

  private Visited missing(int status) {
    FetchState before = visit.before();
    boolean confirmed = status == GONE && Integer.valueOf(GONE).equals(before.getLastStatus());
    boolean withdraws = confirmed && before.getContentHash() != null;
    FetchState after =
        FetchState.newBuilder(before)
            .setLastStatus(status)
            .setLastFetchedAt(visit.at())
            .setFailures(0)
            .setContentHash(withdraws ? null : before.getContentHash())
            .setNextVisitAt(
                status == GONE && !confirmed
                    ? visit.plan().toConfirmGone(visit.at())
                    : visit.plan().afterGone(visit.at()))
            .build();
    RawArticle raw = withdraws ? withdrawal(before) : null;
    return new Visited(
        List.of(after), raw, visit.outcome(FetchResult.GONE, Reason.FETCH_STATUS_4XX));
  }

  private RawArticle withdrawal(FetchState before) {
    return raw(visit, before.getUrl(), before.getFirstIngestedAt())
        .setStatus(RawStatus.GONE)
        .setBody(ByteBuffer.allocate(0))
        .build();
  }

  private static RawArticle article(Visit visit, Instant firstIngestedAt) {
    return raw(visit, visit.before().getUrl(), firstIngestedAt)
        .setStatus(RawStatus.FETCHED)
        .setMediaType(PageKind.mediaType(visit.fetched()))
        .setCharset(visit.fetched().charset())
        .setHeaders(keptHeaders(visit.fetched()))
        .setBody(ByteBuffer.wrap(visit.fetched().body()))
        .build();
  }

  private static RawArticle.Builder raw(Visit visit, String url, Instant firstIngestedAt) {
    return RawArticle.newBuilder()
        .setArticleId(ContentIds.articleId(url))
        .setUrl(url)
        .setOutlet(visit.outlet().host())
        .setFetchedAt(visit.at())
        .setIngestedAt(firstIngestedAt)
        .setOrigin(RawOrigin.WEB)
        .setHttpStatus(visit.fetched().status());
  }

  /** Those of an answer that stay with the article. */
  static Map<String, String> keptHeaders(Fetched fetched) {
    var kept = new TreeMap<String, String>();
    for (String name : KEPT_HEADERS) {
      String value = fetched.header(name);
      if (value != null) {
        kept.put(name, Text.printable(value, MAX_HEADER_CHARS));
      }
    }
    return kept;
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
