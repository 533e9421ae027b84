package vn.hoinghi.enrich.person;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.hoinghi.avro.Evidence;
import vn.hoinghi.enrich.place.Words;

/**
 * Turns the names of one text into persons: leaves out credits, bylines and history, and joins
 * short forms to full names.
 */
final class Mentions {
  private static final Set<String> CREDITS =
      Set.of("ảnh", "tin", "bài", "nguồn", "clip", "video", "họa", "hiện", "viên", "pv", "ctv");
  private final Lexicon lexicon;
  private final String text;
  private final Words words;
  private final List<Element> elements;
  private final Map<Integer, List<Office>> titles;
  private final Roster roster = new Roster();
  private final Set<String> dead = new HashSet<>();

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
  }

  List<FoundPerson> people() {
    List<Integer> kept = kept();
    Map<Integer, Roster.Entry> entries = new java.util.TreeMap<>();
    for (int i : kept) {
      if (full(i, kept)) {
        entries.put(i, roster.full(name(i)));
      }
    }
    int[] codePoints = CodePoints.of(text);
    for (int i : kept) {
      Roster.Entry entry = entries.containsKey(i) ? entries.get(i) : roster.ending(name(i));
      if (entry != null) {
        note(entry, i, codePoints);
      }
    }
    return roster.found();
  }

  private List<Integer> kept() {
    List<Integer> kept = new ArrayList<>();
    boolean credit = false;
    for (int i = 0; i < elements.size(); i++) {
      Element element = elements.get(i);
      credit =
          credit
              ? element.gap().compareTo(Element.Gap.CLOSE) < 0 || element.gap() == Element.Gap.COLON
              : credit(i);
      boolean name = element.is(Element.Type.NAME) || element.is(Element.Type.SHORT);
      if (name && !credit && !history(i) && !namesThing(i) && !standsAlone(i)) {
        kept.add(i);
      }
    }
    return kept;
  }

  /** "Ảnh: ...": what follows the colon is whom to thank. */
  private boolean credit(int i) {
    Element element = elements.get(i);
    return element.gap() == Element.Gap.COLON
        && i > 0
        && elements.get(i - 1).is(Element.Type.WORD)
        && CREDITS.contains(words.folded(elements.get(i - 1).to() - 1));
  }

  private boolean history(int i) {
    boolean late = titles.getOrDefault(i, List.of()).stream().anyMatch(Office::dead);
    if (late) {
      dead.add(NameSpelling.key(name(i)));
    }
    return late
        || lexicon.notPersons.contains(NameSpelling.key(name(i)))
        || dead.contains(NameSpelling.key(name(i)));
  }

  private boolean introduced(int i) {
    return titles.containsKey(i) || (i > 0 && elements.get(i - 1).called());
  }

  private boolean namesThing(int i) {
    int from = elements.get(i).from();
    return !introduced(i)
        && lexicon.namedAfter.startBefore(words, from, 5) >= 0
        && elements.get(i).gap() == Element.Gap.SPACE;
  }

  /** A sentence or line that is nothing but a name is a byline. */
  private boolean standsAlone(int i) {
    boolean begins = elements.get(i).gap().compareTo(Element.Gap.STOP) >= 0;
    boolean ends =
        i + 1 == elements.size() || elements.get(i + 1).gap().compareTo(Element.Gap.STOP) >= 0;
    return begins && ends && !introduced(i);
  }

  private String name(int i) {
    return NameSpelling.shown(words, elements.get(i).from(), elements.get(i).to());
  }

  /** True for a name in full: one of two words is short for a longer one that ends with it. */
  private boolean full(int i, List<Integer> kept) {
    Element element = elements.get(i);
    if (element.is(Element.Type.SHORT)) {
      return false;
    }
    if (element.to() - element.from() > 2) {
      return true;
    }
    String ending = " " + NameSpelling.key(name(i));
    return kept.stream()
        .noneMatch(
            k ->
                elements.get(k).is(Element.Type.NAME)
                    && NameSpelling.key(name(k)).endsWith(ending));
  }

  private void note(Roster.Entry entry, int i, int[] codePoints) {
    Element element = elements.get(i);
    if (entry.evidence.isEmpty()) {
      entry.evidence.add(evidence("person-name", element.from(), element.to(), codePoints));
    }
    for (Office office : titles.getOrDefault(i, List.of())) {
      String written =
          text.substring(words.start(office.from()), words.end(office.to() - 1))
              .replaceAll("[ \\t\\u00a0]+", " ");
      if (entry.title(written)) {
        entry.evidence.add(evidence("person-title", office.from(), office.to(), codePoints));
      }
    }
  }

  private Evidence evidence(String rule, int from, int to, int[] codePoints) {
    int start = words.start(from);
    int end = words.end(to - 1);
    return new Evidence(
        "persons", text.substring(start, end), codePoints[start], codePoints[end], rule);
  }
}
