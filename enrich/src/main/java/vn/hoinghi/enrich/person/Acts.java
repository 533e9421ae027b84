package vn.hoinghi.enrich.person;

import java.util.ArrayList;
import java.util.List;
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
  private static final WordSet JOINTS =
      WordSet.of("và", "cùng", "với", "có", "là", "gồm", "các", "đã", "cũng");
  private final Lexicon lexicon;
  private final Words words;
  private final List<Element> elements;
  private final Part[] parts;
  private final List<Integer> group = new ArrayList<>();
  private Part announced;
  private int since;

  Acts(Lexicon lexicon, List<Element> elements, Words words) {
    this.lexicon = lexicon;
    this.elements = elements;
    this.words = words;
    parts = new Part[elements.size()];
  }

  /** The part that each mention shows; null where nothing is said. */
  Part[] read() {
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
      for (int i : group) {
        better(i, act);
      }
      announced = null;
    }
  }

  private void better(int i, Part part) {
    parts[i] = parts[i] == null ? part : best(parts[i], part);
  }

  /** The more telling one; the contract lists them in this order. */
  static Part best(Part one, Part other) {
    return rank(one) <= rank(other) ? one : other;
  }

  private static int rank(Part part) {
    return switch (part) {
      case CHAIR -> 0;
      case PRESENTER -> 1;
      case SPEAKER -> 2;
      case ATTENDEE -> 3;
    };
  }
}
