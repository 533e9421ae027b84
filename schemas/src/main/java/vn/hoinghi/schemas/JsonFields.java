package vn.hoinghi.schemas;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
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
import java.util.concurrent.ConcurrentHashMap;

/**
 * The fields of a JSON object, written one after the other as they are given; what is absent is
 * null. They become UTF-8 at once, or a tree for those who want to look into it.
 */
final class JsonFields {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).build();

  /** Names as the bytes that they always become. */
  private static final Map<String, SerializedString> NAMES = new ConcurrentHashMap<>();

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

  /**
   * One object of the fields of both, as UTF-8.
   *
   * @return where in the bytes those of the second begin, with the comma before them
   */
  static int utf8(ByteArrayOutputStream bytes, Body first, Body second) {
    try (JsonGenerator generator = MAPPER.createGenerator(bytes)) {
      var json = new JsonFields(generator);
      generator.writeStartObject();
      first.to(json);
      generator.flush();
      int length = bytes.size();
      second.to(json);
      generator.writeEndObject();
      return length;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Body body, JsonGenerator generator) throws IOException {
    generator.writeStartObject();
    body.to(new JsonFields(generator));
    generator.writeEndObject();
  }

  JsonFields put(String name, String value) throws IOException {
    name(name);
    json.writeString(value);
    return this;
  }

  JsonFields put(String name, Enum<?> value) throws IOException {
    return put(name, value == null ? null : value.name());
  }

  JsonFields put(String name, Instant value) throws IOException {
    return put(name, value == null ? null : value.toString());
  }

  JsonFields put(String name, boolean value) throws IOException {
    name(name);
    json.writeBoolean(value);
    return this;
  }

  JsonFields put(String name, int value) throws IOException {
    name(name);
    json.writeNumber(value);
    return this;
  }

  JsonFields put(String name, long value) throws IOException {
    name(name);
    json.writeNumber(value);
    return this;
  }

  JsonFields put(String name, double value) throws IOException {
    name(name);
    json.writeNumber(value);
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
    name(name);
    object(value, fields);
    return this;
  }

  <T> JsonFields list(String name, List<T> values, Fields<T> fields) throws IOException {
    name(name);
    json.writeStartArray();
    for (T value : values) {
      object(value, fields);
    }
    json.writeEndArray();
    return this;
  }

  JsonFields texts(String name, List<String> values) throws IOException {
    name(name);
    json.writeStartArray();
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
    return this;
  }

  /** A number for each key, in the order of the keys. */
  JsonFields numbers(String name, Map<String, ? extends Number> values) throws IOException {
    name(name);
    json.writePOJO(new TreeMap<>(values));
    return this;
  }

  private JsonFields nothing(String name) throws IOException {
    name(name);
    json.writeNull();
    return this;
  }

  private void name(String name) throws IOException {
    json.writeFieldName(NAMES.computeIfAbsent(name, SerializedString::new));
  }

  private <T> void object(T value, Fields<T> fields) throws IOException {
    json.writeStartObject();
    fields.of(value, this);
    json.writeEndObject();
  }
}
