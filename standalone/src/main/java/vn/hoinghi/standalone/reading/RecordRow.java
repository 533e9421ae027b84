package vn.hoinghi.standalone.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.hoinghi.avro.ConferenceDocument;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.avro.Count;
import vn.hoinghi.avro.Evidence;
import vn.hoinghi.avro.Place;
import vn.hoinghi.avro.Province;
import vn.hoinghi.avro.Qualifier;
import vn.hoinghi.standalone.terminal.Harmless;

/**
 * A line of a typed record as a table for people; persons have a table of their own.
 *
 * @param field name in the contract
 * @param value in normal form
 * @param rule names of the rules that read the field, or "-" where no words of the text gave it
 */
record RecordRow(String field, String value, String rule) {

  /** The fields that the article tells, in the contract's order. */
  static List<RecordRow> of(ConferenceMention m) {
    var rows = new Rows(m.getEvidence());
    rows.add("type", m.getType());
    rows.add("level", m.getLevel());
    rows.add("province", province(m.getProvince()));
    rows.add("place", place(m.getPlace()));
    rows.add("organiser", m.getOrganiser());
    rows.add("startDate", m.getStartDate());
    rows.add("endDate", m.getEndDate());
    rows.add("dayPart", m.getDayPart());
    rows.add("yearInferredFrom", m.getYearInferredFrom());
    rows.add("format", m.getFormat());
    rows.add("congressOrdinal", m.getCongressOrdinal());
    rows.add("plenumOrdinal", m.getPlenumOrdinal());
    rows.add("term", m.getTerm());
    m.getDocuments().forEach(document -> rows.add("documents", document(document)));
    rows.add("attendees", count(m.getAttendees()));
    rows.add("venues", count(m.getVenues()));
    return List.copyOf(rows.rows);
  }

  /** Names of the rules that read a field. */
  static String rules(String field, List<Evidence> evidence) {
    String rules =
        evidence.stream()
            .filter(e -> e.getField().equals(field))
            .map(Evidence::getRule)
            .distinct()
            .collect(Collectors.joining(", "));
    return rules.isEmpty() ? "-" : rules;
  }

  private static String province(Province province) {
    return province == null ? null : province.getName() + " (" + province.getCode() + ")";
  }

  private static String place(Place place) {
    return place == null
        ? null
        : joined(", ", place.getVenue(), place.getCommune(), place.getDistrict());
  }

  private static String document(ConferenceDocument document) {
    return joined(" · ", document.getKind(), document.getNumber(), document.getTitle());
  }

  private static String joined(String between, String... parts) {
    return Stream.of(parts)
        .filter(Objects::nonNull)
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(between));
  }

  private static String count(Count count) {
    if (count == null) {
      return null;
    }
    String number = String.format(Locale.ROOT, "%,d", count.getValue());
    return count.getQualifier() == Qualifier.EXACT
        ? number
        : count.getQualifier().name().toLowerCase(Locale.ROOT) + " " + number;
  }

  private static final class Rows {
    private final List<Evidence> evidence;
    private final List<RecordRow> rows = new ArrayList<>();

    Rows(List<Evidence> evidence) {
      this.evidence = evidence;
    }

    void add(String field, Object value) {
      if (value != null && !value.toString().isEmpty()) {
        rows.add(new RecordRow(field, Harmless.line(value.toString()), rules(field, evidence)));
      }
    }
  }
}
