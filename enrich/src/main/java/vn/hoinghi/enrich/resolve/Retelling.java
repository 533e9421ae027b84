package vn.hoinghi.enrich.resolve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.hoinghi.avro.ConferenceDocument;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.avro.ConferenceType;
import vn.hoinghi.avro.EventSource;
import vn.hoinghi.avro.Part;
import vn.hoinghi.avro.Person;
import vn.hoinghi.avro.Province;
import vn.hoinghi.avro.Support;

/**
 * The way back from an event to what its articles say. Of each value stand the first five who give
 * it, of each article the fields that it gives: where one value alone has five, whoever gives the
 * field and is not named gives that value; where several have, it is not known which.
 */
final class Retelling {
  private final ConferenceEvent event;

  /** Article ids by value, by field; without what people set. */
  private final Map<String, Map<String, List<String>>> voices = new LinkedHashMap<>();

  private final Map<String, Integer> order = new LinkedHashMap<>();
  private final boolean dated;

  Retelling(ConferenceEvent event) {
    this.event = event;
    boolean set = false;
    for (Support s : event.getSupports()) {
      if (s.getCorrectionId() == null) {
        voices
            .computeIfAbsent(s.getField(), f -> new LinkedHashMap<>())
            .computeIfAbsent(s.getValue(), v -> new ArrayList<>())
            .add(s.getArticleId());
      } else {
        set |= s.getField().equals("startDate");
      }
    }
    this.dated = !set;
    event.getSources().forEach(s -> order.put(s.getArticleId(), order.size()));
  }

  Retold of(EventSource source) {
    String article = source.getArticleId();
    Set<String> unknown = new TreeSet<>();
    Set<String> given = new LinkedHashSet<>(source.getFields());
    voices.forEach(
        (field, values) -> {
          if (values.values().stream().anyMatch(by -> by.contains(article))) {
            given.add(field);
          }
        });
    var said = new ConferenceEvent();
    said.setType(ConferenceType.OTHER);
    said.setPersons(List.of());
    said.setDocuments(List.of());
    for (String field : given) {
      if (field.equals("persons")) {
        said.setPersons(persons(article, unknown));
      } else if (field.equals("documents")) {
        said.setDocuments(documents(article, unknown));
      } else {
        single(field, article, said, unknown);
      }
    }
    year(said, unknown);
    return new Retold(member(source, mention(said)), unknown);
  }

  private void single(String field, String article, ConferenceEvent said, Set<String> unknown) {
    String value = value(voices.getOrDefault(field, Map.of()), article);
    if (value == null) {
      unknown.add(field);
    } else if (field.equals("province")) {
      said.setProvince(province(value));
    } else if (EventFields.of(field) != null && EventFields.of(field).accepts(value)) {
      EventFields.of(field).set(said, value);
    } else {
      unknown.add(field);
    }
    if (field.equals("province") && said.getProvince() == null) {
      unknown.add(field);
    }
  }

  /** What the article gives, or null where that cannot be told. */
  private static String value(Map<String, List<String>> values, String article) {
    for (Map.Entry<String, List<String>> value : values.entrySet()) {
      if (value.getValue().contains(article)) {
        return value.getKey();
      }
    }
    List<String> full =
        values.keySet().stream()
            .filter(v -> values.get(v).size() >= Supports.PER_VALUE)
            .limit(2)
            .toList();
    return full.size() == 1 && values.size() < Supports.VALUES ? full.get(0) : null;
  }

  /** Of a province supports show the name. */
  private Province province(String name) {
    Province chosen = event.getProvince();
    return chosen != null && chosen.getName().equals(name)
        ? chosen
        : WrittenValue.provinceNamed(name).orElse(null);
  }

  /** Only of the day that the event carries is told whether its year was written. */
  private void year(ConferenceEvent said, Set<String> unknown) {
    if (said.getStartDate() == null || said.getStartDate().startsWith("XXXX")) {
      return;
    }
    if (dated && said.getStartDate().equals(event.getStartDate())) {
      said.setYearInferredFrom(event.getYearInferredFrom());
    } else {
      unknown.add("yearInferredFrom");
    }
  }

  private List<Person> persons(String article, Set<String> unknown) {
    Map<String, List<String>> values = voices.getOrDefault("persons", Map.of());
    var persons = new ArrayList<Person>();
    for (Person person : event.getPersons()) {
      List<String> by = values.getOrDefault(person.getName(), List.of());
      if (by.contains(article)) {
        persons.add(person);
        if (person.getPart() == Part.CHAIR && by.size() > 1) {
          unknown.add("chair");
        }
      }
    }
    if (cut(values, article) || event.getPersons().size() >= People.MAX_PERSONS) {
      unknown.add("persons");
    }
    return persons;
  }

  private List<ConferenceDocument> documents(String article, Set<String> unknown) {
    Map<String, List<String>> values = voices.getOrDefault("documents", Map.of());
    var documents = new ArrayList<ConferenceDocument>();
    for (ConferenceDocument document : event.getDocuments()) {
      if (values.getOrDefault(People.shown(document), List.of()).contains(article)) {
        documents.add(document);
      }
    }
    if (cut(values, article) || event.getDocuments().size() >= People.MAX_DOCUMENTS) {
      unknown.add("documents");
    }
    return documents;
  }

  /** Whether an item has so many voices that this one may have been left out. */
  private boolean cut(Map<String, List<String>> values, String article) {
    return values.values().stream()
        .filter(by -> by.size() >= Supports.PER_VALUE && !by.contains(article))
        .anyMatch(by -> place(by.get(by.size() - 1)) < place(article));
  }

  private int place(String article) {
    return order.getOrDefault(article, Integer.MAX_VALUE);
  }

  private static ConferenceMention mention(ConferenceEvent said) {
    return ConferenceMention.newBuilder()
        .setType(said.getType())
        .setLevel(said.getLevel())
        .setProvince(said.getProvince())
        .setPlace(said.getPlace())
        .setOrganiser(said.getOrganiser())
        .setStartDate(said.getStartDate())
        .setEndDate(said.getEndDate())
        .setDayPart(said.getDayPart())
        .setYearInferredFrom(said.getYearInferredFrom())
        .setFormat(said.getFormat())
        .setCongressOrdinal(said.getCongressOrdinal())
        .setPlenumOrdinal(said.getPlenumOrdinal())
        .setTerm(said.getTerm())
        .setDocuments(said.getDocuments())
        .setPersons(said.getPersons())
        .setAttendees(said.getAttendees())
        .setVenues(said.getVenues())
        .setEvidence(List.of())
        .build();
  }

  private Member member(EventSource source, ConferenceMention mention) {
    return new Member(
        source.getArticleId(),
        event.getShard(),
        source.getUrl(),
        source.getOutlet(),
        source.getTitle(),
        source.getPublishedAt(),
        source.getFirstIngestedAt().toEpochMilli(),
        source.getFetchedAt().toEpochMilli(),
        source.getOrigin(),
        event.getRulesVersion(),
        Sketch.NONE,
        mention);
  }
}
