package vn.hoinghi.schemas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import vn.hoinghi.avro.ConferenceDocument;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.ConferenceType;
import vn.hoinghi.avro.Count;
import vn.hoinghi.avro.Coverage;
import vn.hoinghi.avro.DayPart;
import vn.hoinghi.avro.EventSource;
import vn.hoinghi.avro.Format;
import vn.hoinghi.avro.Level;
import vn.hoinghi.avro.Part;
import vn.hoinghi.avro.Person;
import vn.hoinghi.avro.Place;
import vn.hoinghi.avro.Province;
import vn.hoinghi.avro.Qualifier;
import vn.hoinghi.avro.Support;

/** The way back from {@link ContractJson#event}: an event as it was written there. */
public final class JsonEvent {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonEvent() {}

  /**
   * Reads an event. What older versions did not write has its default.
   *
   * @throws IllegalArgumentException where the text is no such JSON
   */
  public static ConferenceEvent read(String text) {
    try {
      return event(MAPPER.readTree(text));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no event as JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static ConferenceEvent event(JsonNode json) {
    var event = new ConferenceEvent();
    event.setEventId(text(json, "eventId"));
    event.setRevision(json.path("revision").asLong());
    event.setRulesVersion(text(json, "rulesVersion"));
    event.setShard(text(json, "shard"));
    event.setAnchorArticleId(text(json, "anchorArticleId"));
    event.setTitle(text(json, "title"));
    what(json, event);
    event.setSupports(list(json, "supports", JsonEvent::support));
    event.setSources(list(json, "sources", JsonEvent::source));
    event.setSourceCount(json.path("sourceCount").asInt());
    event.setIndependentSources(json.path("independentSources").asInt());
    event.setCoverage(list(json, "coverage", JsonEvent::coverage));
    event.setConfidence(json.path("confidence").asInt());
    return event;
  }

  private static void what(JsonNode json, ConferenceEvent event) {
    event.setType(symbol(json, "type", ConferenceType::valueOf));
    event.setLevel(symbol(json, "level", Level::valueOf));
    JsonNode province = json.path("province");
    event.setProvince(
        province.isObject() ? new Province(text(province, "code"), text(province, "name")) : null);
    JsonNode place = json.path("place");
    event.setPlace(
        place.isObject()
            ? new Place(text(place, "district"), text(place, "commune"), text(place, "venue"))
            : null);
    event.setOrganiser(text(json, "organiser"));
    event.setStartDate(text(json, "startDate"));
    event.setEndDate(text(json, "endDate"));
    event.setDayPart(symbol(json, "dayPart", DayPart::valueOf));
    event.setYearInferredFrom(text(json, "yearInferredFrom"));
    event.setFormat(symbol(json, "format", Format::valueOf));
    event.setCongressOrdinal(number(json, "congressOrdinal"));
    event.setPlenumOrdinal(number(json, "plenumOrdinal"));
    event.setTerm(text(json, "term"));
    event.setDocuments(list(json, "documents", JsonEvent::document));
    event.setPersons(list(json, "persons", JsonEvent::person));
    event.setAttendees(count(json, "attendees"));
    event.setVenues(count(json, "venues"));
  }

  private static ConferenceDocument document(JsonNode json) {
    return new ConferenceDocument(text(json, "kind"), text(json, "number"), text(json, "title"));
  }

  private static Person person(JsonNode json) {
    return new Person(
        text(json, "name"),
        list(json, "titles", JsonNode::asText),
        list(json, "titlesNormal", JsonNode::asText),
        symbol(json, "part", Part::valueOf));
  }

  private static Support support(JsonNode json) {
    return new Support(
        text(json, "field"),
        text(json, "value"),
        json.path("chosen").asBoolean(),
        text(json, "articleId"),
        json.path("start").asInt(-1),
        json.path("end").asInt(-1),
        text(json, "rule"),
        text(json, "correctionId"),
        text(json, "author"));
  }

  private static EventSource source(JsonNode json) {
    return new EventSource(
        text(json, "articleId"),
        text(json, "url"),
        text(json, "outlet"),
        text(json, "title"),
        text(json, "publishedAt"),
        Instant.parse(text(json, "firstIngestedAt")),
        Instant.parse(text(json, "fetchedAt")),
        text(json, "reprintOf"),
        text(json, "origin"),
        list(json, "fields", JsonNode::asText));
  }

  private static Coverage coverage(JsonNode json) {
    return new Coverage(
        text(json, "field"),
        json.path("sources").asInt(),
        json.path("agree").asInt(),
        json.path("contradict").asInt(),
        json.path("confidence").asInt());
  }

  private static Count count(JsonNode json, String name) {
    Integer value = number(json, name);
    return value == null
        ? null
        : new Count(value, symbol(json, name + "Qualifier", Qualifier::valueOf));
  }

  private static Integer number(JsonNode json, String name) {
    return json.hasNonNull(name) ? json.get(name).asInt() : null;
  }

  private static String text(JsonNode json, String name) {
    return json.hasNonNull(name) ? json.get(name).asText() : null;
  }

  private static <E extends Enum<E>> E symbol(
      JsonNode json, String name, Function<String, E> named) {
    return json.hasNonNull(name) ? named.apply(json.get(name).asText()) : null;
  }

  private static <T> List<T> list(JsonNode json, String name, Function<JsonNode, T> item) {
    var items = new ArrayList<T>();
    json.path(name).forEach(node -> items.add(item.apply(node)));
    return items;
  }
}
