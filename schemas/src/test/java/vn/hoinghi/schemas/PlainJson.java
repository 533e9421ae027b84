package vn.hoinghi.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/**
 * Avro data as a consumer in another language prints it: a union is its value without a tag, a time
 * its milliseconds, an enum its symbol, bytes a string of as many characters (ISO 8859-1).
 */
final class PlainJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private PlainJson() {}

  static JsonNode of(Schema schema, Object value) {
    return switch (schema.getType()) {
      case UNION -> value == null ? NODES.nullNode() : of(present(schema), value);
      case RECORD -> record(schema, (GenericRecord) value);
      case ARRAY -> array(schema.getElementType(), (Iterable<?>) value);
      case MAP -> map(schema.getValueType(), (Map<?, ?>) value);
      case BYTES ->
          NODES.textNode(
              StandardCharsets.ISO_8859_1.decode(((ByteBuffer) value).duplicate()).toString());
      case INT -> NODES.numberNode((Integer) value);
      case LONG -> number((Long) value);
      case DOUBLE -> NODES.numberNode((Double) value);
      case BOOLEAN -> NODES.booleanNode((Boolean) value);
      case STRING, ENUM -> NODES.textNode(value.toString());
      default -> throw new IllegalArgumentException("no contract holds a " + schema.getType());
    };
  }

  /** What a record holds of which this is the JSON; every field has to be there. */
  static Object read(Schema schema, JsonNode json) {
    return switch (schema.getType()) {
      case UNION -> json.isNull() ? null : read(present(schema), json);
      case RECORD -> {
        var record = new GenericData.Record(schema);
        schema
            .getFields()
            .forEach(f -> record.put(f.pos(), read(f.schema(), json.required(f.name()))));
        yield record;
      }
      case ARRAY -> {
        List<Object> items = new ArrayList<>();
        json.forEach(item -> items.add(read(schema.getElementType(), item)));
        yield items;
      }
      case MAP -> {
        Map<String, Object> entries = new LinkedHashMap<>();
        json.properties()
            .forEach(e -> entries.put(e.getKey(), read(schema.getValueType(), e.getValue())));
        yield entries;
      }
      case BYTES -> ByteBuffer.wrap(json.asText().getBytes(StandardCharsets.ISO_8859_1));
      case INT -> json.intValue();
      case LONG -> json.longValue();
      case DOUBLE -> json.doubleValue();
      case BOOLEAN -> json.booleanValue();
      case STRING -> json.asText();
      case ENUM -> new GenericData.EnumSymbol(schema, json.asText());
      default -> throw new IllegalArgumentException("no contract holds a " + schema.getType());
    };
  }

  /** The one type beside null; unions of more are in no contract. */
  static Schema present(Schema union) {
    List<Schema> types =
        union.getTypes().stream().filter(t -> t.getType() != Schema.Type.NULL).toList();
    if (types.size() != 1) {
      throw new IllegalArgumentException("a union of " + types);
    }
    return types.get(0);
  }

  /** As it comes back from a file, where no number tells its width. */
  private static JsonNode number(long value) {
    return value == (int) value ? NODES.numberNode((int) value) : NODES.numberNode(value);
  }

  private static ObjectNode record(Schema schema, GenericRecord record) {
    ObjectNode json = NODES.objectNode();
    schema.getFields().forEach(f -> json.set(f.name(), of(f.schema(), record.get(f.pos()))));
    return json;
  }

  private static ArrayNode array(Schema type, Iterable<?> items) {
    ArrayNode json = NODES.arrayNode();
    items.forEach(item -> json.add(of(type, item)));
    return json;
  }

  private static ObjectNode map(Schema type, Map<?, ?> entries) {
    ObjectNode json = NODES.objectNode();
    entries.forEach((key, value) -> json.set(key.toString(), of(type, value)));
    return json;
  }
}
