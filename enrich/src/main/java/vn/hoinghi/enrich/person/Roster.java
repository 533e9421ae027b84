package vn.hoinghi.enrich.person;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.hoinghi.avro.Evidence;
import vn.hoinghi.avro.Part;
import vn.hoinghi.avro.Person;
import vn.hoinghi.enrich.place.Words;

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

    /** Whether the first row of evidence holds the whole name; a headline may have only its end. */
    boolean inFull;

    Entry(String name, String key) {
      this.name = name;
      this.key = key;
    }

    /**
     * Notes an office; true where it is new. A shorter form of one that is known adds nothing, a
     * longer one takes its place.
     */
    private boolean title(String key, String written) {
      for (String known : titles.keySet()) {
        if (says(known, key)) {
          return false;
        }
      }
      titles.keySet().removeIf(known -> says(key, known));
      titles.put(key, written);
      return true;
    }

    /**
     * The same office with more said at its end, or in its middle ("Bí thư Thái Bình", "Bí thư Tỉnh
     * ủy Thái Bình").
     */
    private static boolean says(String longer, String shorter) {
      if (longer.equals(shorter) || longer.startsWith(shorter + ' ')) {
        return true;
      }
      if (longer.length() <= shorter.length() || longer.charAt(0) != shorter.charAt(0)) {
        return false;
      }
      int head = headLength(shorter);
      boolean sameHead =
          head > 0
              && head < shorter.length()
              && longer.startsWith(shorter.substring(0, head) + ' ');
      return sameHead && longer.endsWith(shorter.substring(head));
    }

    /** Characters of the head noun that a folded office begins with. */
    private static int headLength(String office) {
      Words words = Words.of(office);
      int length = Lexicon.STANDARD.heads.length(words, 0);
      return length == 0 ? 0 : words.end(length - 1);
    }

    private FoundPerson found(OfficeForms forms) {
      List<String> written = List.copyOf(titles.values());
      List<String> normal = new ArrayList<>(written.size());
      for (String title : written) {
        normal.add(forms.plain(title));
      }
      return new FoundPerson(new Person(name, written, normal, part), evidence);
    }
  }

  private static final int MOST = 500;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, Entry> endings = new HashMap<>();
  private final Set<String> held = new HashSet<>();

  /** All words that an office held begins with; null until somebody asks for them. */
  private Set<String> beginnings;

  private final OfficeForms forms;

  Roster(OfficeForms forms) {
    this.forms = forms;
  }

  /** The entry of a full name, new or known; null where the roster is full. */
  Entry full(String name) {
    String key = NameSpelling.key(name);
    Entry entry = entries.get(key);
    if (entry == null && entries.size() < MOST) {
      entry = new Entry(name, key);
      entries.put(key, entry);
      for (int blank = key.indexOf(' '); blank >= 0; blank = key.indexOf(' ', blank + 1)) {
        endings.put(key.substring(blank + 1), entry);
      }
    }
    return entry;
  }

  /** The person last named in full whose name ends with these words; null where nobody's does. */
  Entry ending(String shortName) {
    String key = NameSpelling.key(shortName);
    return entries.getOrDefault(key, endings.get(key));
  }

  /** Gives a person an office; true where it is new. */
  boolean title(Entry entry, Office office) {
    String written = forms.written(office);
    String key = forms.key(office, written);
    if (held.add(key) && beginnings != null) {
      beginnings.addAll(prefixes(key));
    }
    return entry.title(key, written);
  }

  /** True where somebody has this office, in this or a longer or shorter form. */
  boolean holds(Office office) {
    if (beginnings == null) {
      beginnings = new HashSet<>();
      held.forEach(known -> beginnings.addAll(prefixes(known)));
    }
    String key = forms.key(office, forms.written(office));
    return beginnings.contains(key) || prefixes(key).stream().anyMatch(held::contains);
  }

  private static List<String> prefixes(String key) {
    List<String> prefixes = new ArrayList<>(List.of(key));
    for (int blank = key.indexOf(' '); blank >= 0; blank = key.indexOf(' ', blank + 1)) {
      prefixes.add(key.substring(0, blank));
    }
    return prefixes;
  }

  List<FoundPerson> found() {
    List<FoundPerson> found = new ArrayList<>(entries.size());
    for (Entry entry : entries.values()) {
      found.add(entry.found(forms));
    }
    return found;
  }
}
