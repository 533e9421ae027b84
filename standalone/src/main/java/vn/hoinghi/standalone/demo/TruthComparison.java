package vn.hoinghi.standalone.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.EventSource;
import vn.hoinghi.avro.Person;
import vn.hoinghi.standalone.demo.DemoTruth.Event;
import vn.hoinghi.standalone.demo.DemoTruth.NoEvent;

/** Lays found events beside the truth, by the articles that both name. */
final class TruthComparison {
  private final DemoTruth truth;
  private final List<ConferenceEvent> found;
  private final Map<String, Event> eventOf = new LinkedHashMap<>();
  private final List<String> lines = new ArrayList<>();

  TruthComparison(DemoTruth truth, List<ConferenceEvent> found) {
    this.truth = truth;
    this.found = found;
    truth.events().forEach(event -> event.articles().forEach(url -> eventOf.put(url, event)));
  }

  List<String> differences(Set<String> captured) {
    pages(captured);
    truth.events().forEach(this::identity);
    found.forEach(this::foreignArticles);
    return List.copyOf(lines);
  }

  List<String> factDifferences() {
    for (Event event : truth.events()) {
      List<ConferenceEvent> parts = partsOf(event);
      if (parts.size() == 1) {
        facts(event, parts.get(0));
      }
    }
    return List.copyOf(lines);
  }

  private void pages(Set<String> captured) {
    truth.pageUrls().stream()
        .filter(url -> !captured.contains(url))
        .forEach(url -> lines.add("page not captured: " + url));
    truth.forbidden().stream()
        .filter(captured::contains)
        .forEach(url -> lines.add("captured although robots.txt forbids it: " + url));
  }

  private void identity(Event event) {
    List<ConferenceEvent> parts = partsOf(event);
    if (parts.isEmpty()) {
      lines.add("missing: " + event.id());
      return;
    }
    if (parts.size() > 1) {
      lines.add("split: " + event.id() + " became " + parts.size() + " events " + ids(parts));
    }
    Set<String> there = parts.stream().flatMap(this::urls).collect(Collectors.toSet());
    event.articles().stream()
        .filter(url -> !there.contains(url))
        .forEach(url -> lines.add("article missing in " + event.id() + ": " + url));
    for (ConferenceEvent part : parts) {
      compare(event, "type", event.type(), part.getType());
      compare(event, "province", event.province(), province(part));
      compare(event, "start date", event.startDate(), part.getStartDate());
      compare(event, "end date", event.endDate(), endDate(part));
    }
  }

  private void foreignArticles(ConferenceEvent part) {
    List<String> held =
        urls(part).map(eventOf::get).filter(Objects::nonNull).map(Event::id).distinct().toList();
    if (held.size() > 1) {
      lines.add("merged: " + part.getEventId() + " holds " + String.join(" and ", held));
    }
    urls(part)
        .filter(url -> !eventOf.containsKey(url))
        .forEach(url -> lines.add("stray article in " + part.getEventId() + ": " + what(url)));
  }

  private String what(String url) {
    return truth.notConferences().stream()
        .filter(page -> page.url().equals(url))
        .map(NoEvent::kind)
        .map(kind -> url + " (no conference: " + kind + ")")
        .findFirst()
        .orElse(url + " (not a page of the demo)");
  }

  private void facts(Event event, ConferenceEvent part) {
    fact(event, "level", event.level(), part.getLevel());
    fact(event, "congress ordinal", event.congressOrdinal(), part.getCongressOrdinal());
    fact(event, "plenum ordinal", event.plenumOrdinal(), part.getPlenumOrdinal());
    fact(event, "term", event.term(), part.getTerm());
    Integer attendees = part.getAttendees() == null ? null : part.getAttendees().getValue();
    fact(event, "attendees", event.attendees(), attendees);
    if (part.getSources().size() == event.articles().size()) {
      int originals = event.articles().size() - event.reprints();
      fact(event, "independent sources", originals, part.getIndependentSources());
    }
    List<String> names = part.getPersons().stream().map(Person::getName).toList();
    event.persons().stream()
        .filter(name -> !names.contains(name))
        .forEach(name -> lines.add(event.id() + ": person missing: " + name));
  }

  /** What the truth leaves open (whose ordinal is it?) cannot be wrong. */
  private void fact(Event event, String field, Object expected, Object actual) {
    if (expected != null) {
      compare(event, field, expected, actual);
    }
  }

  private void compare(Event event, String field, Object expected, Object actual) {
    if (!Objects.equals(expected, actual)) {
      lines.add(event.id() + ": " + field + " is " + actual + ", should be " + expected);
    }
  }

  private List<ConferenceEvent> partsOf(Event event) {
    return found.stream()
        .filter(candidate -> urls(candidate).anyMatch(event.articles()::contains))
        .toList();
  }

  private Stream<String> urls(ConferenceEvent event) {
    return event.getSources().stream().map(EventSource::getUrl);
  }

  private static String province(ConferenceEvent event) {
    return event.getProvince() == null ? null : event.getProvince().getName();
  }

  /** A conference of one day may carry that day twice. */
  private static String endDate(ConferenceEvent event) {
    return Objects.equals(event.getEndDate(), event.getStartDate()) ? null : event.getEndDate();
  }

  private static List<String> ids(List<ConferenceEvent> events) {
    return events.stream().map(ConferenceEvent::getEventId).toList();
  }
}
