package vn.hoinghi.enrich.person;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.hoinghi.avro.Evidence;
import vn.hoinghi.avro.Part;
import vn.hoinghi.enrich.place.Words;
import vn.hoinghi.enrich.text.Blanks;
import vn.hoinghi.enrich.text.WordSet;

/**
 * Joins the mentions of one text into persons: short forms to full names, later offices to earlier
 * ones, each with its evidence.
 */
final class Mentions {
  private static final WordSet CALLINGS =
      WordSet.of("thơ", "văn", "báo", "sĩ", "sỹ", "diễn", "nsnd", "nsưt", "kts");
  private final Lexicon lexicon;
  private final String text;
  private final Words words;
  private final List<Element> elements;
  private final Map<Integer, List<Office>> titles;
  private final Roster roster = new Roster();
  private final CodePoints codePoints;

  Mentions(
      Lexicon lexicon,
      String text,
      Words words,
      List<Element> elements,
      Map<Integer, List<Office>> titles) {
    this.lexicon = lexicon;
    this.text = text;
    this.words = words;
    this.elements = elements;
    this.titles = titles;
    codePoints = CodePoints.of(text);
  }

  List<FoundPerson> people() {
    List<Integer> kept = new NotHere(lexicon, words, elements, titles).others();
    Map<Integer, Roster.Entry> owners = owners(kept);
    Map<Integer, Part> parts = new Acts(lexicon, elements, words).read();
    for (Map.Entry<Integer, Roster.Entry> mention : owners.entrySet()) {
      int i = mention.getKey();
      mention.getValue().part =
          Acts.best(mention.getValue().part, parts.getOrDefault(i, Part.ATTENDEE));
      note(mention.getValue(), i);
    }
    officesAlone(owners);
    return roster.found();
  }

  /** The person of each mention that has one. */
  private Map<Integer, Roster.Entry> owners(List<Integer> kept) {
    Map<String, String> longer = longerNames(kept);
    Map<Integer, Roster.Entry> owners = new TreeMap<>();
    for (int i : kept) {
      if (elements.get(i).is(Element.Type.NAME)) {
        String name = name(i);
        Roster.Entry entry = roster.full(longer.getOrDefault(key(i), name));
        if (entry != null) {
          owners.put(i, entry);
        }
      }
    }
    for (int i : kept) {
      if (elements.get(i).is(Element.Type.SHORT)) {
        Roster.Entry entry = roster.ending(name(i));
        entry = entry == null && penName(i) ? roster.full(name(i)) : entry;
        if (entry != null) {
          owners.put(i, entry);
        }
      }
    }
    return owners;
  }

  /** "nhà thơ Bằng Việt": two words behind a calling are all there is of the name. */
  private boolean penName(int i) {
    return elements.get(i).to() - elements.get(i).from() == 2
        && elements.get(i).gap() == Element.Gap.SPACE
        && i > 0
        && elements.get(i - 1).is(Element.Type.RANK)
        && CALLINGS.has(words, elements.get(i - 1).to() - 1);
  }

  /**
   * Names of two words that another name of the text begins or ends with ("Lê Anh" beside "Trần Lê
   * Anh"), by that name.
   */
  private Map<String, String> longerNames(List<Integer> kept) {
    Map<String, String> parts = new HashMap<>();
    for (int i : kept) {
      Element element = elements.get(i);
      int length = element.to() - element.from();
      if (element.is(Element.Type.NAME) && length > 1) {
        for (int word = element.from(); word < element.to(); word++) {
          if (words.at(word).indexOf('\'') > 0 || words.at(word).indexOf('’') > 0) {
            parts.putIfAbsent(words.folded(word), name(i));
          }
        }
      }
      if (element.is(Element.Type.NAME) && length > 2) {
        parts.putIfAbsent(NameSpelling.key(words, element.to() - 2, element.to()), name(i));
        parts.putIfAbsent(NameSpelling.key(words, element.from(), element.from() + 2), name(i));
      }
    }
    return parts;
  }

  private String key(int i) {
    return NameSpelling.key(words, elements.get(i).from(), elements.get(i).to());
  }

  private String name(int i) {
    return NameSpelling.shown(words, elements.get(i).from(), elements.get(i).to());
  }

  private void note(Roster.Entry entry, int i) {
    Element element = elements.get(i);
    boolean full = !entry.inFull && NameSpelling.key(name(i)).equals(entry.key);
    if (full || entry.evidence.isEmpty()) {
      entry.evidence.add(0, evidence("person-name", element.from(), element.to()));
      entry.inFull = full;
    }
    titles.getOrDefault(i, List.of()).stream()
        .sorted(Comparator.comparingInt(Office::from))
        .forEach(office -> note(entry, office, "person-title"));
  }

  private void note(Roster.Entry entry, Office office, String rule) {
    if (roster.title(entry, written(office))) {
      entry.evidence.add(evidence(rule, office.from(), office.to()));
    }
  }

  private String written(Office office) {
    return Blanks.single(text.substring(words.start(office.from()), words.end(office.to() - 1)));
  }

  /**
   * A speaker named without office, then an office alone that goes on speaking: it is the
   * speaker's, if nobody else has it.
   */
  private void officesAlone(Map<Integer, Roster.Entry> owners) {
    Roster.Entry last = null;
    Set<Integer> owned = null;
    for (int i = 0; i + 1 < elements.size(); i++) {
      last = owners.getOrDefault(i, last);
      boolean spoke = last != null && last.part != Part.ATTENDEE && last.titles.isEmpty();
      if (!spoke || !speaksAlone(i)) {
        continue;
      }
      owned = owned == null ? owned() : owned;
      Office office = elements.get(i).office();
      if (!owned.contains(office.to()) && !roster.holds(written(office))) {
        note(last, office, "person-title-alone");
      }
    }
  }

  /** An office that begins a sentence, and a verb right behind it. */
  private boolean speaksAlone(int i) {
    Element element = elements.get(i);
    return element.is(Element.Type.OFFICE)
        && element.gap().compareTo(Element.Gap.STOP) >= 0
        && elements.get(i + 1).gap() == Element.Gap.SPACE
        && lexicon.acts.length(words, element.to()) > 0;
  }

  /** The words after which somebody's offices end. */
  private Set<Integer> owned() {
    Set<Integer> owned = new HashSet<>();
    titles.values().forEach(offices -> offices.forEach(office -> owned.add(office.to())));
    return owned;
  }

  private Evidence evidence(String rule, int from, int to) {
    int start = words.start(from);
    int end = words.end(to - 1);
    return new Evidence(
        "persons", text.substring(start, end), codePoints.at(start), codePoints.at(end), rule);
  }
}
