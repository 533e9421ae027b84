package vn.hoinghi.enrich.person;

import java.util.List;
import java.util.Set;
import vn.hoinghi.enrich.place.Words;

/**
 * An office over a list is everybody's under it: "các Phó Chủ tịch: Lê A, Lý B", "2 Phó Bí thư là
 * Lê A và Lý B"; so is one in the plural behind a list ("Lê A, Lý B, các Phó Chủ tịch"). The list
 * ends with another office's list, a semicolon or a plain word.
 */
final class Headings {
  private static final Set<Element.Gap> IN_LIST =
      Set.of(
          Element.Gap.SPACE,
          Element.Gap.COMMA,
          Element.Gap.DASH,
          Element.Gap.SEMICOLON,
          Element.Gap.OPEN,
          Element.Gap.CLOSE,
          Element.Gap.COLON);
  private static final Set<String> LISTING = Set.of("gồm", "là", "có");
  private final List<Element> elements;
  private final Row row;
  private final Given given;

  Headings(List<Element> elements, Words words, Given given) {
    this.elements = elements;
    this.given = given;
    row = new Row(elements, words);
  }

  /** Gives an office to the names of its list, if it stands over or behind one. */
  void read(int office) {
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
    given.give(first, office);
    boolean own = false;
    for (int i = first + 1; i < elements.size() && IN_LIST.contains(row.gap(i)); i++) {
      int past = row.pastBrackets(i);
      if (past > i) {
        i = past - 1;
        continue;
      }
      Element element = elements.get(i);
      boolean plainAnd =
          row.isWord(i, Row.AND)
              && i + 1 < elements.size()
              && (row.named(i + 1) || elements.get(i + 1).called());
      if (element.is(Element.Type.WORD) && !plainAnd) {
        return;
      }
      own |= element.is(Element.Type.OFFICE);
      boolean nextGroup = row.gap(i) == Element.Gap.SEMICOLON && !own;
      boolean otherOffice = element.is(Element.Type.OFFICE) && row.introducesNext(i);
      if (nextGroup || otherOffice) {
        return;
      }
      if (row.named(i)) {
        given.give(i, office);
      }
    }
  }

  /** "Lê A, Lý B, các Phó Chủ tịch UBND tỉnh": the plural office counts for the names before it. */
  private void trailing(int office) {
    if (given.taken(office) || row.gap(office) != Element.Gap.COMMA) {
      return;
    }
    for (int i = office - 1;
        i >= 0 && (row.named(i) || elements.get(i).called() || row.isWord(i, Row.AND));
        i--) {
      if (row.named(i)) {
        given.give(i, office);
      }
      if (!IN_LIST.contains(row.gap(i))) {
        return;
      }
    }
  }
}
