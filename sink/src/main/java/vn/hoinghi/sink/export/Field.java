package vn.hoinghi.sink.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.hoinghi.avro.ConferenceType;
import vn.hoinghi.avro.Format;
import vn.hoinghi.avro.Level;
import vn.hoinghi.avro.Part;

/** What a question may be about. */
@SuppressWarnings(
    "ImmutableEnumChecker") // a meaning never changes, which its lambda cannot promise
enum Field {
  ID(Meaning.text("e.event_id = ?")),
  TYPE(Meaning.oneOf("e.type = ?", ConferenceType.values())),
  LEVEL(Meaning.oneOf("e.level = ?", Level.values())),
  FORMAT(Meaning.oneOf("e.format = ?", Format.values())),
  /** By name, on the map of the day. */
  PROVINCE(
      Meaning.text(
          """
          e.province_name IN (SELECT p.name FROM province p
            WHERE event_plain(p.name) = event_plain(?))""")),
  /** By name or code on the map of 63. */
  PROVINCE63(Meaning.text(Meaning.onMap(63))),
  /** By name or code on the map of 34. */
  PROVINCE34(Meaning.text(Meaning.onMap(34))),
  /** The first day; where only the month is known, the month's. */
  START(Meaning.date("coalesce(e.start_date, e.start_month)")),
  ATTENDEES(Meaning.number("e.attendees")),
  SOURCES(Meaning.number("e.source_count")),
  CONFIDENCE(Meaning.number("e.confidence")),
  OUTLET(
      Meaning.text(
          "EXISTS (SELECT FROM event_source f WHERE f.event_id = e.event_id AND f.outlet = ?)"),
      Kind.ARTICLES,
      Meaning.text("s.outlet = ?")),
  PERSON(
      Meaning.name(
          "EXISTS (SELECT FROM event_person f WHERE f.event_id = e.event_id AND f.name_plain = ?)"),
      Kind.PERSONS,
      Meaning.name("p.name_plain = ?")),
  /** By number. */
  DOCUMENT(
      Meaning.text(
          "EXISTS (SELECT FROM event_document f WHERE f.event_id = e.event_id AND f.number = ?)")),
  /** Full text, as people type it. */
  SEARCH(Meaning.text("e.words @@ event_query(?)")),
  PART(null, Kind.PERSONS, Meaning.oneOf("p.part = ?", Part.values())),
  PUBLISHED(null, Kind.ARTICLES, Meaning.dayOfText("left(s.published, 10) COLLATE \"C\"")),
  REPRINT(null, Kind.ARTICLES, Meaning.truth("(s.reprint_of IS NOT NULL) = ?"));

  private final Meaning general;
  private final Kind kind;
  private final Meaning special;

  Field(Meaning general) {
    this(general, null, null);
  }

  /** A field that says something else, or anything at all, about one kind only. */
  Field(Meaning general, Kind kind, Meaning special) {
    this.general = general;
    this.kind = kind;
    this.special = special;
  }

  static Optional<Field> named(String name) {
    return Arrays.stream(values())
        .filter(field -> field.toString().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  static List<String> names() {
    return Arrays.stream(values()).map(Field::toString).toList();
  }

  private Meaning meaning(Kind asked) {
    return asked == kind ? special : general;
  }

  boolean goesWith(Kind asked) {
    return meaning(asked) != null;
  }

  boolean isOrdered() {
    return (general == null ? special : general).isOrdered();
  }

  String sql(Kind asked, Comparison comparison, String value, List<Object> parameters) {
    return meaning(asked).sql(toString(), comparison, value, parameters);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
