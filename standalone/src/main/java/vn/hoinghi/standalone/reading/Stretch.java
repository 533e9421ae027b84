package vn.hoinghi.standalone.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import vn.hoinghi.avro.Evidence;

/**
 * A piece of text with all the evidence that lies over it. Spans of evidence overlap and nest as
 * they like, marks on a page cannot; so the text is cut wherever a span begins or ends. The pieces,
 * one after the other, are the text.
 *
 * @param over the narrowest first; empty for text that nothing was read in
 */
record Stretch(String text, List<Evidence> over) {
  private static final Comparator<Evidence> NARROWEST_FIRST =
      Comparator.<Evidence>comparingInt(e -> e.getEnd() - e.getStart())
          .thenComparing(Evidence::getField)
          .thenComparing(Evidence::getRule)
          .thenComparing(Evidence::getStart);

  private static final Comparator<Evidence> WIDEST_FIRST =
      Comparator.<Evidence>comparingInt(e -> e.getStart() - e.getEnd())
          .thenComparing(Evidence::getStart)
          .thenComparing(Evidence::getField);

  /**
   * @param evidence counts code points of {@code text}; what lies outside of it is left out
   */
  static List<Stretch> of(String text, List<Evidence> evidence) {
    int[] points = text.codePoints().toArray();
    List<Evidence> usable =
        evidence.stream()
            .filter(e -> e.getStart() >= 0 && e.getStart() < e.getEnd())
            .filter(e -> e.getEnd() <= points.length)
            .sorted(NARROWEST_FIRST)
            .toList();
    var cuts = new TreeSet<>(List.of(0, points.length));
    usable.forEach(e -> Collections.addAll(cuts, e.getStart(), e.getEnd()));
    var stretches = new ArrayList<Stretch>();
    int from = 0;
    for (int to : cuts.tailSet(1)) {
      int start = from;
      List<Evidence> over =
          usable.stream().filter(e -> e.getStart() <= start && e.getEnd() >= to).toList();
      add(stretches, new Stretch(new String(points, from, to - from), over));
      from = to;
    }
    return List.copyOf(stretches);
  }

  /** Two pieces of one span under the same fields look alike, so they are shown as one. */
  private static void add(List<Stretch> stretches, Stretch next) {
    Stretch last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
    if (last == null
        || !last.fields().equals(next.fields())
        || Collections.disjoint(last.over, next.over)) {
      stretches.add(next);
      return;
    }
    var both = new LinkedHashSet<>(last.over);
    both.addAll(next.over);
    List<Evidence> over = both.stream().sorted(NARROWEST_FIRST).toList();
    stretches.set(stretches.size() - 1, new Stretch(last.text + next.text, over));
  }

  /** Names of the fields read here, in alphabetical order. */
  TreeSet<String> fields() {
    var fields = new TreeSet<String>();
    over.forEach(e -> fields.add(e.getField()));
    return fields;
  }

  boolean marked() {
    return !over.isEmpty();
  }

  /** What the piece looks like: as the narrowest of its spans. */
  Facet facet() {
    return Facet.of(over.get(0).getField());
  }

  /** The spans one within the other, the widest first; each field once. */
  List<Layer> layers() {
    var layers = new ArrayList<Layer>();
    var seen = new TreeSet<String>();
    over.stream()
        .sorted(WIDEST_FIRST)
        .filter(e -> seen.add(e.getField()))
        .map(e -> new Layer(e.getStart(), e.getEnd(), e.getField()))
        .forEach(
            layer -> {
              Layer last = layers.isEmpty() ? null : layers.get(layers.size() - 1);
              if (last != null && last.start() == layer.start() && last.end() == layer.end()) {
                layers.set(layers.size() - 1, last.with(layer.fields()));
              } else {
                layers.add(layer);
              }
            });
    return List.copyOf(layers);
  }

  /**
   * A span of evidence.
   *
   * @param fields read in exactly this span, joined by a plus sign
   */
  record Layer(int start, int end, String fields) {
    private Layer with(String field) {
      return new Layer(start, end, fields + "+" + field);
    }
  }
}
