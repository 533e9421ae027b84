package vn.hoinghi.enrich.resolve;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.hoinghi.avro.ConferenceDocument;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.avro.ConferenceType;
import vn.hoinghi.avro.Count;
import vn.hoinghi.avro.Format;
import vn.hoinghi.avro.Level;
import vn.hoinghi.avro.Part;
import vn.hoinghi.avro.Person;
import vn.hoinghi.avro.Province;
import vn.hoinghi.avro.Qualifier;
import vn.hoinghi.enrich.place.Gazetteer;

/** A line of labels as the typed record that a reader without error would make of the article. */
final class GoldMention {
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern DAY_OF_SOME_YEAR = Pattern.compile("--\\d\\d-\\d\\d");

  /** "18-NQ/TW", "16 - NQ/TU". */
  private static final Pattern NUMBER =
      Pattern.compile("\\d+\\s*-\\s*\\p{Lu}[\\p{L}]*\\s*/\\s*\\p{L}+");

  private GoldMention() {}

  static ConferenceMention of(JsonNode gold) {
    String start = day(gold.path("start_date").asText(null));
    return ConferenceMention.newBuilder()
        .setType(ConferenceType.valueOf(gold.path("event_type").asText("OTHER")))
        .setLevel(Level.valueOf(gold.path("level").asText("UNKNOWN")))
        .setProvince(province(gold.path("province").asText(null), start))
        .setOrganiser(gold.path("organiser").asText(null))
        .setStartDate(start)
        .setEndDate(day(gold.path("end_date").asText(null)))
        .setFormat(gold.hasNonNull("format") ? Format.valueOf(gold.get("format").asText()) : null)
        .setCongressOrdinal(number(gold.path("congress_ordinal")))
        .setPlenumOrdinal(number(gold.path("plenum_ordinal")))
        .setTerm(gold.path("term").asText(null))
        .setDocuments(documents(gold.path("documents")))
        .setPersons(persons(gold.path("persons")))
        .setAttendees(count(gold.path("attendees"), gold.path("attendees_qualifier")))
        .setVenues(count(gold.path("venues"), gold.path("venues_qualifier")))
        .build();
  }

  private static String day(String label) {
    if (label == null || DAY.matcher(label).matches()) {
      return label;
    }
    return DAY_OF_SOME_YEAR.matcher(label).matches() ? "XXXX" + label.substring(1) : null;
  }

  private static Province province(String name, String start) {
    if (name == null) {
      return null;
    }
    LocalDate day = start != null && DAY.matcher(start).matches() ? LocalDate.parse(start) : null;
    return Gazetteer.standard()
        .province(name, day)
        .orElseThrow(() -> new IllegalArgumentException("no province: " + name));
  }

  private static Integer number(JsonNode label) {
    return label.isNumber() ? label.asInt() : null;
  }

  private static Count count(JsonNode label, JsonNode qualifier) {
    String how = qualifier.asText("exact").toUpperCase(Locale.ROOT);
    return label.isNumber()
        ? new Count(label.asInt(), qualifier.isTextual() ? Qualifier.valueOf(how) : Qualifier.EXACT)
        : null;
  }

  private static List<ConferenceDocument> documents(JsonNode labels) {
    var documents = new ArrayList<ConferenceDocument>();
    for (JsonNode label : labels) {
      String written = label.asText();
      Matcher number = NUMBER.matcher(written);
      documents.add(new ConferenceDocument("", number.find() ? number.group() : null, written));
    }
    return documents;
  }

  private static List<Person> persons(JsonNode labels) {
    var persons = new ArrayList<Person>();
    for (JsonNode label : labels) {
      persons.add(new Person(label.path("name").asText(), List.of(), List.of(), Part.ATTENDEE));
    }
    return persons;
  }
}
