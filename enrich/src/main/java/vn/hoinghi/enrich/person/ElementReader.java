package vn.hoinghi.enrich.person;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.hoinghi.enrich.place.PlaceHit;
import vn.hoinghi.enrich.place.Words;

/** Reads a text once, from left to right, into names, offices, forms of address and other words. */
final class ElementReader {
  private static final Set<Element.Gap> LINKS =
      EnumSet.of(Element.Gap.COMMA, Element.Gap.DASH, Element.Gap.COLON, Element.Gap.OPEN);
  private final Lexicon lexicon;
  private final Words words;
  private final NameReader names;
  private final OfficeReader offices;
  private final DueNames due;
  private final PlaceWords places;
  private final List<Element> elements = new ArrayList<>();

  /** True where the office that begins now is the one's who was just named. */
  private boolean owned;

  ElementReader(Lexicon lexicon, Words words, List<PlaceHit> hits) {
    this.lexicon = lexicon;
    this.words = words;
    names = new NameReader(lexicon, words);
    places = new PlaceWords(words, hits);
    ForeignNames foreign = new ForeignNames(lexicon, words, names);
    offices =
        new OfficeReader(lexicon, words, new OfficeBody(lexicon, words, names, foreign, places));
    due = new DueNames(lexicon, words, names, foreign, places, offices);
  }

  List<Element> read() {
    int i = 0;
    while (i < words.count()) {
      Element element = at(i);
      elements.add(element);
      i = element.to();
    }
    return elements;
  }

  private Element at(int i) {
    Element.Gap gap = i == 0 ? Element.Gap.LINE : gapBefore(i);
    Element last = back(1);
    if (!words.capital(i) && !words.beginsPhrase(i, lexicon.book)) {
      owns(last, gap);
      return new Element(Element.Type.WORD, i, Math.max(i + 1, places.endAt(i)), gap, null);
    }
    boolean introduced = last != null && introduces(last, gap);
    int address = lexicon.address.end(words, i);
    if (address > 0 && called(i, address, last, introduced) && !offices.begins(i)) {
      boolean rank = lexicon.address.value(words, i) == Lexicon.Address.RANK;
      return new Element(rank ? Element.Type.RANK : Element.Type.ADDRESS, i, address, gap, null);
    }
    int name = due.end(i, last, back(2), gap, introduced);
    if (name > i && introduced && placeOfOffice(i, name, last)) {
      return new Element(Element.Type.WORD, i, name, gap, null);
    }
    if (name > i) {
      return named(i, name, gap, due.isShort(i, name, last, introduced));
    }
    owns(last, gap);
    Office office = offices.read(i, owned);
    if (office != null) {
      return new Element(Element.Type.OFFICE, i, office.to(), gap, office);
    }
    int whole = i + Math.max(1, lexicon.body(words, i));
    return new Element(Element.Type.WORD, i, Math.max(whole, places.endAt(i)), gap, null);
  }

  private boolean called(int i, int end, Element last, boolean introduced) {
    return !introduced
        || last.called()
        || end - i > 1
        || !words.capital(i)
        || (words.length(i) <= 4 && words.after(i) == '.');
  }

  private Element named(int i, int end, Element.Gap gap, boolean isShort) {
    return new Element(isShort ? Element.Type.SHORT : Element.Type.NAME, i, end, gap, null);
  }

  /** An office right after a name, with a mark between them, and each one in the chain after it. */
  private void owns(Element last, Element.Gap gap) {
    boolean afterName = last != null && last.is(Element.Type.NAME);
    Element before = back(2);
    boolean free =
        before == null || !before.is(Element.Type.OFFICE) || last.gap() != Element.Gap.SPACE;
    boolean chained = owned && last != null && last.is(Element.Type.OFFICE);
    owned = LINKS.contains(gap) && ((afterName && free) || chained);
  }

  private Element back(int steps) {
    return elements.size() < steps ? null : elements.get(elements.size() - steps);
  }

  /** A full stop inside "TP.Huế" or "PGS.TS" parts nothing. */
  private Element.Gap gapBefore(int i) {
    if (words.spaceAfter(i - 1)) {
      return Element.Gap.SPACE;
    }
    String gap = words.gap(i - 1);
    boolean shortened =
        gap.equals(".") && words.length(i - 1) <= 3 && words.capital(i - 1) && words.shouts(i - 1);
    return shortened ? Element.Gap.SPACE : Gaps.of(gap);
  }

  /**
   * A name of two words with a doubtful surname after an office that is already somebody's ("Lê Ba,
   * Đồn trưởng Đồn Biên phòng Mộc Bài") is the office's place.
   */
  private boolean placeOfOffice(int i, int end, Element last) {
    boolean owner = end < words.count() && lexicon.acts.length(words, end) > 0;
    if (!last.is(Element.Type.OFFICE)
        || !owned
        || owner
        || end - i != 2
        || names.surname(i) != Lexicon.Surname.RARE) {
      return false;
    }
    Office office = last.office();
    Office whole = new Office(office.from(), end, office.many(), office.dead());
    elements.set(
        elements.size() - 1, new Element(Element.Type.OFFICE, last.from(), end, last.gap(), whole));
    return true;
  }

  /** A name is due: after an office or a form of address, or going on with a list of names. */
  private boolean introduces(Element last, Element.Gap gap) {
    return (last.is(Element.Type.OFFICE) || last.called())
        && (gap == Element.Gap.SPACE || (gap == Element.Gap.STOP && last.is(Element.Type.RANK)));
  }
}
