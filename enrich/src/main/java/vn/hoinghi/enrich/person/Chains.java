package vn.hoinghi.enrich.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.hoinghi.enrich.place.Words;

/**
 * Whose office is it? Offices stand right before a name ("Chủ tịch UBND tỉnh Lê A"), in a chain
 * after it ("Lê A, Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh") or over a list ("các Phó Chủ tịch: Lê A, Lý
 * B"). Each office goes to the name it touches; a chain between two names goes back to the first
 * one, unless that had its offices in front.
 */
final class Chains {
  private static final Set<Element.Gap> LINKS = Set.of(Element.Gap.COMMA, Element.Gap.DASH);
  private static final Set<Element.Gap> IN_LIST =
      Set.of(
          Element.Gap.SPACE,
          Element.Gap.COMMA,
          Element.Gap.DASH,
          Element.Gap.SEMICOLON,
          Element.Gap.OPEN,
          Element.Gap.CLOSE,
          Element.Gap.COLON);
  private static final Set<String> AND = Set.of("và", "cùng", "kiêm", "với");
  private static final int BRACKETS = 8;
  private static final int FAR = 20;
  private static final Set<String> LISTING = Set.of("gồm", "là", "có");
  private final Lexicon lexicon;
  private final List<Element> elements;
  private final Words words;
  private final boolean[] taken;
  private final Map<Integer, List<Office>> titles = new TreeMap<>();

  Chains(Lexicon lexicon, List<Element> elements, Words words) {
    this.lexicon = lexicon;
    this.elements = elements;
    this.words = words;
    taken = new boolean[elements.size()];
  }

  /** Offices by the index of the name they belong to. */
  Map<Integer, List<Office>> read() {
    for (int i = 0; i < elements.size(); i++) {
      if (named(i)) {
        after(i, before(i));
      }
    }
    for (int i = 0; i < elements.size(); i++) {
      if (is(i, Element.Type.OFFICE)) {
        heading(i);
        again(i);
      }
    }
    return titles;
  }

  private boolean named(int i) {
    return is(i, Element.Type.NAME) || is(i, Element.Type.SHORT);
  }

  private boolean is(int i, Element.Type type) {
    return i >= 0 && i < elements.size() && elements.get(i).is(type);
  }

