package vn.hoinghi.enrich.person;

import java.util.EnumSet;
import java.util.Set;
import vn.hoinghi.enrich.place.Words;
import vn.hoinghi.enrich.text.WordSet;

/**
 * Is it a name that begins here? After an office, a form of address or another name of a list one
 * is due, and rare surnames and foreign names count; elsewhere only a safe surname or what follows
 * the name tells it from a place or a body.
 */
final class DueNames {
  private static final Set<Element.Gap> LINKS =
      EnumSet.of(Element.Gap.COMMA, Element.Gap.DASH, Element.Gap.COLON, Element.Gap.OPEN);
  private static final int SHORT_CLAN = 3;
  private static final WordSet AND = WordSet.of("và", "cùng");
  private final Lexicon lexicon;
  private final Words words;
  private final NameReader names;
  private final ForeignNames foreign;
  private final PlaceWords places;
  private final OfficeReader offices;

  DueNames(
      Lexicon lexicon,
      Words words,
      NameReader names,
      ForeignNames foreign,
      PlaceWords places,
      OfficeReader offices) {
    this.lexicon = lexicon;
    this.words = words;
    this.names = names;
    this.foreign = foreign;
    this.places = places;
    this.offices = offices;
  }

  /** Index after the last word of the name that begins at a word; {@code i} where none does. */
  int end(int i, Element last, Element before, Element.Gap gap, boolean introduced) {
    if (!words.capital(i) || country(i)) {
      return i;
    }
    boolean colon =
        gap == Element.Gap.COLON && last != null && (last.called() || last.is(Element.Type.OFFICE));
    if (introduced || colon || inList(last, before, gap)) {
      return due(i, introduced && last.called(), introduced || colon);
    }
    int end = names.end(i);
    if (end == i) {
      return i;
    }
    boolean place = places.endAt(i) >= end || lexicon.brands.length(words, end - 1) > 0;
    boolean after = i > 0 && words.spaceAfter(i - 1) && words.capital(i - 1) && !lineStart(i);
    boolean sure = names.surname(i) == Lexicon.Surname.COMMON && end - i >= 3;
    boolean shown =
        !places.beginsAt(i)
            && (officeFollows(end) || (end - i >= 3 && lexicon.acts.length(words, end) > 0));
    return (sure || shown) && !after && !place && lexicon.body(words, i) < 2 ? end : i;
  }

  /** "Thái Lan", not "Thái Lan Anh". */
  private boolean country(int i) {
    int length = lexicon.countries.length(words, i);
    return length > 1 && names.end(i) <= i + length;
  }

  private boolean officeFollows(int end) {
    boolean linked = end < words.count() && LINKS.contains(Gaps.of(words.gap(end - 1)));
    return linked && offices.begins(end);
  }

  private boolean lineStart(int i) {
    return words.gap(i - 1).indexOf('\n') >= 0;
  }

  private boolean inList(Element last, Element before, Element.Gap gap) {
    if (last == null || before == null) {
      return false;
    }
    boolean and =
        last.is(Element.Type.WORD) && AND.has(words, last.from()) && gap == Element.Gap.SPACE;
    boolean comma = gap == Element.Gap.COMMA || gap == Element.Gap.SEMICOLON;
    return (comma && (last.is(Element.Type.NAME) || last.is(Element.Type.OFFICE)))
        || (and && before.is(Element.Type.NAME));
  }

  private int due(int i, boolean address, boolean touched) {
    int end = names.end(i);
    int place = places.endAt(i);
    if (end > i) {
      boolean isPlace = place >= end && !address;
      return isPlace || (!address && lexicon.body(words, i) > 1) ? i : foreign.hyphened(end - 1);
    }
    int guest = touched && place == i ? foreign.end(i) : i;
    if (guest > i) {
      return address ? afterSaint(i, guest) : guest;
    }
    if (!address || place > i || lexicon.body(words, i) > 0 || lexicon.heads.length(words, i) > 0) {
      return i;
    }
    return names.run(i, 4);
  }

  /** "Linh mục Giuse Trần Văn A": the name of a saint before the other one. */
  private int afterSaint(int i, int end) {
    boolean saint = end == i + 1 && end < words.count() && words.spaceAfter(i);
    return saint ? Math.max(end, names.end(end)) : end;
  }

  /** A given name alone: one word, or two Vietnamese ones without a surname ("bà Kim Ngân"). */
  boolean isShort(int i, int end, Element last, boolean introduced) {
    Lexicon.Surname surname = names.surname(i);
    if (end - i == 1) {
      return surname != Lexicon.Surname.HIGHLAND || words.length(i) <= SHORT_CLAN;
    }
    return introduced && last.called() && surname == null && end - i < 3 && foreign.end(i) < end;
  }
}
