package vn.hoinghi.enrich.person;

import java.util.List;
import vn.hoinghi.enrich.place.Words;

/**
 * Offices that a verb gives back to who has them ("Lê A tái đắc cử Chủ tịch") or that stand behind
 * a name as news ("Lê A, vừa được bầu làm Bí thư Huyện ủy, nói"). Where the person has another
 * office in the text, that is what a reader calls them by; so these count only where there is none.
 */
final class OfficesKept {
  private static final int FAR = 20;
  private static final int LONGEST = 7;
  private final Lexicon lexicon;
  private final List<Element> elements;
  private final Words words;
  private final Row row;
  private final Given given;

  OfficesKept(Lexicon lexicon, List<Element> elements, Words words, Row row, Given given) {
    this.lexicon = lexicon;
    this.elements = elements;
    this.words = words;
    this.row = row;
    this.given = given;
  }

  void read(int office) {
    if (given.taken(office)) {
      return;
    }
    int from = elements.get(office).office().from();
    if (lexicon.again.startBefore(words, from, LONGEST) >= 0) {
      again(office);
    } else if (lexicon.newly.startBefore(words, from, LONGEST) >= 0) {
      newly(office, lexicon.newly.startBefore(words, from, LONGEST));
    }
  }

  private void again(int office) {
    for (int i = office;
        i > 0 && office - i < FAR && row.gap(i).compareTo(Element.Gap.STOP) < 0;
        i--) {
      if (row.named(i - 1)) {
        given.keep(i - 1, office);
        return;
      }
    }
  }

  private void newly(int office, int word) {
    int i = office;
    while (i > 0 && elements.get(i).from() > word) {
      i--;
    }
    if (row.named(i - 1) && row.gap(i) == Element.Gap.COMMA) {
      given.keep(i - 1, office);
    }
  }
}
