package vn.hoinghi.standalone.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/**
 * What a site answers for one URL, made once at start: the same bytes, validators and headers each
 * time, so that conditional requests (RFC 9110, section 13) get their 304.
 */
record Reply(
    int status, String contentType, byte[] body, OffsetDateTime lastModified, String location) {

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

  @Override
  public boolean equals(Object other) {
    return other instanceof Reply that
        && status == that.status
        && contentType.equals(that.contentType)
        && Arrays.equals(body, that.body)
        && Objects.equals(location, that.location);
  }

  @Override
  public int hashCode() {
    return Objects.hash(status, contentType, Arrays.hashCode(body), location);
  }
}
