package vn.hoinghi.standalone.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What a site answers for one URL, made once at start: the same bytes, validators and headers each
 * time, so that conditional requests (RFC 9110, section 13) get their 304.
 */
final class Reply {
  private final int status;
  private final String contentType;
  private final byte[] body;
  private final OffsetDateTime lastModified;
  private final String location;

  private Reply(
      int status, String contentType, byte[] body, OffsetDateTime lastModified, String location) {
    this.status = status;
    this.contentType = contentType;
    this.body = body;
    this.lastModified = lastModified;
    this.location = location;
  }

  static Reply ok(String contentType, byte[] body, OffsetDateTime lastModified) {
    return new Reply(200, contentType, body, lastModified, null);
  }

  static Reply movedTo(String location) {
    return new Reply(301, "text/html; charset=UTF-8", new byte[0], null, location);
  }

  static Reply notFound() {
    byte[] body =
        "<!DOCTYPE html><html lang=\"vi\"><head><title>Không tìm thấy trang</title></head><body><h1>Không tìm thấy trang</h1></body></html>"
            .getBytes(StandardCharsets.UTF_8);
    return new Reply(404, "text/html; charset=UTF-8", body, null, null);
  }

  int status() {
    return status;
  }

  String contentType() {
    return contentType;
  }

  boolean isEmpty() {
    return body.length == 0;
  }

  int length() {
    return body.length;
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(body);
  }

  /** Where the page has gone; null where it has not. */
  String location() {
    return location;
  }

  /** Whether it carries validators at all: what is not there has none. */
  boolean hasValidators() {
    return lastModified != null;
  }

  String etag() {
    return '"' + HexFormat.of().formatHex(sha256(body), 0, 8) + '"';
  }

  String lastModifiedHeader() {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(
        lastModified.withOffsetSameInstant(ZoneOffset.UTC));
  }

  /** If-None-Match decides alone where it is sent; If-Modified-Since only without it. */
  boolean unchangedSince(String ifNoneMatch, String ifModifiedSince) {
    if (status != 200) {
      return false;
    }
    if (ifNoneMatch != null) {
      return Arrays.stream(ifNoneMatch.split(","))
          .map(tag -> tag.strip().replaceFirst("^W/", ""))
          .anyMatch(tag -> tag.equals("*") || tag.equals(etag()));
    }
    return ifModifiedSince != null && notAfter(ifModifiedSince);
  }

  private boolean notAfter(String header) {
    try {
      OffsetDateTime since = OffsetDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME);
      return !lastModified.toInstant().isAfter(since.toInstant());
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
