package vn.hoinghi.enrich.resolve;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.avro.ConferenceType;
import vn.hoinghi.avro.Count;
import vn.hoinghi.avro.DayPart;
import vn.hoinghi.avro.Format;
import vn.hoinghi.avro.Level;
import vn.hoinghi.avro.Place;
import vn.hoinghi.avro.Province;

/**
 * The fields of an event that a person may set, each with the form of its values. Persons and
 * documents are not among them: they are lists whose elements have supports of their own, so that a
 * person would have to add and strike elements rather than set a value.
 */
final class EventFields {
  private static final int TEXT_CHARS = 200;

  private static final Map<String, EventField<?>> ALL =
      Stream.<EventField<?>>of(
              text("title", Limits.TITLE_CHARS, false, null, ConferenceEvent::setTitle),
              symbol(
                  "type",
                  ConferenceType.class,
                  false,
                  ConferenceMention::getType,
                  ConferenceEvent::setType),
              symbol(
                  "level",
                  Level.class,
                  true,
                  ConferenceMention::getLevel,
                  ConferenceEvent::setLevel),
              field(
                  "province",
                  "code and name, such as '72 Tây Ninh', of the map of 63 or of 34 provinces",
                  WrittenValue::province,
                  Province::getName,
                  ConferenceMention::getProvince,
                  ConferenceEvent::setProvince),
              place("place.district", Place::getDistrict, Place::setDistrict),
              place("place.commune", Place::getCommune, Place::setCommune),
              place("place.venue", Place::getVenue, Place::setVenue),
              text(
                  "organiser",
                  TEXT_CHARS,
                  true,
                  ConferenceMention::getOrganiser,
                  ConferenceEvent::setOrganiser),
              day("startDate", ConferenceMention::getStartDate, ConferenceEvent::setStartDate),
              day("endDate", ConferenceMention::getEndDate, ConferenceEvent::setEndDate),
              symbol(
                  "dayPart",
                  DayPart.class,
                  true,
                  ConferenceMention::getDayPart,
                  ConferenceEvent::setDayPart),
              symbol(
                  "format",
                  Format.class,
                  true,
                  ConferenceMention::getFormat,
                  ConferenceEvent::setFormat),
              number(
                  "congressOrdinal",
                  ConferenceMention::getCongressOrdinal,
                  ConferenceEvent::setCongressOrdinal),
              number(
                  "plenumOrdinal",
                  ConferenceMention::getPlenumOrdinal,
                  ConferenceEvent::setPlenumOrdinal),
              field(
                  "term",
                  "years such as 2020-2025",
                  WrittenValue::term,
                  t -> t,
                  ConferenceMention::getTerm,
                  ConferenceEvent::setTerm),
              count("attendees", ConferenceMention::getAttendees, ConferenceEvent::setAttendees),
              count("venues", ConferenceMention::getVenues, ConferenceEvent::setVenues))
          .collect(Collectors.toMap(EventField::name, f -> f, (a, b) -> a, LinkedHashMap::new));

  private EventFields() {}

  /** The field of this name, or null. */
  static EventField<?> of(String name) {
    return ALL.get(name);
  }

  /** Names of all fields that can be set, in the contract's order. */
  static List<String> names() {
    return List.copyOf(ALL.keySet());
  }

  private static <T> EventField<T> field(
      String name,
      String form,
      Function<String, Optional<T>> read,
      Function<T, String> shown,
      Function<ConferenceMention, T> said,
      BiConsumer<ConferenceEvent, T> setter) {
    return new EventField<>(name, form, true, read, shown, said, setter);
  }

  private static EventField<String> text(
      String name,
      int chars,
      boolean nullable,
      Function<ConferenceMention, String> said,
      BiConsumer<ConferenceEvent, String> setter) {
    String form = "a line of at most " + chars + " characters in NFC";
    return new EventField<>(
        name,
        form,
        nullable,
        t -> Optional.of(t).filter(s -> WrittenValue.isLine(s, chars)),
        t -> t,
        said,
        setter);
  }

  private static <E extends Enum<E>> EventField<E> symbol(
      String name,
      Class<E> type,
      boolean nullable,
      Function<ConferenceMention, E> said,
      BiConsumer<ConferenceEvent, E> setter) {
    List<E> symbols =
        Arrays.stream(type.getEnumConstants()).filter(s -> !s.name().equals("UNKNOWN")).toList();
    String form = symbols.stream().map(Enum::name).collect(Collectors.joining(", "));
    return new EventField<>(
        name,
        "one of " + form,
        nullable,
        t -> symbols.stream().filter(s -> s.name().equals(t)).findFirst(),
        Enum::name,
        said,
        setter);
  }

  private static EventField<String> place(
      String name, Function<Place, String> said, BiConsumer<Place, String> setter) {
    return text(
        name,
        TEXT_CHARS,
        true,
        m -> m.getPlace() == null ? null : said.apply(m.getPlace()),
        (event, value) -> {
          Place place =
              event.getPlace() == null
                  ? new Place(null, null, null)
                  : Place.newBuilder(event.getPlace()).build();
          setter.accept(place, value);
          boolean none =
              place.getDistrict() == null && place.getCommune() == null && place.getVenue() == null;
          event.setPlace(none ? null : place);
        });
  }

  private static EventField<String> day(
      String name,
      Function<ConferenceMention, String> said,
      BiConsumer<ConferenceEvent, String> setter) {
    String form = "a date in EDTF: 2020-12-21, 2020-12, 2020 or XXXX-12-21";
    return field(name, form, t -> Optional.of(t).filter(WrittenValue::isDay), t -> t, said, setter);
  }

  private static EventField<Integer> number(
      String name,
      Function<ConferenceMention, Integer> said,
      BiConsumer<ConferenceEvent, Integer> setter) {
    return field(
        name,
        "a number from 1 to 999",
        WrittenValue::number,
        n -> Integer.toString(n),
        said,
        setter);
  }

  private static EventField<Count> count(
      String name,
      Function<ConferenceMention, Count> said,
      BiConsumer<ConferenceEvent, Count> setter) {
    return field(
        name,
        "a number, with EXACT, NEARLY, OVER or ABOUT behind it where it is not exact",
        WrittenValue::count,
        EventAssembly::shown,
        said,
        setter);
  }
}
