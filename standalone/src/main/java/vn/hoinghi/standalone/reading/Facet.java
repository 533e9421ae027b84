package vn.hoinghi.standalone.reading;

import static java.util.Map.entry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.avro.Schema;
import vn.hoinghi.avro.ConferenceMention;

/**
 * The questions that a record answers, each with a look of its own. Seventeen fields in seventeen
 * colours would tell nobody anything.
 */
enum Facet {
  WHAT("35"),
  WHO("36"),
  WHEN("33"),
  WHERE("32"),
  PERSONS("31"),
  DOCUMENTS("34"),
  ATTENDANCE("1"),
  /** A field that is not listed here yet. */
  MORE("4");

  private static final Map<String, Facet> OF_FIELD =
      Map.ofEntries(
          entry("type", WHAT),
          entry("plenumOrdinal", WHAT),
          entry("congressOrdinal", WHAT),
          entry("term", WHAT),
          entry("organiser", WHO),
          entry("level", WHO),
          entry("startDate", WHEN),
          entry("endDate", WHEN),
          entry("dayPart", WHEN),
          entry("yearInferredFrom", WHEN),
          entry("province", WHERE),
          entry("place", WHERE),
          entry("venues", WHERE),
          entry("format", WHERE),
          entry("persons", PERSONS),
          entry("documents", DOCUMENTS),
          entry("attendees", ATTENDANCE));

  private final String ansi;

  Facet(String ansi) {
    this.ansi = ansi;
  }

  static Facet of(String field) {
    return OF_FIELD.getOrDefault(field, MORE);
  }

  /** Names of the fields that look like this, in the contract's order. */
  List<String> fields() {
    return ConferenceMention.getClassSchema().getFields().stream()
        .map(Schema.Field::name)
        .filter(field -> OF_FIELD.get(field) == this)
        .toList();
  }

  /** Parameters of the escape sequence "select graphic rendition" (ECMA-48 §8.3.117). */
  String ansi() {
    return ansi;
  }

  /** In a legend, and as the class of a mark in HTML. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
