package vn.hoinghi.schemas;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * The header {@code traceparent} (W3C Trace Context, version 00) that leads from any record back to
 * the capture or correction that caused it. It is made of what is captured and when, so the same
 * capture published twice, or read again in a replay, stays in one trace. Nobody here records
 * spans: the flag says "not sampled" and the parent id stays the same from topic to topic, as the
 * recommendation allows. A valid header that a foreign producer has set is carried on as it is.
 */
public final class TraceParent {
  public static final String HEADER = "traceparent";

  private static final int LENGTH = 55;
  private static final Pattern VALID =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  private TraceParent() {}

  /**
   * The one that begins with a capture or a correction.
   *
   * @param id of an article or a correction
   * @param at when it was captured or given
   */
  public static String of(String id, Instant at) {
    String hash = Sha256.hex(id + "\n" + at.toEpochMilli());
    return "00-" + hash.substring(0, 32) + "-" + hash.substring(32, 48) + "-00";
  }

  /** The valid one that a record brings, or null. */
  public static String in(Headers headers) {
    Header header = headers.lastHeader(HEADER);
    if (header == null || header.value() == null || header.value().length != LENGTH) {
      return null;
    }
    String text = new String(header.value(), StandardCharsets.US_ASCII);
    return VALID.matcher(text).matches() ? text : null;
  }

  /** The one that a record brings, or else its own. */
  public static String in(Headers headers, String id, Instant at) {
    String brought = in(headers);
    return brought == null ? of(id, at) : brought;
  }

  /** Sets the header where there is something to set. */
  public static void put(Headers headers, String traceParent) {
    if (traceParent != null) {
      headers.add(HEADER, traceParent.getBytes(StandardCharsets.US_ASCII));
    }
  }
}
