package vn.hoinghi.ingest;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.avro.FetchResult;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.avro.RawOrigin;
import vn.hoinghi.schemas.Reason;

/**
 * What a record of a web archive is to us: the capture of a page, judged as if its answer had come
 * from the web just now, or something else, which is passed over and counted. The record's date is
 * when the page was captured; that it comes in now is the import's time.
 */
final class WarcPages {
  /** The web is no older. */
  private static final Instant FIRST_PAGE = Instant.parse("1990-12-20T00:00:00Z");

  private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

  /** Of the largest record that is read, beside the body it may hold. */
  private static final int ROOM = 1024 * 1024;

  /** A larger body in gzip is not unpacked only to pass over it. */
  private static final long TOO_LARGE_TO_PASS = 256L * 1024 * 1024;

  /** Deflate packs no better than this (zlib's technical details: 1032 to 1). */
  private static final long MOST_DEFLATED = 1033;

  private final FetchLimits limits;
  private final AddressGuard guard;
  private final Instant importedAt;

  /**
   * @param importedAt {@code ingestedAt} of what comes of it
   */
  WarcPages(FetchLimits limits, AddressGuard guard, Instant importedAt) {
    this.limits = limits;
    this.guard = guard;
    this.importedAt = importedAt;
  }

  /** What is counted where a record is no capture of a page. */
  String kind(WarcRecord record) {
    String type = record.headers().first("WARC-Type").orElse("none");
    return type.matches("[a-z]{1,20}") ? type : "other";
  }

  /**
   * The capture in a record; its body need not be read to the end.
   *
   * @return empty where it is none
   * @throws IOException where the record itself is broken
   */
  Optional<Capture> page(WarcRecord record, WarcStretch stretch, String inputId)
      throws IOException {
    long length = length(record, stretch);
    boolean isResponse = record instanceof WarcResponse && isHttp(record);
    if (!isResponse) {
      passable(length, stretch);
      return Optional.empty();
    }
    String target = unbracketed(record.headers().first("WARC-Target-URI").orElse(""));
    try {
      if (record.headers().first("WARC-Segment-Number").isPresent()) {
        throw new Refused(Reason.WARC_LIMIT, "in segments, which are not put together");
      }
      if (length > limits.maxBytes() + ROOM) {
        passable(length, stretch);
        throw new Refused(Reason.WARC_LIMIT, "a record of " + length + " bytes");
      }
      return judged((WarcResponse) record, stretch, CanonicalUrl.of(target), inputId);
    } catch (Refused e) {
      if (stretch.fault() != null) {
        throw e;
      }
      String shown = Text.printable(target, 2 * CanonicalUrl.MAX_CHARS);
      return Optional.of(Capture.failed(inputId, shown, e.reason(), e.getMessage()));
    }
  }

  private Optional<Capture> judged(
      WarcResponse record, WarcStretch stretch, CanonicalUrl url, String inputId)
      throws IOException {
    check(url);
    Instant at = date(record);
    Fetched fetched = WarcHttp.of(record, stretch, url, limits);
    if (fetched.status() >= 300 && fetched.status() < 400) {
      return Optional.empty();
    }
    var outlet = Outlet.of(url.host());
    var before = FetchStates.unvisited(outlet.host(), url, FetchKind.ARTICLE, at);
    var visit = new Visit(outlet, before, fetched, at, null);
    Reason reason = visit.reasonOfStatus();
    if (reason == null && record.headers().first("WARC-Truncated").isPresent()) {
      reason = Reason.FETCH_TRUNCATED;
    }
    reason = reason == null ? PageKind.objection(fetched) : reason;
    Capture capture =
        reason == null
            ? Capture.of(inputId, article(visit, inputId))
            : Capture.failed(inputId, url.toString(), reason, fetched.problem());
    return Optional.of(capture.answered(result(reason), status(fetched), fetched.wireBytes()));
  }

  private static Integer status(Fetched fetched) {
    return fetched.status() == 0 ? null : fetched.status();
  }

  private static FetchResult result(Reason reason) {
    if (reason == null) {
      return FetchResult.PUBLISHED;
    }
    return reason == Reason.FETCH_MEDIA_TYPE || reason == Reason.FETCH_TOO_LARGE
        ? FetchResult.REFUSED
        : FetchResult.FAILED;
  }

  /**
   * Nobody asks this address again, and no name is looked up for it; but what would not have been
   * asked for does not come in by way of an archive.
   */
  private void check(CanonicalUrl url) throws IOException {
    String host = url.host();
    boolean number = host.startsWith("[") || host.matches("[0-9.]+");
    boolean local = host.equals("localhost") || host.endsWith(".localhost");
    if (!number && !local) {
      return;
    }
    InetAddress address = InetAddress.getByName(local ? "127.0.0.1" : host);
    if (!guard.permits(address)) {
      throw new Refused(Reason.FETCH_BLOCKED_ADDRESS, host + " is not public");
    }
  }

  private Instant date(WarcRecord record) throws Refused {
    String text = record.headers().first("WARC-Date").orElse("");
    try {
      Instant date = Instant.parse(text).truncatedTo(ChronoUnit.MILLIS);
      if (date.isBefore(FIRST_PAGE)) {
        throw new Refused(Reason.TS_INVALID, "captured before there was a web: " + date);
      }
      if (date.isAfter(importedAt.plus(CLOCKS_DIFFER))) {
        throw new Refused(Reason.TS_FUTURE, "captured after it was imported: " + date);
      }
      return date;
    } catch (DateTimeException e) {
      throw new Refused(Reason.TS_INVALID, "WARC-Date " + Text.printable(text, 40), e);
    }
  }

  private RawArticle article(Visit visit, String inputId) {
    RawArticle article = RawCaptures.article(visit, importedAt);
    article.setOrigin(RawOrigin.WARC);
    article.setInputId(inputId);
    return article;
  }

  /** As the record says, where that can be. */
  private static long length(WarcRecord record, WarcStretch stretch) throws IOException {
    String text = record.headers().sole("Content-Length").orElse("");
    if (!text.matches("[0-9]{1,18}")) {
      throw new Refused(Reason.WARC_MALFORMED, "Content-Length is " + Text.printable(text, 40));
    }
    long length = Long.parseLong(text);
    if (length > stretch.room() * (stretch.packed() ? MOST_DEFLATED : 1)) {
      throw new java.io.EOFException("a record of " + length + " bytes, more than there are");
    }
    return length;
  }

  private static void passable(long length, WarcStretch stretch) throws WarcStretch.Unpassable {
    if (stretch.packed() && length > TOO_LARGE_TO_PASS) {
      throw new WarcStretch.Unpassable("a record of " + length + " bytes");
    }
  }

  private static boolean isHttp(WarcRecord record) {
    String type = ContentType.mediaType(record.headers().first("Content-Type").orElse(""));
    return "application/http".equals(type);
  }

  private static String unbracketed(String uri) {
    boolean bracketed = uri.startsWith("<") && uri.endsWith(">"); // as WARC 1.0 had it by mistake
    return bracketed ? uri.substring(1, uri.length() - 1) : uri;
  }

  /** What a file without any record seems to be. */
  static String looksLike(WarcTape tape) throws IOException {
    tape.seek(0);
    String head = new String(tape.readNBytes(16), StandardCharsets.ISO_8859_1);
    if (head.startsWith("PK\u0003\u0004")) {
      return "a zip archive; of a WACZ, unpack the files of its folder archive";
    }
    return head.startsWith("filedesc:") ? "an ARC file, not a WARC" : "no WARC record in it";
  }
}
