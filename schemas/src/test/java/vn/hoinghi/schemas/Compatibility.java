package vn.hoinghi.schemas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;

/**
 * The gate before a schema is released: FULL_TRANSITIVE, so that any reader reads any writer's
 * records, released whenever. Avro's own comparison lets through what changes the meaning of the
 * same bytes (milliseconds to microseconds) and the name of the generated class; both are refused
 * here.
 */
final class Compatibility {
  private static final Pattern FIELD = Pattern.compile("^/fields/([0-9]+)");

  private Compatibility() {}

  /** Why this schema cannot follow those; empty where it can. */
  static List<String> faults(Schema next, List<Schema> released) {
    var faults = new ArrayList<String>();
    for (int i = 0; i < released.size(); i++) {
      String before = "version " + (i + 1);
      Schema old = released.get(i);
      unreadable(next, old).forEach(f -> faults.add("it cannot read " + before + ": " + f));
      unreadable(old, next).forEach(f -> faults.add(before + " cannot read it: " + f));
      if (!next.getFullName().equals(old.getFullName())) {
        faults.add(before + " is " + old.getFullName() + ", not " + next.getFullName());
      }
      Map<String, String> meant = meanings(old);
      meanings(next)
          .forEach(
              (path, meaning) -> {
                if (!Objects.equals(meant.getOrDefault(path, meaning), meaning)) {
                  faults.add(before + ": " + path + " was " + meant.get(path) + ", not " + meaning);
                }
              });
    }
    return faults;
  }

  private static List<String> unreadable(Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
        .getResult()
        .getIncompatibilities()
        .stream()
        .map(i -> i.getType() + " at " + place(reader, i.getLocation()) + ": " + i.getMessage())
        .toList();
  }

  /** Avro counts the fields of a record; people call them by name. */
  private static String place(Schema reader, String location) {
    return FIELD
        .matcher(location)
        .replaceFirst(m -> "/" + reader.getFields().get(Integer.parseInt(m.group(1))).name());
  }

  /** What numbers mean, by the path to their field. */
  private static Map<String, String> meanings(Schema schema) {
    var found = new LinkedHashMap<String, String>();
    collect("", schema, found);
    return found;
  }

  private static void collect(String path, Schema schema, Map<String, String> into) {
    switch (schema.getType()) {
      case RECORD ->
          schema.getFields().forEach(f -> collect(path + "/" + f.name(), f.schema(), into));
      case ARRAY -> collect(path + "/[]", schema.getElementType(), into);
      case MAP -> collect(path + "/{}", schema.getValueType(), into);
      case UNION -> schema.getTypes().forEach(t -> collect(path, t, into));
      case INT, LONG ->
          into.put(
              path,
              schema.getLogicalType() == null
                  ? "a plain number"
                  : schema.getLogicalType().getName());
      default -> {
        // nothing that could be meant otherwise
      }
    }
  }
}
