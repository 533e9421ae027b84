package vn.hoinghi.enrich.person;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.hoinghi.enrich.place.Words;
import vn.hoinghi.enrich.text.WordSet;

/**
 * Whose office is it? Offices stand right before a name ("Chủ tịch UBND tỉnh Lê A"), in a chain
 * after it ("Lê A, Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh") or over a list. Each office goes to the
 * name it touches; a chain between two names goes back to the first one, unless that had its
 * offices in front.
 */
final class Chains {
  private static final Set<Element.Gap> LINKS = EnumSet.of(Element.Gap.COMMA, Element.Gap.DASH);
  private static final WordSet BY = WordSet.of("theo");
  private static final WordSet OF = WordSet.of("của");
  private static final WordSet IS = WordSet.of("là");
  private static final WordSet KIEM = WordSet.of("kiêm");
  private static final int FAR = 20;
  private final Lexicon lexicon;
  private final List<Element> elements;
  private final Words words;
  private final Row row;
  private final Given given;

  Chains(Lexicon lexicon, List<Element> elements, Words words) {
    this.lexicon = lexicon;
    this.elements = elements;
    this.words = words;
    row = new Row(elements, words);
    given = new Given(elements);
  }

  /** Offices by the index of the name they belong to. */
  Map<Integer, List<Office>> read() {
    for (int i = 0; i < elements.size(); i++) {
      if (row.named(i)) {
        after(i, before(i));
      }
    }
    Headings headings = new Headings(elements, words, given);
    for (int i = 0; i < elements.size(); i++) {
      if (row.is(i, Element.Type.OFFICE)) {
        headings.read(i);
        again(i);
      }
    }
    return given.titles();
  }

  /** Takes the offices that end right before a name; false where there are none. */
  private boolean before(int name) {
    int start = row.beforeBrackets(callsFrom(name));
    int i = row.beforeBody(beforeIs(start));
    if (!row.is(i - 1, Element.Type.OFFICE) || given.taken(i - 1)) {
      return false;
    }
    int first = chainStart(i - 1);
    boolean anothers = row.gap(start) == Element.Gap.COMMA && row.isWord(first - 1, OF);
    if (anothers || (!touches(start) && !setApart(first, i, name))) {
      return false;
    }
    for (int office = first; office < i; office++) {
      if (row.is(office, Element.Type.OFFICE)) {
        given.give(name, office);
      }
    }
    return true;
  }

  /** "Bí thư Tỉnh ủy là đồng chí Lê A": the office is before "là". */
  private int beforeIs(int i) {
    boolean is =
        row.isWord(i - 1, IS)
            && row.gap(i - 1) == Element.Gap.SPACE
            && row.gap(i) == Element.Gap.SPACE
            && row.is(i - 2, Element.Type.OFFICE)
            && row.is(i, Element.Type.ADDRESS)
            && !elements.get(i - 2).office().many();
    return is ? i - 1 : i;
  }

  private int chainStart(int office) {
    int first = office;
    while (linked(first)
        && row.is(first - 1 - joint(first), Element.Type.OFFICE)
        && !given.taken(first - 1 - joint(first))) {
      first -= 1 + joint(first);
    }
    return first;
  }

  /**
   * "Bí thư Huyện ủy - Lê A", or "Theo Bí thư Huyện ủy, ông Lê A, ...": a mark stands between an
   * office and its holder, where the office is nobody's before and no other follows the name.
   */
  private boolean setApart(int first, int i, int name) {
    Element.Gap gap = row.gap(i);
    boolean nobodys =
        !(first > 0 && row.named(first - 1)) && !row.is(name + 1, Element.Type.OFFICE);
    if (!nobodys || elements.get(i - 1).office().many()) {
      return false;
    }
    boolean opens =
        row.gap(first).compareTo(Element.Gap.STOP) >= 0
            || row.isWord(first - 1, BY)
            || (row.gap(first) == Element.Gap.COMMA
                && lexicon.acts.length(words, elements.get(name).to()) > 0);
    return gap == Element.Gap.DASH
        || (gap == Element.Gap.COMMA && opens && name == i + 1 && elements.get(i).called());
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
            && row.isWord(i - 1, Row.AND)
            && row.gap(i - 1) == Element.Gap.SPACE
        ? 1
        : 0;
  }

  private void after(int name, boolean hasOffice) {
    int i = row.pastBrackets(row.pastAge(name + 1));
    boolean opens =
        row.gap(i) == Element.Gap.SPACE
            || row.gap(i) == Element.Gap.OPEN
            || row.gap(i) == Element.Gap.COLON
            || i > name + 1
            || LINKS.contains(row.gap(i));
    if (!row.is(i, Element.Type.OFFICE) || !opens) {
      return;
    }
    int end = chainEnd(i + 1);
    boolean leadsOn =
        row.introducesNext(end - 1)
            && !(row.gap(end) == Element.Gap.SPACE
                && row.is(end, Element.Type.ADDRESS)
                && !hasOffice
                && ownOffice(end + 1));
    int last = leadsOn ? (hasOffice ? i : end - 1) : end;
    for (int office = i; office < last; office++) {
      if (row.is(office, Element.Type.OFFICE) && !elements.get(office).office().many()) {
        given.give(name, office);
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

  /** Index after the last office of a chain; one in the plural is others'. */
  private int chainEnd(int at) {
    int end = at;
    for (int next = nextOffice(end);
        next > 0 && !elements.get(next).office().many();
        next = nextOffice(end)) {
      end = next + 1;
    }
    return end;
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
    boolean goesOn =
        (row.isWord(i, Row.AND) && row.gap(i) == Element.Gap.SPACE)
            || (row.isWord(i, KIEM) && row.gap(i) == Element.Gap.COMMA);
    return goesOn
        && row.is(i + 1, Element.Type.OFFICE)
        && row.gap(i + 1) == Element.Gap.SPACE
        && !row.introducesNext(i + 1);
  }

  /** "Lê A tái đắc cử Chủ tịch ...": kept, so it is the person's office. */
  private void again(int office) {
    if (given.taken(office)
        || lexicon.again.startBefore(words, elements.get(office).from(), 7) < 0) {
      return;
    }
    for (int i = office;
        i > 0 && office - i < FAR && row.gap(i).compareTo(Element.Gap.STOP) < 0;
        i--) {
      if (row.named(i - 1)) {
        given.give(i - 1, office);
        return;
      }
    }
  }
}
