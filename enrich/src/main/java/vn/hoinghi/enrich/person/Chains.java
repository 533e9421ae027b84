package vn.hoinghi.enrich.person;

import java.util.List;
import vn.hoinghi.enrich.place.Words;

/**
 * Whose office is it? Offices stand right before a name ("Chủ tịch UBND tỉnh Lê A"), in a chain
 * after it ("Lê A, Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh") or over a list. Each office goes to the
 * name it touches; a chain between two names goes back to the first one, unless that had its
 * offices in front.
 */
final class Chains {
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

  /** The offices of each name. */
  Given read() {
    OfficesBefore before = new OfficesBefore(lexicon, elements, words, row, given);
    OfficesAfter after = new OfficesAfter(elements, row, given);
    for (int i = 0; i < elements.size(); i++) {
      if (row.named(i)) {
        after.take(i, before.take(i));
      }
    }
    Headings headings = new Headings(elements, words, given);
    OfficesKept kept = new OfficesKept(lexicon, elements, words, row, given);
    for (int i = 0; i < elements.size(); i++) {
      if (row.is(i, Element.Type.OFFICE)) {
        headings.read(i);
        kept.read(i);
      }
    }
    return given;
  }
}
