package vn.hoinghi.schemas;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The fields of a JSON object, written one after the other as they are given; what is absent is
 * null. They become UTF-8 at once, or a tree for those who want to look into it.
 */
final class JsonFields {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).build();
  private static final int USUAL_LENGTH = 4096;

  private final JsonGenerator json;

  private JsonFields(JsonGenerator json) {
    this.json = json;
  }

  /** Gives the fields of one object. */
  interface Body {
    void to(JsonFields json) throws IOException;
  }

  /** Gives the fields of an object that says what a value is. */
  interface Fields<T> {
    void of(T value, JsonFields json) throws IOException;
  }

  static ObjectNode tree(Body body) {
    try (var buffer = new TokenBuffer(MAPPER, false)) {
      write(body, buffer);
      return MAPPER.readTree(buffer.asParser());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] utf8(Body body) {
    var bytes = new ByteArrayOutputStream(USUAL_LENGTH);
    try (JsonGenerator generator = MAPPER.createGenerator(bytes)) {
      write(body, generator);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(Body body, JsonGenerator generator) throws IOException {
    generator.writeStartObject();
    body.to(new JsonFields(generator));
    generator.writeEndObject();
  }

  JsonFields put(String name, String value) throws IOException {
    json.writeStringField(name, value);
    return this;
  }

  JsonFields put(String name, Enum<?> value) throws IOException {
    return put(name, value == null ? null : value.name());
  }

  JsonFields put(String name, Instant value) throws IOException {
    return put(name, value == null ? null : value.toString());
  }

  JsonFields put(String name, boolean value) throws IOException {
    json.writeBooleanField(name, value);
    return this;
  }

  JsonFields put(String name, int value) throws IOException {
    json.writeNumberField(name, value);
    return this;
  }

  JsonFields put(String name, long value) throws IOException {
    json.writeNumberField(name, value);
    return this;
  }

  JsonFields put(String name, double value) throws IOException {
    json.writeNumberField(name, value);
    return this;
  }

  JsonFields put(String name, Integer value) throws IOException {
    return value == null ? nothing(name) : put(name, value.intValue());
  }

  JsonFields put(String name, Long value) throws IOException {
    return value == null ? nothing(name) : put(name, value.longValue());
  }

  <T> JsonFields put(String name, T value, Fields<T> fields) throws IOException {
    if (value == null) {
      return nothing(name);
    }
    json.writeFieldName(name);
    object(value, fields);
    return this;
  }

  <T> JsonFields list(String name, List<T> values, Fields<T> fields) throws IOException {
    json.writeArrayFieldStart(name);
    for (T value : values) {
      object(value, fields);
    }
    json.writeEndArray();
    return this;
  }

  JsonFields texts(String name, List<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
    return this;
  }

  /** A number for each key, in the order of the keys. */
  JsonFields numbers(String name, Map<String, ? extends Number> values) throws IOException {
    json.writePOJOField(name, new TreeMap<>(values));
    return this;
  }

  private JsonFields nothing(String name) throws IOException {
    json.writeNullField(name);
    return this;
  }

  private <T> void object(T value, Fields<T> fields) throws IOException {
    json.writeStartObject();
    fields.of(value, this);
    json.writeEndObject();
  }
}
