package vn.hoinghi.enrich.person;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.hoinghi.enrich.place.Words;
import vn.hoinghi.enrich.text.WordSet;

/**
 * The offices that stand before a name: right before it ("Chủ tịch UBND tỉnh Lê A"), in a chain
 * ("Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh Lê A"), or with a mark between ("Bí thư Huyện ủy - Lê A").
 */
final class OfficesBefore {
  private static final Set<Element.Gap> LINKS = EnumSet.of(Element.Gap.COMMA, Element.Gap.DASH);
  private static final WordSet BY = WordSet.of("theo");
  private static final WordSet OF = WordSet.of("của");
  private static final WordSet IS = WordSet.of("là");

  /** Last words of what makes somebody something: "làm", "giữ chức", "cương vị". */
  private static final WordSet AS = WordSet.of("làm", "chức", "vụ", "danh", "vị", "giữ");

  /** What may stand before the verb that tells who spoke. */
  private static final WordSet TENSE = WordSet.of("đã", "cũng", "vừa", "còn", "đang", "sẽ");

  private final Lexicon lexicon;
  private final List<Element> elements;
  private final Words words;
  private final Row row;
  private final Given given;

  OfficesBefore(Lexicon lexicon, List<Element> elements, Words words, Row row, Given given) {
    this.lexicon = lexicon;
    this.elements = elements;
    this.words = words;
    this.row = row;
    this.given = given;
  }

  /** Takes the offices that end right before a name; false where there are none. */
  boolean take(int name) {
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
        && !given.taken(first - 1 - joint(first))
        && !becomes(first - 1 - joint(first))) {
      first -= 1 + joint(first);
    }
    return first;
  }

  /** "Ông Lý B làm Chủ tịch, Phó Chủ tịch Lê A ...": the first one is what somebody becomes. */
  private boolean becomes(int office) {
    return row.isWord(office - 1, AS) && row.gap(office) == Element.Gap.SPACE;
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
            || (row.gap(first) == Element.Gap.COMMA && acts(elements.get(name).to()));
    return gap == Element.Gap.DASH
        || (gap == Element.Gap.COMMA && opens && name == i + 1 && elements.get(i).called());
  }

  private boolean acts(int word) {
    int verb = word < words.count() && TENSE.has(words, word) ? word + 1 : word;
    return lexicon.acts.length(words, verb) > 0;
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
}
