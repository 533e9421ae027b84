package vn.hoinghi.enrich.resolve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.hoinghi.avro.ConferenceDocument;
import vn.hoinghi.avro.Person;

/** Joins what several sources say about the same person or document. */
final class People {
  static final int MAX_PERSONS = 60;
  private static final int MAX_TITLES = 6;
  static final int MAX_DOCUMENTS = 30;

  private record Told<T>(T item, List<Source> by) {}

  private People() {}

  /** Everyone named, in the order of first mention. */
  static List<Person> persons(List<Source> sources, Supports supports) {
    Map<String, Told<Person>> known = new LinkedHashMap<>();
    for (Source source : sources) {
      var said = new HashSet<String>();
      for (Person p : source.mention().getPersons()) {
        String key = Fold.text(p.getName());
        if (known.containsKey(key)) {
          merge(known.get(key).item, p);
        } else if (known.size() < MAX_PERSONS) {
          known.put(key, new Told<>(copy(p), new ArrayList<>()));
        }
        if (known.containsKey(key) && said.add(key)) {
          known.get(key).by.add(source);
        }
      }
    }
    known.values().forEach(t -> supports.item("persons", t.item.getName(), t.by));
    return known.values().stream().map(Told::item).toList();
  }

  /** Every document dealt with, in the order of first mention. */
  static List<ConferenceDocument> documents(List<Source> sources, Supports supports) {
    Map<String, Told<ConferenceDocument>> known = new LinkedHashMap<>();
    for (Source source : sources) {
      var said = new HashSet<String>();
      for (ConferenceDocument d : source.mention().getDocuments()) {
        String key = Fold.text(shown(d));
        if (!known.containsKey(key) && known.size() < MAX_DOCUMENTS) {
          known.put(key, new Told<>(d, new ArrayList<>()));
        }
        if (known.containsKey(key) && said.add(key)) {
          known.get(key).by.add(source);
        }
      }
    }
    known.values().forEach(t -> supports.item("documents", shown(t.item), t.by));
    return known.values().stream().map(Told::item).toList();
  }

  /** A document as supports show it. */
  static String shown(ConferenceDocument d) {
    return d.getNumber() == null ? d.getTitle() : d.getNumber();
  }

  private static Person copy(Person p) {
    return new Person(
        p.getName(),
        new ArrayList<>(p.getTitles()),
        new ArrayList<>(p.getTitlesNormal()),
        p.getPart());
  }

  /** The part that says most about a person stands: chair before speaker before attendee. */
  private static void merge(Person known, Person more) {
    if (more.getPart().compareTo(known.getPart()) < 0) {
      known.setPart(more.getPart());
    }
    for (int i = 0; i < more.getTitles().size(); i++) {
      String title = more.getTitles().get(i);
      String normal = i < more.getTitlesNormal().size() ? more.getTitlesNormal().get(i) : title;
      boolean given =
          known.getTitlesNormal().stream().anyMatch(t -> Fold.text(t).equals(Fold.text(normal)));
      if (!given && known.getTitles().size() < MAX_TITLES) {
        known.getTitles().add(title);
        known.getTitlesNormal().add(normal);
      }
    }
  }
}
