package vn.hoinghi.standalone.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * What a site answers for one URL. Pages carry validators, so that conditional requests (RFC 9110,
 * section 13) get their 304; a body is made only when it is sent.
 *
 * @param etag quoted, null without validators
 * @param lastModified null without validators
 * @param location where the page has gone; null where it has not
 * @param retryAfter seconds as header; null without
 * @param mishap what goes wrong with the answer
 * @param delayMillis how long it is waited for
 */
public record Reply(
    int status,
    String contentType,
    String etag,
    Instant lastModified,
    String location,
    String retryAfter,
    Mishap mishap,
    long delayMillis,
    Supplier<byte[]> body) {
  private static final String HTML = "text/html; charset=UTF-8";
  private static final byte[] NOTHING = {};

  /** How an answer may fail on its way. */
  public enum Mishap {
    NONE,
    /** The connection is closed before the first byte. */
    CUT,
    /** It is closed after half of the body that was announced. */
    TRUNCATED
  }

  /** A page that is there, its validators made of its bytes. */
  public static Reply ok(String contentType, byte[] body, Instant lastModified) {
    return ok(contentType, HexFormat.of().formatHex(sha256(body), 0, 8), lastModified, () -> body);
  }

  /**
   * A page that is there, its bytes made when they are sent.
   *
   * @param version another one for each state of the page
   */
  public static Reply ok(
      String contentType, String version, Instant lastModified, Supplier<byte[]> body) {
    String etag = '"' + version + '"';
    return new Reply(200, contentType, etag, lastModified, null, null, Mishap.NONE, 0, body);
  }

  public static Reply movedTo(String location) {
    return new Reply(301, HTML, null, null, location, null, Mishap.NONE, 0, () -> NOTHING);
  }

  public static Reply notFound() {
    return problem(404, "Không tìm thấy trang");
  }

  /** A status of 400 and above, with a page that says so. */
  public static Reply problem(int status, String title) {
    String page =
        "<!DOCTYPE html><html lang=\"vi\"><head><title>%s</title></head><body><h1>%s</h1></body></html>";
    byte[] body = page.formatted(title, title).getBytes(StandardCharsets.UTF_8);
    return new Reply(status, HTML, null, null, null, null, Mishap.NONE, 0, () -> body);
  }

  /** Asks to come again so many seconds later. */
  public Reply retryAfter(int seconds) {
    String value = Integer.toString(seconds);
    return new Reply(
        status, contentType, etag, lastModified, location, value, mishap, delayMillis, body);
  }

  public Reply with(Mishap other) {
    return new Reply(
        status, contentType, etag, lastModified, location, retryAfter, other, delayMillis, body);
  }

  public Reply after(long millis) {
    return new Reply(
        status, contentType, etag, lastModified, location, retryAfter, mishap, millis, body);
  }

  /** Whether it carries validators at all: what is not there has none. */
  boolean hasValidators() {
    return lastModified != null;
  }

  String lastModifiedHeader() {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(lastModified.atOffset(ZoneOffset.UTC));
  }

  /** If-None-Match decides alone where it is sent; If-Modified-Since only without it. */
  boolean unchangedSince(String ifNoneMatch, String ifModifiedSince) {
    if (status != 200) {
      return false;
    }
    if (ifNoneMatch != null) {
      return Arrays.stream(ifNoneMatch.split(","))
          .map(tag -> tag.strip().replaceFirst("^W/", ""))
          .anyMatch(tag -> tag.equals("*") || tag.equals(etag));
    }
    return ifModifiedSince != null && notAfter(ifModifiedSince);
  }

  private boolean notAfter(String header) {
    try {
      Instant since = DateTimeFormatter.RFC_1123_DATE_TIME.parse(header, Instant::from);
      return lastModified != null && !lastModified.isAfter(since);
    } catch (DateTimeParseException e) {
      return false; // RFC 9110: a date that cannot be read is ignored
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
