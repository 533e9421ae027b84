package vn.hoinghi.enrich;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import vn.hoinghi.schemas.Sha256;

/**
 * What a dead letter tells beside the raw bytes. Headers of the source record stay, as far as they
 * are reasonable; those that only this application may write are overwritten, and text that came
 * from outside is cut and escaped, since it ends in terminals and logs.
 */
final class DeadLetterHeaders {
  private static final int MESSAGE_CHARS = 1024;
  private static final int MAX_KEPT = 50;
  private static final int MAX_KEPT_BYTES = 16 * 1024;
  private static final String OURS = "x-dlq-";
  private static final String STREAMS = "__streams.errors.";

  private DeadLetterHeaders() {}

  static Headers of(DeadLetter letter, Headers original, long timestamp, RecordMetadata source) {
    var headers = new RecordHeaders();
    keep(original, headers);
    String at = source.topic() + "-" + source.partition() + "-" + source.offset();
    put(headers, "x-dlq-reason", letter.reason().name());
    put(headers, "x-dlq-module", "enrich");
    byte[] input = letter.bytes() == null ? new byte[0] : letter.bytes();
    put(headers, "x-dlq-input-id", Sha256.hex(input) + "@" + at);
    put(headers, "x-dlq-first-seen", Instant.ofEpochMilli(Math.max(0, timestamp)).toString());
    put(headers, "x-dlq-message", printable(letter.message()));
    put(headers, "x-dlq-topic", source.topic());
    put(headers, "x-dlq-partition", Integer.toString(source.partition()));
    put(headers, "x-dlq-offset", Long.toString(source.offset()));
    return headers;
  }

  /** Cut to 1,024 characters, control and invisible characters as {@code \\uXXXX}. */
  static String printable(String text) {
    var printable = new StringBuilder();
    String all = String.valueOf(text);
    for (int i = 0; i < all.length() && printable.length() < MESSAGE_CHARS; i++) {
      char c = all.charAt(i);
      int kind = Character.getType(c);
      boolean hidden =
          Character.isISOControl(c)
              || kind == Character.FORMAT
              || kind == Character.LINE_SEPARATOR
              || kind == Character.PARAGRAPH_SEPARATOR
              || kind == Character.SURROGATE;
      printable.append(hidden ? "\\u" + HexFormat.of().toHexDigits(c) : c);
    }
    return printable.toString();
  }

  private static void keep(Headers original, RecordHeaders into) {
    int kept = 0;
    int bytes = 0;
    for (Header header : original) {
      boolean forged = header.key().startsWith(OURS) || header.key().startsWith(STREAMS);
      int size = header.key().length() * 3 + (header.value() == null ? 0 : header.value().length);
      if (!forged && kept < MAX_KEPT && bytes + size <= MAX_KEPT_BYTES) {
        into.add(header);
        kept++;
        bytes += size;
      }
    }
  }

  private static void put(RecordHeaders headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
