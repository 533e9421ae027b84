package vn.hoinghi.enrich.person;

import java.util.List;
import vn.hoinghi.enrich.place.Words;
import vn.hoinghi.enrich.text.WordSet;

/**
 * The elements of a text in a row, with the questions that are asked of a position; outside of the
 * row nothing stands.
 */
final class Row {
  static final WordSet AND = WordSet.of("và", "cùng", "kiêm", "với");
  private static final WordSet YEARS = WordSet.of("tuổi");
  private static final WordSet BORN = WordSet.of("sinh", "sn");
  private static final WordSet YEAR = WordSet.of("năm");
  private static final int BRACKETS = 8;
  private final Lexicon lexicon = Lexicon.STANDARD;
  private final List<Element> elements;
  private final Words words;

  Row(List<Element> elements, Words words) {
    this.elements = elements;
    this.words = words;
  }

  boolean named(int i) {
    return is(i, Element.Type.NAME) || is(i, Element.Type.SHORT);
  }

  boolean is(int i, Element.Type type) {
    return i >= 0 && i < elements.size() && elements.get(i).is(type);
  }

  Element.Gap gap(int i) {
    return i < elements.size() ? elements.get(i).gap() : Element.Gap.LINE;
  }

  boolean isWord(int i, WordSet wanted) {
    return is(i, Element.Type.WORD) && wanted.has(words, elements.get(i).from());
  }

  /**
   * The element after a few words in brackets that are no office ("(giữa)", "(khóa XV)"); the same
   * one where there are none.
   */
  int pastBrackets(int at) {
    if (gap(at) != Element.Gap.OPEN || is(at, Element.Type.OFFICE)) {
      return at;
    }
    int close = at + 1;
    while (close - at < BRACKETS
        && gap(close).compareTo(Element.Gap.SEMICOLON) < 0
        && gap(close) != Element.Gap.CLOSE) {
      close++;
    }
    return gap(close) == Element.Gap.CLOSE ? close : at;
  }

  /**
   * The element after "34 tuổi", "sinh năm 1971" or "SN 1971" behind a name; the same otherwise.
   */
  int pastAge(int at) {
    if (gap(at) != Element.Gap.COMMA && gap(at) != Element.Gap.OPEN) {
      return at;
    }
    if (number(at)) {
      return isWord(at + 1, YEARS) && gap(at + 1) == Element.Gap.SPACE ? at + 2 : at;
    }
    int year = isWord(at, BORN) ? at + (isWord(at + 1, YEAR) ? 2 : 1) : at;
    return year > at && number(year) ? year + 1 : at;
  }

  private boolean number(int i) {
    return is(i, Element.Type.WORD) && words.digit(elements.get(i).from());
  }

  /** A short explanation in brackets between an office and a name is passed over. */
  int beforeBrackets(int i) {
    if (i == 0 || i >= elements.size() || gap(i) != Element.Gap.CLOSE) {
      return i;
    }
    int open = i - 1;
    while (open > 0
        && i - open < BRACKETS
        && gap(open).compareTo(Element.Gap.SEMICOLON) < 0
        && gap(open) != Element.Gap.OPEN) {
      open--;
    }
    return gap(open) == Element.Gap.OPEN && is(open - 1, Element.Type.OFFICE) ? open : i;
  }

  /**
   * "Vụ trưởng Vụ Pháp chế, Bộ Công an Lê A": the wider body that stands between an office and a
   * name is passed over.
   */
  int beforeBody(int i) {
    if (gap(i) != Element.Gap.SPACE) {
      return i;
    }
    int at = i - 1;
    boolean wider = false;
    while (at > 0 && i - at < BRACKETS && is(at, Element.Type.WORD)) {
      boolean led = gap(at) == Element.Gap.COMMA;
      boolean kind = lexicon.widerKinds.length(words, elements.get(at).from()) > 0;
      boolean body = kind || lexicon.body(words, elements.get(at).from()) > 0;
      if (led ? !body : gap(at) != Element.Gap.SPACE) {
        return i;
      }
      wider |= led && kind;
      if (led && is(at - 1, Element.Type.OFFICE)) {
        return wider ? at : i;
      }
      at--;
    }
    return i;
  }

  /** True where an office touches the next name, or stands over a list. */
  boolean introducesNext(int office) {
    int i = office + 1;
    while (i < elements.size()
        && elements.get(i).called()
        && (gap(i) == Element.Gap.SPACE
            || gap(i) == Element.Gap.STOP
            || is(i, Element.Type.RANK))) {
      i++;
    }
    return i < elements.size()
        && named(i)
        && (gap(office + 1) == Element.Gap.SPACE
            || gap(office + 1) == Element.Gap.COLON
            || (gap(office + 1) == Element.Gap.COMMA && is(office + 1, Element.Type.RANK)));
  }
}
