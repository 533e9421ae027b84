package vn.hoinghi.enrich.person;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.hoinghi.avro.Evidence;
import vn.hoinghi.avro.Part;
import vn.hoinghi.enrich.place.Words;
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
  private final Given given;
  private final Map<Integer, List<Office>> titles;
  private final Roster roster;
  private final CodePoints codePoints;

  Mentions(Lexicon lexicon, String text, Words words, List<Element> elements, Given given) {
    this.lexicon = lexicon;
    this.text = text;
    this.words = words;
    this.elements = elements;
    this.given = given;
    titles = given.titles();
    codePoints = CodePoints.of(text);
    roster = new Roster(new OfficeForms(lexicon, text, words));
  }

  List<FoundPerson> people() {
    List<Integer> kept = new NotHere(lexicon, words, elements, titles).others();
    Roster.Entry[] owners = owners(kept);
    Part[] parts = new Acts(lexicon, elements, words).read();
    for (int i : kept) {
      Roster.Entry owner = owners[i];
      if (owner != null) {
        owner.part = parts[i] == null ? owner.part : Acts.best(owner.part, parts[i]);
        note(owner, i);
      }
    }
    officesKept(owners);
    officesAlone(owners);
    return roster.found();
  }

  /** The person of each mention that has one, by its element. */
  private Roster.Entry[] owners(List<Integer> kept) {
    Map<String, String> longer = longerNames(kept);
    Roster.Entry[] owners = new Roster.Entry[elements.size()];
    for (int i : kept) {
      if (elements.get(i).is(Element.Type.NAME)) {
        String whole = longer.isEmpty() ? null : longer.get(key(i));
        owners[i] = roster.full(whole == null ? name(i) : whole);
      }
    }
    for (int i : kept) {
      if (elements.get(i).is(Element.Type.SHORT)) {
        Roster.Entry entry = roster.ending(name(i));
        owners[i] = entry == null && penName(i) ? roster.full(name(i)) : entry;
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
          if (words.hasApostrophe(word)) {
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
    List<Office> offices = titles.get(i);
    if (offices != null) {
      if (offices.size() > 1) {
        offices.sort(Comparator.comparingInt(Office::from));
      }
      for (Office office : offices) {
        note(entry, office, "person-title");
      }
    }
  }

  private void note(Roster.Entry entry, Office office, String rule) {
    if (roster.title(entry, office)) {
      entry.evidence.add(evidence(rule, office.from(), office.to()));
    }
  }

  private void officesKept(Roster.Entry[] owners) {
    given
        .kept()
        .forEach(
            (name, office) -> {
              Roster.Entry owner = owners[name];
              if (owner != null && owner.titles.isEmpty()) {
                note(owner, office, "person-title-kept");
              }
            });
  }

  /**
   * A speaker named without office, then an office alone that goes on speaking: it is the
   * speaker's, if nobody else has it.
   */
  private void officesAlone(Roster.Entry[] owners) {
    Roster.Entry last = null;
    Set<Integer> owned = null;
    for (int i = 0; i + 1 < elements.size(); i++) {
      last = owners[i] == null ? last : owners[i];
      boolean spoke = last != null && last.part != Part.ATTENDEE && last.titles.isEmpty();
      if (!spoke || !speaksAlone(i)) {
        continue;
      }
      owned = owned == null ? owned() : owned;
      Office office = elements.get(i).office();
      if (!owned.contains(office.to()) && !roster.holds(office)) {
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
