package vn.hoinghi.enrich.person;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.hoinghi.enrich.place.Words;
import vn.hoinghi.enrich.text.WordSet;

/**
 * Not every name in a report is someone at the conference: credits and bylines name who wrote and
 * photographed, thoughts, streets and schools are named after people of history, and the late are
 * remembered. This leaves the others.
 */
final class NotHere {
  private static final WordSet CREDITS =
      WordSet.of(
          "ảnh", "tin", "bài", "nguồn", "clip", "video", "họa", "hiện", "viên", "pv", "ctv", "giả",
          "tập", "dựng", "phim");
  private static final WordSet AND = WordSet.of("và");
  private static final WordSet OF = WordSet.of("của");
  private static final int LINE = 10;
  private final Lexicon lexicon;
  private final Words words;
  private final List<Element> elements;
  private final Map<Integer, List<Office>> titles;
  private final Set<String> dead = new HashSet<>();

  NotHere(Lexicon lexicon, Words words, List<Element> elements, Map<Integer, List<Office>> titles) {
    this.lexicon = lexicon;
    this.words = words;
    this.elements = elements;
    this.titles = titles;
  }

  /** Indexes of the names that are left, in order. */
  List<Integer> others() {
    List<Integer> kept = new ArrayList<>();
    boolean credit = false;
    for (int i = 0; i < elements.size(); i++) {
      Element element = elements.get(i);
      credit = credit ? credited(element) : credit(i);
      boolean name = element.is(Element.Type.NAME) || element.is(Element.Type.SHORT);
      boolean away = history(i) || signed(element) || wrote(i) || namesThing(i) || standsAlone(i);
      if (name && (!credit || introduced(i)) && !away) {
        kept.add(i);
      }
    }
    return kept;
  }

  /** Credits end with the line, the bracket, or the first plain word. */
  private boolean credited(Element element) {
    boolean ends =
        element.gap().compareTo(Element.Gap.SEMICOLON) >= 0 || element.gap() == Element.Gap.CLOSE;
    boolean plain =
        element.is(Element.Type.WORD)
            && !words.capital(element.to() - 1)
            && !AND.has(words, element.from());
    return !ends && !plain;
  }

  /** "Ảnh: ...": what follows the colon is whom to thank. */
  private boolean credit(int i) {
    return elements.get(i).gap() == Element.Gap.COLON
        && i > 0
        && !elements.get(i - 1).is(Element.Type.NAME)
        && CREDITS.has(words, elements.get(i - 1).to() - 1);
  }

  private boolean history(int i) {
    String key = NameSpelling.key(words, elements.get(i).from(), elements.get(i).to());
    boolean late =
        titles.getOrDefault(i, List.of()).stream().anyMatch(Office::dead) || afterLate(i);
    if (late) {
      dead.add(key);
    }
    Boolean always = lexicon.notPersons.get(key);
    return late || dead.contains(key) || (always != null && (always || !introduced(i)));
  }

  /** "Nghị quyết do Tổng Bí thư ... vừa ký ban hành": the document is here, not its author. */
  private boolean signed(Element name) {
    int after = name.to();
    return words.spaceAfter(after - 1) && lexicon.signing.length(words, after) > 0;
  }

  /** "Tác phẩm "..." của Tổng Bí thư ...": a title in quotation marks stands before its author. */
  private boolean wrote(int i) {
    int from = elements.get(i).from();
    for (Office office : titles.getOrDefault(i, List.of())) {
      from = Math.min(from, office.from());
    }
    return from > 1
        && OF.has(words, from - 1)
        && words.gap(from - 2).chars().anyMatch(c -> c == '"' || c == '”');
  }

  private boolean afterLate(int i) {
    int from = elements.get(i).from();
    return elements.get(i).gap() == Element.Gap.SPACE
        && lexicon.late.startBefore(words, from, 4) >= 0;
  }

  private boolean introduced(int i) {
    return titles.containsKey(i) || (i > 0 && elements.get(i - 1).called());
  }

  private boolean namesThing(int i) {
    return !introduced(i)
        && (thingBefore(i, false) || thingBefore(i, true) || houseBefore(i) || inListOfThings(i));
  }

  /** "98 Lê Lợi": a number within the line before a name is a house's. */
  private boolean houseBefore(int i) {
    Element before = i > 0 ? elements.get(i - 1) : null;
    return before != null
        && elements.get(i).gap() == Element.Gap.SPACE
        && words.digit(before.from())
        && before.gap().compareTo(Element.Gap.STOP) < 0;
  }

  /** "đường Lê Lợi": the word right before the name, or one that a list may follow. */
  private boolean thingBefore(int i, boolean list) {
    int from = elements.get(i).from();
    boolean right =
        elements.get(i).gap() == Element.Gap.SPACE
            || (list && elements.get(i).gap() == Element.Gap.COLON);
    int thing = right ? lexicon.namedAfter.startBefore(words, from, 5) : -1;
    return thing >= 0 && (!list || lexicon.namedAfter.value(words, thing));
  }

  /** "đường Trường Chinh - Lê Lợi", "vụ án Lê A, Lý B": no verb or office follows such a name. */
  private boolean inListOfThings(int i) {
    int to = elements.get(i).to();
    if (to < words.count() && lexicon.acts.length(words, to) > 0) {
      return false;
    }
    for (int at = i; at > 0 && i - at < LINE && tied(at); at--) {
      if (at < i && thingBefore(at, true)) {
        return true;
      }
    }
    return false;
  }

  /** A name or word with a capital, or "và", that goes on with what stands before it. */
  private boolean tied(int i) {
    Element element = elements.get(i);
    boolean and = element.is(Element.Type.WORD) && AND.has(words, element.from());
    boolean link =
        element.gap() == Element.Gap.SPACE
            || element.gap() == Element.Gap.COMMA
            || element.gap() == Element.Gap.DASH
            || element.gap() == Element.Gap.COLON;
    return link && (and || capitals(i)) && !introduced(i);
  }

  /** A sentence or line that is nothing but a name is a byline. */
  private boolean standsAlone(int i) {
    int from = i;
    while (from > 0
        && i - from < LINE
        && elements.get(from).gap().compareTo(Element.Gap.COLON) < 0
        && capitals(from - 1)) {
      from--;
    }
    int to = i + 1;
    while (to < elements.size()
        && to - i < LINE
        && elements.get(to).gap().compareTo(Element.Gap.COLON) < 0
        && capitals(to)) {
      to++;
    }
    boolean begins = elements.get(from).gap().compareTo(Element.Gap.STOP) >= 0 && !announced(from);
    boolean ends = to == elements.size() || elements.get(to).gap().compareTo(Element.Gap.STOP) >= 0;
    return begins && ends && !introduced(i);
  }

  private boolean capitals(int i) {
    Element element = elements.get(i);
    boolean plain = element.is(Element.Type.NAME) || element.is(Element.Type.WORD);
    boolean high = words.capital(element.from()) || words.digit(element.from());
    return plain
        && !titles.containsKey(i)
        && high
        && (words.capital(element.to() - 1) || words.digit(element.to() - 1));
  }

  /** A line after a colon is part of a list. */
  private boolean announced(int i) {
    int from = elements.get(i).from();
    return from > 0 && words.gap(from - 1).indexOf(':') >= 0;
  }
}
