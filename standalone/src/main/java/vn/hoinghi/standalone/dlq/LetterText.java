package vn.hoinghi.standalone.dlq;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import vn.hoinghi.standalone.terminal.Harmless;

/** One dead letter, whole, for people; or as a line for programs. */
final class LetterText {
  private static final int HEX_BYTES = 64;
  private static final int VALUE_CHARS = 300;

  private LetterText() {}

  static String json(Letter letter) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("letter", letter.place().toString())
        .put("at", letter.at().toString())
        .put("reason", letter.reason())
        .put("outlet", letter.outlet())
        .put("message", letter.message())
        .toString();
  }

  static List<String> lines(Letter.Place place, ConsumerRecord<byte[], byte[]> record) {
    var lines = new ArrayList<String>();
    lines.add(place + "  " + Instant.ofEpochMilli(record.timestamp()));
    lines.add("key: " + text(record.key()));
    for (Header header : record.headers()) {
      lines.add(Harmless.line(header.key()) + ": " + text(header.value()));
    }
    byte[] value = record.value();
    if (value == null) {
      lines.add("no value");
      return lines;
    }
    Optional<SpecificRecord> known = Letter.value(place.box().topic(), value);
    if (known.isPresent()) {
      lines.add("%s, %d bytes:".formatted(known.get().getSchema().getName(), value.length));
      for (Schema.Field field : known.get().getSchema().getFields()) {
        lines.add("  " + field.name() + ": " + cut(String.valueOf(known.get().get(field.pos()))));
      }
    } else {
      byte[] head = java.util.Arrays.copyOf(value, Math.min(value.length, HEX_BYTES));
      lines.add("%d bytes that are no record, beginning with:".formatted(value.length));
      lines.add("  " + HexFormat.ofDelimiter(" ").formatHex(head));
    }
    return lines;
  }

  private static String text(byte[] bytes) {
    return bytes == null ? "none" : cut(new String(bytes, StandardCharsets.UTF_8));
  }

  private static String cut(String text) {
    String line = Harmless.line(text);
    return line.length() > VALUE_CHARS ? line.substring(0, VALUE_CHARS) + "…" : line;
  }
}
