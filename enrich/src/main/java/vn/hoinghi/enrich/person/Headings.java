package vn.hoinghi.enrich.person;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.hoinghi.enrich.place.Words;
import vn.hoinghi.enrich.text.WordSet;

/**
 * An office over a list is everybody's under it: "các Phó Chủ tịch: Lê A, Lý B", "2 Phó Bí thư là
 * Lê A và Lý B"; so is one in the plural behind a list ("Lê A, Lý B, các Phó Chủ tịch"). The list
 * ends with another office's list, a semicolon or a plain word.
 */
final class Headings {
  private static final Set<Element.Gap> IN_LIST =
      EnumSet.of(
          Element.Gap.SPACE,
          Element.Gap.COMMA,
          Element.Gap.DASH,
          Element.Gap.SEMICOLON,
          Element.Gap.OPEN,
          Element.Gap.CLOSE,
          Element.Gap.COLON);
  private static final WordSet OTHER = WordSet.of("khác");
  private static final WordSet JOINT = WordSet.of("và", "kiêm");
  private static final WordSet MEMBERS = WordSet.of("viên");
  private static final int HEAD = 3;
  private static final WordSet LISTING = WordSet.of("gồm", "là", "có");
  private final List<Element> elements;
  private final Words words;
  private final Row row;
  private final Given given;

  Headings(List<Element> elements, Words words, Given given) {
    this.elements = elements;
    this.words = words;
    this.given = given;
    row = new Row(elements, words);
  }

  /** Gives an office to the names of its list, if it stands over or behind one. */
  void read(int office) {
    boolean many = elements.get(office).office().many();
    int i = office + 1;
    i += many && row.isWord(i, OTHER) && row.gap(i) == Element.Gap.SPACE ? 1 : 0;
    boolean listing = many && row.isWord(i, LISTING) && row.gap(i) == Element.Gap.SPACE;
    i += listing ? 1 : 0;
    boolean colon = row.gap(i) == Element.Gap.COLON;
    if ((!many && !colon) || !(colon || listing || row.gap(i) == Element.Gap.SPACE)) {
      if (many) {
        trailing(office);
      }
      return;
    }
    boolean members = many && colon && members(office);
    while (i < elements.size()
        && (elements.get(i).called() || (members && otherOffice(i)))
        && row.gap(i).compareTo(Element.Gap.COLON) <= 0) {
      i++;
    }
    if (i < elements.size() && row.named(i) && row.gap(i).compareTo(Element.Gap.COLON) <= 0) {
      list(office, i, members);
    }
  }

  /** Members of a committee have other offices beside it, which may stand before their names. */
  private boolean members(int office) {
    int from = elements.get(office).office().from();
    for (int i = from; i < Math.min(elements.get(office).to(), from + HEAD); i++) {
      if (MEMBERS.has(words, i)) {
        return true;
      }
    }
    return false;
  }

  private boolean otherOffice(int i) {
    return elements.get(i).is(Element.Type.OFFICE) && !elements.get(i).office().many();
  }

  private void list(int office, int first, boolean members) {
    given.give(first, office);
    boolean own = row.is(first - 1, Element.Type.OFFICE) && first - 1 > office;
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
              && (row.named(i + 1) || elements.get(i + 1).called() || joinsOffice(i, members));
      if (element.is(Element.Type.WORD) && !plainAnd) {
        return;
      }
      boolean nextGroup = row.gap(i) == Element.Gap.SEMICOLON && !own;
      own |= element.is(Element.Type.OFFICE);
      boolean nextOffice = element.is(Element.Type.OFFICE) && row.introducesNext(i);
      if (nextGroup || (nextOffice && !(members && otherOffice(i)))) {
        return;
      }
      if (row.named(i)) {
        given.give(i, office);
      }
    }
  }

  /** "Lê A, Bí thư Đảng ủy kiêm Chủ tịch UBND xã": the second office is of the same person. */
  private boolean joinsOffice(int i, boolean members) {
    return row.isWord(i, JOINT)
        && row.is(i + 1, Element.Type.OFFICE)
        && otherOffice(i + 1)
        && (members || !row.introducesNext(i + 1));
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
