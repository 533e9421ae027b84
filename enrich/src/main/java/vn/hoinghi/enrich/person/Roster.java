package vn.hoinghi.enrich.person;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.hoinghi.avro.Evidence;
import vn.hoinghi.avro.Part;
import vn.hoinghi.avro.Person;

/**
 * Who was named so far, in the order of first mention: each once, with all offices and the most
 * telling part.
 */
final class Roster {
  /** One person in the making. */
  static final class Entry {
    String name;
    final String key;
    final Map<String, String> titles = new LinkedHashMap<>();
    final List<Evidence> evidence = new ArrayList<>();
    Part part = Part.ATTENDEE;

    Entry(String name) {
      this.name = name;
      key = NameSpelling.key(name);
    }

    /**
     * Notes an office; true where it is new. A shorter form of one that is known adds nothing, a
     * longer one takes its place.
     */
    boolean title(String written) {
      String key = NameSpelling.key(PlainOffice.of(written));
      if (titles.keySet().stream().anyMatch(known -> says(known, key))) {
        return false;
      }
      titles.keySet().removeIf(known -> says(key, known));
      titles.put(key, written);
      return true;
    }

    static boolean says(String longer, String shorter) {
      return longer.equals(shorter) || longer.startsWith(shorter + ' ');
    }

    FoundPerson found() {
      List<String> written = List.copyOf(titles.values());
      return new FoundPerson(
          new Person(name, written, written.stream().map(PlainOffice::of).toList(), part),
          evidence);
    }
  }

  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /** True where somebody has this office, in this or a longer or shorter form. */
  boolean holds(String written) {
    String key = NameSpelling.key(PlainOffice.of(written));
    return entries.values().stream()
        .anyMatch(
            entry ->
                entry.titles.keySet().stream()
                    .anyMatch(known -> Entry.says(known, key) || Entry.says(key, known)));
  }

  /** The entry of a full name, new or known. */
  Entry full(String name) {
    return entries.computeIfAbsent(NameSpelling.key(name), key -> new Entry(name));
  }

  /** The person last named in full whose name ends with these words; null where nobody's does. */
  Entry ending(String shortName) {
    String key = NameSpelling.key(shortName);
    Entry last = null;
    for (Entry entry : entries.values()) {
      if (entry.key.equals(key) || entry.key.endsWith(" " + key)) {
        last = entry;
      }
    }
    return last;
  }

  List<FoundPerson> found() {
    return entries.values().stream().map(Entry::found).toList();
  }
}
