package vn.hoinghi.enrich.person;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.hoinghi.avro.Part;
import vn.hoinghi.enrich.place.Words;
import vn.hoinghi.enrich.text.WordSet;

/**
 * What did the people named in a sentence do? Mostly the first verb after a name or a list of names
 * tells ("Lê A và Lý B chủ trì"); a chair or a speaker may be announced before the names ("Chủ trì
 * có các đồng chí: ..."). Presenting counts for more than speaking, chairing for most.
 */
final class Acts {
  private static final int NEAR = 8;
  private static final List<Part> TELLING =
      List.of(Part.CHAIR, Part.PRESENTER, Part.SPEAKER, Part.ATTENDEE);
  private static final WordSet JOINTS =
      WordSet.of("và", "cùng", "với", "có", "là", "gồm", "các", "đã", "cũng");
  private final Lexicon lexicon;
  private final Words words;
  private final List<Element> elements;
  private final Map<Integer, Part> parts = new HashMap<>();
  private final List<Integer> group = new ArrayList<>();
  private Part announced;
  private int since;

  Acts(Lexicon lexicon, List<Element> elements, Words words) {
    this.lexicon = lexicon;
    this.elements = elements;
    this.words = words;
  }

  /** The part that the mention at an index shows; ATTENDEE where nothing more is said. */
  Map<Integer, Part> read() {
    for (int i = 0; i < elements.size(); i++) {
      Element element = elements.get(i);
      if (element.gap().compareTo(Element.Gap.STOP) >= 0) {
        group.clear();
        announced = null;
        since = 0;
      }
      if (element.is(Element.Type.NAME) || element.is(Element.Type.SHORT)) {
        name(i);
      } else if (element.is(Element.Type.WORD)) {
        word(element);
      }
    }
    return parts;
  }

  private void name(int i) {
    if (since > 0) {
      group.clear();
    }
    since = 0;
    group.add(i);
    if (announced != null) {
      better(i, announced);
    }
  }

  private void word(Element element) {
    Part act = lexicon.acts.value(words, element.from());
    if (act == null) {
      since += JOINTS.has(words, element.from()) ? 0 : 1;
      announced = group.isEmpty() || since == 0 ? announced : null;
      return;
    }
    if (group.isEmpty()) {
      announced = act == Part.PRESENTER ? announced : act;
    } else if (since < NEAR) {
      group.forEach(i -> better(i, act));
      announced = null;
    }
  }

  private void better(int i, Part part) {
    parts.merge(i, part, Acts::best);
  }

  /** The more telling one; the contract lists them in this order. */
  static Part best(Part one, Part other) {
    return rank(one) <= rank(other) ? one : other;
  }

  private static int rank(Part part) {
    return TELLING.indexOf(part);
  }
}
