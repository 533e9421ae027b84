package vn.hoinghi.enrich.person;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.hoinghi.enrich.text.WordSet;

/**
 * The chain of offices that stands after a name ("Lê A, Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh"). The
 * last one is the next name's where it touches that.
 */
final class OfficesAfter {
  private static final Set<Element.Gap> LINKS = EnumSet.of(Element.Gap.COMMA, Element.Gap.DASH);
  private static final WordSet KIEM = WordSet.of("kiêm");
  private final List<Element> elements;
  private final Row row;
  private final Given given;

  OfficesAfter(List<Element> elements, Row row, Given given) {
    this.elements = elements;
    this.row = row;
    this.given = given;
  }

  void take(int name, boolean hasOffice) {
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
    boolean leadsOn = row.introducesNext(end - 1) && (hasOffice || !ownOffice(calledName(end)));
    int last = leadsOn ? (hasOffice ? i : end - 1) : end;
    for (int office = i; office < last; office++) {
      if (row.is(office, Element.Type.OFFICE) && !elements.get(office).office().many()) {
        given.give(name, office);
      }
    }
  }

  /** Index of the name behind a form of address, or behind ranks and a comma; -1 for any other. */
  private int calledName(int i) {
    if (row.gap(i) == Element.Gap.SPACE && row.is(i, Element.Type.ADDRESS)) {
      return i + 1;
    }
    int name = i;
    while (row.gap(i) == Element.Gap.COMMA && row.is(name, Element.Type.RANK)) {
      name++;
    }
    return name == i ? -1 : name;
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
}
