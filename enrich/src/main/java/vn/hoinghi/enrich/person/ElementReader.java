package vn.hoinghi.enrich.person;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.hoinghi.enrich.place.Gazetteer;
import vn.hoinghi.enrich.place.Kind;
import vn.hoinghi.enrich.place.PlaceHit;
import vn.hoinghi.enrich.place.Words;

/** Reads a text once, from left to right, into names, offices, forms of address and other words. */
final class ElementReader {
  private static final Set<Element.Gap> LINKS =
      EnumSet.of(Element.Gap.COMMA, Element.Gap.DASH, Element.Gap.COLON, Element.Gap.OPEN);
  private final Lexicon lexicon;
  private final String text;
  private final Words words;
  private final NameReader names;
  private final OfficeReader offices;
  private final Map<Integer, Integer> places = new HashMap<>();
  private final Set<Integer> provinces = new HashSet<>();
  private final List<Element> elements = new ArrayList<>();

  ElementReader(Lexicon lexicon, String text, Words words) {
    this.lexicon = lexicon;
    this.text = text;
    this.words = words;
    names = new NameReader(lexicon, words);
    findPlaces();
    offices = new OfficeReader(lexicon, words, names, places, provinces);
  }

  private void findPlaces() {
    int word = 0;
    for (PlaceHit hit : Gazetteer.standard().find(text, words)) {
      while (words.start(word) < hit.start()) {
        word++;
      }
      int from = word;
      while (word < words.count() && words.end(word) <= hit.end()) {
        word++;
      }
      places.put(from, word);
      if (hit.kind() == Kind.PROVINCE) {
        provinces.add(word);
      }
    }
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
    Element last = elements.isEmpty() ? null : elements.get(elements.size() - 1);
    boolean introduced = last != null && introduces(last, gap);
    Phrases.Match<Lexicon.Address> address = lexicon.address.longest(words, i);
    if (address != null
        && offices.read(i) == null
        && (!introduced
            || last.called()
            || address.end() - i > 1
            || !words.capital(i)
            || shortRank(i))) {
      return new Element(
          address.value() == Lexicon.Address.RANK ? Element.Type.RANK : Element.Type.ADDRESS,
          i,
          address.end(),
          gap,
          null);
    }
    int name = name(i, last, gap, introduced);
    if (name > i && introduced && placeOfOffice(i, name, last)) {
      return new Element(Element.Type.WORD, i, name, gap, null);
    }
    if (name > i) {
      return new Element(
          (name - i == 1 && names.surname(i) != Lexicon.Surname.HIGHLAND)
                  || isShort(i, name, last, introduced)
              ? Element.Type.SHORT
              : Element.Type.NAME,
          i,
          name,
          gap,
          null);
    }
    Office office = offices.read(i);
    if (office != null) {
      return new Element(Element.Type.OFFICE, i, office.to(), gap, office);
    }
    int whole = lexicon.body(words, i) > 1 ? i + lexicon.body(words, i) : i + 1;
    return new Element(Element.Type.WORD, i, Math.max(whole, places.getOrDefault(i, i)), gap, null);
  }

  /** A full stop inside "TP.Huế" or "PGS.TS" parts nothing. */
  private Element.Gap gapBefore(int i) {
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
    if (!last.is(Element.Type.OFFICE) || elements.size() < 2 || end - i != 2) {
      return false;
    }
    boolean owned =
        elements.get(elements.size() - 2).is(Element.Type.NAME) && LINKS.contains(last.gap());
    boolean owner = end < words.count() && lexicon.acts.length(words, end) > 0;
    if (!owned || owner || names.surname(i) == Lexicon.Surname.COMMON) {
      return false;
    }
    Office office = last.office();
    Office whole = new Office(office.from(), end, office.many(), office.dead());
    elements.set(
        elements.size() - 1, new Element(Element.Type.OFFICE, last.from(), end, last.gap(), whole));
    return true;
  }

  private boolean shortRank(int i) {
    return words.at(i).length() <= 4 && words.gap(i).startsWith(".");
  }

  /** A name is due: after an office or a form of address, or going on with a list of names. */
  private boolean introduces(Element last, Element.Gap gap) {
    return (last.is(Element.Type.OFFICE) || last.called())
        && (gap == Element.Gap.SPACE || (gap == Element.Gap.STOP && last.is(Element.Type.RANK)));
  }

  private int name(int i, Element last, Element.Gap gap, boolean introduced) {
    if (!words.capital(i)) {
      return i;
    }
    boolean colon =
        gap == Element.Gap.COLON && last != null && (last.called() || last.is(Element.Type.OFFICE));
    if (introduced || colon || inList(last, gap)) {
      return dueName(i, last, introduced);
    }
    int end = names.end(i);
    boolean place = places.getOrDefault(i, i) >= end;
    boolean after = i > 0 && words.spaceAfter(i - 1) && words.capital(i - 1) && !lineStart(i);
    boolean sure = names.surname(i) == Lexicon.Surname.COMMON && end - i >= 3;
    boolean shown =
        end > i
            && !places.containsKey(i)
            && (officeFollows(end) || (end - i >= 3 && lexicon.acts.length(words, end) > 0));
    return (sure || shown) && !after && !place && lexicon.body(words, i) < 2 ? end : i;
  }

  private boolean officeFollows(int end) {
    boolean linked = end < words.count() && LINKS.contains(Gaps.of(words.gap(end - 1)));
    return linked && offices.read(end) != null;
  }

  private boolean lineStart(int i) {
    return words.gap(i - 1).indexOf('\n') >= 0;
  }

  private boolean inList(Element last, Element.Gap gap) {
    if (last == null || elements.size() < 2) {
      return false;
    }
    Element before = elements.get(elements.size() - 2);
    boolean and =
        last.is(Element.Type.WORD)
            && (words.folded(last.from()).equals("và") || words.folded(last.from()).equals("cùng"))
            && gap == Element.Gap.SPACE;
    boolean comma = gap == Element.Gap.COMMA || gap == Element.Gap.SEMICOLON;
    return (comma && (last.is(Element.Type.NAME) || last.is(Element.Type.OFFICE)))
        || (and && before.is(Element.Type.NAME));
  }

  private int dueName(int i, Element last, boolean introduced) {
    int end = names.end(i);
    int place = places.getOrDefault(i, i);
    boolean address = introduced && last.called();
    if (end > i) {
      boolean isPlace = place >= end && !address;
      return isPlace || (!address && lexicon.body(words, i) > 1) ? i : end;
    }
    if (!address || place > i || lexicon.body(words, i) > 0 || lexicon.heads.length(words, i) > 0) {
      return i;
    }
    return names.run(i, 4);
  }

  /** Two words without a surname after a form of address are a given name ("bà Kim Ngân"). */
  private boolean isShort(int i, int end, Element last, boolean introduced) {
    return introduced && last.called() && names.surname(i) == null && end - i < 3;
  }
}
