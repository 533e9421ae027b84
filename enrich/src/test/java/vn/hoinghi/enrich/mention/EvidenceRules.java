package vn.hoinghi.enrich.mention;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.hoinghi.avro.ConferenceDocument;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.avro.Evidence;
import vn.hoinghi.avro.Person;

/**
 * Whoever reads a record must be able to look up each value in the article. So for any mention:
 * every row of evidence names a field of the contract and a rule, lies within the text, and holds
 * its value as written; every field that is told has a row, and every person and numbered document
 * a row of its own.
 */
final class EvidenceRules {
  /** Fields that carry evidence; {@code yearInferredFrom} tells that there is none for the year. */
  private static final Map<String, Function<ConferenceMention, Object>> FIELDS = fields();

  private static final Set<String> WITHOUT = Set.of("yearInferredFrom");

  private EvidenceRules() {}

  private static Map<String, Function<ConferenceMention, Object>> fields() {
    var fields = new LinkedHashMap<String, Function<ConferenceMention, Object>>();
    ConferenceMention.getClassSchema().getFields().stream()
        .map(field -> field.name())
        .filter(name -> !name.equals("evidence"))
        .forEach(name -> fields.put(name, mention -> mention.get(name)));
    return fields;
  }

  /** What breaks the rules, one line each; empty where all is well. */
  static List<String> broken(String text, ConferenceMention mention) {
    List<String> broken = brokenRows(text, mention);
    mention.getPersons().stream()
        .map(Person::getName)
        .filter(name -> !written(mention, "persons", name))
        .forEach(name -> broken.add("no evidence holds the name " + name));
    mention.getDocuments().stream()
        .map(ConferenceDocument::getNumber)
        .filter(number -> number != null && !written(mention, "documents", number))
        .forEach(number -> broken.add("no evidence holds the number " + number));
    return broken;
  }

  /**
   * What is wrong with the rows themselves and with fields that have none. Holds for a text that no
   * one has cleaned, too, where a name may be spelt across characters that nobody sees.
   */
  static List<String> brokenRows(String text, ConferenceMention mention) {
    var broken = new ArrayList<String>();
    if (mention.getEvidence().isEmpty()) {
      broken.add("a mention without evidence");
    }
    int[] points = text.codePoints().toArray();
    mention.getEvidence().stream()
        .map(row -> fault(points, row))
        .filter(Objects::nonNull)
        .forEach(broken::add);
    FIELDS.forEach(
        (field, value) -> {
          if (!WITHOUT.contains(field) && told(value.apply(mention)) && rows(mention, field) == 0) {
            broken.add(field + " " + value.apply(mention) + " has no evidence");
          }
          if (!told(value.apply(mention)) && rows(mention, field) > 0) {
            broken.add(field + " has evidence and no value");
          }
        });
    return broken;
  }

  private static boolean told(Object value) {
    return value instanceof List<?> list ? !list.isEmpty() : value != null;
  }

  private static long rows(ConferenceMention mention, String field) {
    return mention.getEvidence().stream().filter(row -> row.getField().equals(field)).count();
  }

  /** What is wrong with one row, or null. */
  private static String fault(int[] points, Evidence row) {
    if (!FIELDS.containsKey(row.getField())) {
      return row + " is of no field of the contract";
    }
    if (row.getRule() == null || !row.getRule().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      return row + " names no rule";
    }
    if (row.getStart() < 0 || row.getStart() >= row.getEnd() || row.getEnd() > points.length) {
      return row + " lies outside of the text or holds nothing";
    }
    if (row.getValue() == null || row.getValue().isBlank()) {
      return row + " has no value";
    }
    String span = new String(points, row.getStart(), row.getEnd() - row.getStart());
    return span.contains(row.getValue()) ? null : row + " is not in «" + span + "»";
  }

  /** Whether some row of the field holds the words, whatever their case and white space. */
  private static boolean written(ConferenceMention mention, String field, String words) {
    Stream<Evidence> rows =
        mention.getEvidence().stream().filter(row -> row.getField().equals(field));
    return rows.anyMatch(row -> loose(row.getValue()).contains(loose(words)));
  }

  private static String loose(String words) {
    return Normalizer.normalize(words, Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\s+", "");
  }
}
