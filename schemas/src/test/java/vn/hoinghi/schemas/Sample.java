package vn.hoinghi.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.apache.avro.Schema;

/**
 * A first example of a record type, in which every field has a value: people then write better ones
 * into its file. What they wrote stays; fields that are new are filled in. A map has one entry,
 * since several have no order.
 */
final class Sample {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final long TIME = Instant.parse("2020-12-21T08:00:00Z").toEpochMilli();

  private Sample() {}

  /**
   * @param written what is there already, or null
   */
  static JsonNode of(Schema schema, JsonNode written) {
    return of(schema, schema.getName(), written);
  }

  private static JsonNode of(Schema schema, String name, JsonNode written) {
    return switch (schema.getType()) {
      case UNION ->
          written != null && written.isNull()
              ? written
              : of(PlainJson.present(schema), name, written);
      case RECORD -> record(schema, written);
      case ARRAY -> array(schema.getElementType(), name, written);
      case MAP ->
          written == null
              ? NODES.objectNode().set(name, of(schema.getValueType(), name, null))
              : written;
      default -> written == null ? plain(schema, name) : written;
    };
  }

  private static JsonNode record(Schema schema, JsonNode written) {
    ObjectNode record = NODES.objectNode();
    for (Schema.Field field : schema.getFields()) {
      JsonNode there = written == null ? null : written.get(field.name());
      record.set(field.name(), of(field.schema(), field.name(), there));
    }
    return record;
  }

  private static JsonNode array(Schema type, String name, JsonNode written) {
    ArrayNode items = NODES.arrayNode();
    if (written == null) {
      return items.add(of(type, name, null));
    }
    written.forEach(item -> items.add(of(type, name, item)));
    return items;
  }

  private static JsonNode plain(Schema schema, String name) {
    return switch (schema.getType()) {
      case ENUM -> NODES.textNode(schema.getEnumSymbols().get(0));
      case INT -> NODES.numberNode(1);
      case LONG -> NODES.numberNode(schema.getLogicalType() == null ? 1L : TIME);
      case DOUBLE -> NODES.numberNode(0.5);
      case BOOLEAN -> NODES.booleanNode(true);
      default -> NODES.textNode(name);
    };
  }
}
