package vn.hoinghi.enrich.person;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.hoinghi.enrich.place.Words;
import vn.hoinghi.enrich.text.WordSet;

/**
 * Whose office is it? Offices stand right before a name ("Chủ tịch UBND tỉnh Lê A"), in a chain
 * after it ("Lê A, Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh") or over a list ("các Phó Chủ tịch: Lê A, Lý
 * B"). Each office goes to the name it touches; a chain between two names goes back to the first
 * one, unless that had its offices in front.
 */
final class Chains {
  private static final Set<Element.Gap> LINKS = EnumSet.of(Element.Gap.COMMA, Element.Gap.DASH);
  private static final Set<Element.Gap> IN_LIST =
      EnumSet.of(
          Element.Gap.SPACE,
          Element.Gap.COMMA,
          Element.Gap.DASH,
          Element.Gap.SEMICOLON,
          Element.Gap.OPEN,
          Element.Gap.CLOSE,
          Element.Gap.COLON);
  private static final WordSet AND = WordSet.of("và", "cùng", "kiêm", "với");
  private static final int FAR = 20;
  private static final WordSet LISTING = WordSet.of("gồm", "là", "có");
  private final Lexicon lexicon;
  private final List<Element> elements;
  private final Words words;
  private final Row row;
  private final boolean[] taken;
  private final Map<Integer, List<Office>> titles = new TreeMap<>();

  Chains(Lexicon lexicon, List<Element> elements, Words words) {
    this.lexicon = lexicon;
    this.elements = elements;
    this.words = words;
    row = new Row(elements, words);
    taken = new boolean[elements.size()];
  }

  /** Offices by the index of the name they belong to. */
  Map<Integer, List<Office>> read() {
    for (int i = 0; i < elements.size(); i++) {
      if (row.named(i)) {
        after(i, before(i));
      }
    }
    for (int i = 0; i < elements.size(); i++) {
      if (row.is(i, Element.Type.OFFICE)) {
        heading(i);
        again(i);
      }
    }
    return titles;
  }

  private void give(int name, int office) {
    List<Office> offices = titles.computeIfAbsent(name, n -> new ArrayList<>());
    if (!offices.contains(elements.get(office).office())) {
      offices.add(elements.get(office).office());
    }
    taken[office] = true;
  }

  /** Takes the offices that end right before a name; false where there are none. */
  private boolean before(int name) {
    int i = row.beforeBrackets(callsFrom(name));
    if (!row.is(i - 1, Element.Type.OFFICE) || taken[i - 1] || !touches(i)) {
      return false;
    }
    int first = i - 1;
    while (linked(first)
        && row.is(first - 1 - joint(first), Element.Type.OFFICE)
        && !taken[first - 1 - joint(first)]) {
      first -= 1 + joint(first);
    }
    for (int office = first; office < i; office++) {
      if (row.is(office, Element.Type.OFFICE)) {
        give(name, office);
      }
    }
    return true;
  }

  /** The first of the forms of address and ranks that stand before a name. */
  private int callsFrom(int name) {
    int i = name;
    while (i > 0
        && elements.get(i - 1).called()
        && (row.gap(i) == Element.Gap.SPACE
            || (row.is(i - 1, Element.Type.RANK) && row.gap(i).compareTo(Element.Gap.STOP) <= 0))) {
      i--;
    }
    return i;
  }

  private boolean touches(int i) {
    return row.gap(i) == Element.Gap.SPACE
        || row.gap(i) == Element.Gap.OPEN
        || (row.gap(i) == Element.Gap.COMMA && row.is(i, Element.Type.RANK));
  }

  private boolean linked(int i) {
    return LINKS.contains(row.gap(i)) || joint(i) == 1;
  }

  /** 1 where "và" or "kiêm" stands before the element. */
  private int joint(int i) {
    return row.gap(i) == Element.Gap.SPACE
            && row.isWord(i - 1, AND)
            && row.gap(i - 1) == Element.Gap.SPACE
        ? 1
        : 0;
  }

  private void after(int name, boolean hasOffice) {
    int i = row.pastBrackets(name + 1);
    boolean opens =
        row.gap(i) == Element.Gap.SPACE
            || row.gap(i) == Element.Gap.OPEN
            || row.gap(i) == Element.Gap.COLON
            || i > name + 1
            || LINKS.contains(row.gap(i));
    if (!row.is(i, Element.Type.OFFICE) || !opens) {
      return;
    }
    int end = i + 1;
    for (int next = nextOffice(end); next > 0; next = nextOffice(end)) {
      end = next + 1;
    }
    boolean leadsOn =
        introducesNext(end - 1)
            && !(row.gap(end) == Element.Gap.SPACE
                && row.is(end, Element.Type.ADDRESS)
                && !hasOffice
                && ownOffice(end + 1));
    int last = leadsOn ? (hasOffice ? i : end - 1) : end;
    for (int office = i; office < last; office++) {
      if (row.is(office, Element.Type.OFFICE) && !elements.get(office).office().many()) {
        give(name, office);
      }
    }
  }

