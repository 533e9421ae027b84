package vn.hoinghi.sink.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** A line of JSON each. */
final class JsonLines implements RowWriter {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Writer out;

  JsonLines(OutputStream out) {
    this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
  }

  @Override
  public void begin(Head head) {}

  @Override
  public boolean write(Row row) throws IOException {
    String record = row.text("record");
    out.write(record == null ? json(row) : record);
    out.write('\n');
    return true;
  }

  private static String json(Row row) {
    ObjectNode json = MAPPER.createObjectNode();
    row.values()
        .forEach(
            (name, value) -> {
              if (value instanceof List<?> texts) {
                ArrayNode array = json.putArray(name);
                texts.forEach(text -> array.add(text.toString()));
              } else if (value instanceof Instant time) {
                json.put(name, time.toString());
              } else {
                json.putPOJO(name, value);
              }
            });
    return json.toString();
  }

  @Override
  public void end() throws IOException {
    out.flush();
  }
}