  private Element.Gap gap(int i) {
    return i < elements.size() ? elements.get(i).gap() : Element.Gap.LINE;
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
    int i = beforeBrackets(callsFrom(name));
    if (!is(i - 1, Element.Type.OFFICE) || taken[i - 1] || !touches(i)) {
      return false;
    }
    int first = i - 1;
    while (linked(first)
        && is(first - 1 - joint(first), Element.Type.OFFICE)
        && !taken[first - 1 - joint(first)]) {
      first -= 1 + joint(first);
    }
    for (int office = first; office < i; office++) {
      if (is(office, Element.Type.OFFICE)) {
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
        && (gap(i) == Element.Gap.SPACE
            || (is(i - 1, Element.Type.RANK) && gap(i).compareTo(Element.Gap.STOP) <= 0))) {
      i--;
    }
    return i;
  }

  /** A short explanation in brackets between an office and a name is passed over. */
  private int beforeBrackets(int i) {
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

  private boolean touches(int i) {
    return gap(i) == Element.Gap.SPACE
        || gap(i) == Element.Gap.OPEN
        || (gap(i) == Element.Gap.COMMA && is(i, Element.Type.RANK));
  }

  private boolean linked(int i) {
    return LINKS.contains(gap(i)) || joint(i) == 1;
  }

  /** 1 where "và" or "kiêm" stands before the element. */
  private int joint(int i) {
    return gap(i) == Element.Gap.SPACE && isWord(i - 1, AND) && gap(i - 1) == Element.Gap.SPACE
        ? 1
        : 0;
  }

  private boolean isWord(int i, Set<String> wanted) {
    return is(i, Element.Type.WORD) && wanted.contains(words.folded(elements.get(i).from()));
  }

  private void after(int name, boolean hasOffice) {
    int i = pastBrackets(name + 1);
    boolean opens =
        gap(i) == Element.Gap.SPACE
            || gap(i) == Element.Gap.OPEN
            || gap(i) == Element.Gap.COLON
            || i > name + 1
            || LINKS.contains(gap(i));
    if (!is(i, Element.Type.OFFICE) || !opens) {
      return;
    }
    int end = i + 1;
    for (int next = nextOffice(end); next > 0; next = nextOffice(end)) {
      end = next + 1;
    }
    boolean leadsOn =
        introducesNext(end - 1)
            && !(gap(end) == Element.Gap.SPACE
                && is(end, Element.Type.ADDRESS)
                && !hasOffice
                && ownOffice(end + 1));
    int last = leadsOn ? (hasOffice ? i : end - 1) : end;
    for (int office = i; office < last; office++) {
      if (is(office, Element.Type.OFFICE) && !elements.get(office).office().many()) {
        give(name, office);
      }
    }
  }

  /**
   * A name with offices of its own after it needs none in front: the mark before it was forgotten.
   */
  private boolean ownOffice(int name) {
    return named(name) && is(name + 1, Element.Type.OFFICE) && LINKS.contains(gap(name + 1));
  }

  /** The office that goes on a chain at an index, or 0. */
  private int nextOffice(int at) {
    if (is(at, Element.Type.OFFICE) && LINKS.contains(gap(at))) {
      return at;
    }
    if (joinsOffice(at)) {
      return at + 1;
    }
    int past = pastBrackets(at);
    return past > at && is(past, Element.Type.OFFICE) ? past : 0;
  }

  /**
   * The element after a few words in brackets that are no office ("(giữa)", "(khóa XV)"); the same
   * one where there are none.
   */
  private int pastBrackets(int at) {
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

  private boolean joinsOffice(int i) {
    return isWord(i, AND)
        && gap(i) == Element.Gap.SPACE
        && is(i + 1, Element.Type.OFFICE)
        && gap(i + 1) == Element.Gap.SPACE
        && !introducesNext(i + 1);
  }

  /** True where an office touches the next name, or stands over a list. */
  private boolean introducesNext(int office) {
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

  /** "Lê A tái đắc cử Chủ tịch ...": kept, so it is the person's office. */
  private void again(int office) {
    if (taken[office] || lexicon.again.startBefore(words, elements.get(office).from(), 7) < 0) {
      return;
    }
    for (int i = office; i > 0 && office - i < FAR && gap(i).compareTo(Element.Gap.STOP) < 0; i--) {
      if (named(i - 1)) {
        give(i - 1, office);
        return;
      }
    }
  }

  private void heading(int office) {
    boolean many = elements.get(office).office().many();
    int i = office + 1;
    boolean listing = many && isWord(i, LISTING) && gap(i) == Element.Gap.SPACE;
    i += listing ? 1 : 0;
    boolean colon = gap(i) == Element.Gap.COLON;
    if ((!many && !colon) || !(colon || listing || gap(i) == Element.Gap.SPACE)) {
      if (many) {
        trailing(office);
      }
      return;
    }
    while (i < elements.size()
        && elements.get(i).called()
        && gap(i).compareTo(Element.Gap.COLON) <= 0) {
      i++;
    }
    if (i < elements.size() && named(i) && gap(i).compareTo(Element.Gap.COLON) <= 0) {
      list(office, i);
    }
  }

  private void list(int office, int first) {
    give(first, office);
    boolean own = false;
    for (int i = first + 1; i < elements.size() && IN_LIST.contains(gap(i)); i++) {
      Element element = elements.get(i);
      boolean plainAnd =
          isWord(i, AND)
              && i + 1 < elements.size()
              && (named(i + 1) || elements.get(i + 1).called());
      if (element.is(Element.Type.WORD) && !plainAnd) {
        return;
      }
      own |= element.is(Element.Type.OFFICE);
      boolean nextGroup = gap(i) == Element.Gap.SEMICOLON && !own;
      boolean otherOffice = element.is(Element.Type.OFFICE) && introducesNext(i);
      if (nextGroup || otherOffice) {
        return;
      }
      if (named(i)) {
        give(i, office);
      }
    }
  }

  /** "Lê A, Lý B, các Phó Chủ tịch UBND tỉnh": the plural office counts for the names before it. */
  private void trailing(int office) {
    if (taken[office] || gap(office) != Element.Gap.COMMA) {
      return;
    }
    for (int i = office - 1;
        i >= 0 && (named(i) || elements.get(i).called() || isWord(i, AND));
        i--) {
      if (named(i)) {
        give(i, office);
      }
      if (!IN_LIST.contains(gap(i))) {
        return;
      }
    }
  }
}