  /**
   * A name with offices of its own after it needs none in front: the mark before it was forgotten.
   */
  private boolean ownOffice(int name) {
    return row.named(name)
        && row.is(name + 1, Element.Type.OFFICE)
        && LINKS.contains(row.gap(name + 1));
  }

  /** The office that goes on a chain at an index, or 0. */
  private int nextOffice(int at) {
    if (row.is(at, Element.Type.OFFICE) && LINKS.contains(row.gap(at))) {
      return at;
    }
    if (joinsOffice(at)) {
      return at + 1;
    }
    int past = row.pastBrackets(at);
    return past > at && row.is(past, Element.Type.OFFICE) ? past : 0;
  }

  private boolean joinsOffice(int i) {
    return row.isWord(i, AND)
        && row.gap(i) == Element.Gap.SPACE
        && row.is(i + 1, Element.Type.OFFICE)
        && row.gap(i + 1) == Element.Gap.SPACE
        && !introducesNext(i + 1);
  }

  /** True where an office touches the next name, or stands over a list. */
  private boolean introducesNext(int office) {
    int i = office + 1;
    while (i < elements.size()
        && elements.get(i).called()
        && (row.gap(i) == Element.Gap.SPACE
            || row.gap(i) == Element.Gap.STOP
            || row.is(i, Element.Type.RANK))) {
      i++;
    }
    return i < elements.size()
        && row.named(i)
        && (row.gap(office + 1) == Element.Gap.SPACE
            || row.gap(office + 1) == Element.Gap.COLON
            || (row.gap(office + 1) == Element.Gap.COMMA && row.is(office + 1, Element.Type.RANK)));
  }

  /** "Lê A tái đắc cử Chủ tịch ...": kept, so it is the person's office. */
  private void again(int office) {
    if (taken[office] || lexicon.again.startBefore(words, elements.get(office).from(), 7) < 0) {
      return;
    }
    for (int i = office;
        i > 0 && office - i < FAR && row.gap(i).compareTo(Element.Gap.STOP) < 0;
        i--) {
      if (row.named(i - 1)) {
        give(i - 1, office);
        return;
      }
    }
  }

  private void heading(int office) {
    boolean many = elements.get(office).office().many();
    int i = office + 1;
    boolean listing = many && row.isWord(i, LISTING) && row.gap(i) == Element.Gap.SPACE;
    i += listing ? 1 : 0;
    boolean colon = row.gap(i) == Element.Gap.COLON;
    if ((!many && !colon) || !(colon || listing || row.gap(i) == Element.Gap.SPACE)) {
      if (many) {
        trailing(office);
      }
      return;
    }
    while (i < elements.size()
        && elements.get(i).called()
        && row.gap(i).compareTo(Element.Gap.COLON) <= 0) {
      i++;
    }
    if (i < elements.size() && row.named(i) && row.gap(i).compareTo(Element.Gap.COLON) <= 0) {
      list(office, i);
    }
  }

  private void list(int office, int first) {
    give(first, office);
    boolean own = false;
    for (int i = first + 1; i < elements.size() && IN_LIST.contains(row.gap(i)); i++) {
      Element element = elements.get(i);
      boolean plainAnd =
          row.isWord(i, AND)
              && i + 1 < elements.size()
              && (row.named(i + 1) || elements.get(i + 1).called());
      if (element.is(Element.Type.WORD) && !plainAnd) {
        return;
      }
      own |= element.is(Element.Type.OFFICE);
      boolean nextGroup = row.gap(i) == Element.Gap.SEMICOLON && !own;
      boolean otherOffice = element.is(Element.Type.OFFICE) && introducesNext(i);
      if (nextGroup || otherOffice) {
        return;
      }
      if (row.named(i)) {
        give(i, office);
      }
    }
  }

  /** "Lê A, Lý B, các Phó Chủ tịch UBND tỉnh": the plural office counts for the names before it. */
  private void trailing(int office) {
    if (taken[office] || row.gap(office) != Element.Gap.COMMA) {
      return;
    }
    for (int i = office - 1;
        i >= 0 && (row.named(i) || elements.get(i).called() || row.isWord(i, AND));
        i--) {
      if (row.named(i)) {
        give(i, office);
      }
      if (!IN_LIST.contains(row.gap(i))) {
        return;
      }
    }
  }
}
