package vn.hoinghi.standalone;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The questions that a record answers, each with a look of its own. Seventeen fields in seventeen
 * colours would tell nobody anything.
 */
enum Facet {
  WHAT("35", "type", "plenumOrdinal", "congressOrdinal", "term"),
  WHO("36", "organiser", "level"),
  WHEN("33", "startDate", "endDate", "dayPart", "yearInferredFrom"),
  WHERE("32", "province", "place", "venues", "format"),
  PERSONS("31", "persons"),
  DOCUMENTS("34", "documents"),
  ATTENDANCE("1", "attendees"),
  /** A field that this list does not know yet. */
  MORE("4");

  private final String ansi;
  private final List<String> fields;

  Facet(String ansi, String... fields) {
    this.ansi = ansi;
    this.fields = List.of(fields);
  }

  static Facet of(String field) {
    return Arrays.stream(values()).filter(f -> f.fields.contains(field)).findFirst().orElse(MORE);
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
