package vn.hoinghi.standalone.reading;

import java.util.ArrayList;
import java.util.List;
import vn.hoinghi.standalone.reading.Stretch.Layer;

/**
 * Text with its evidence in brackets that name the field. A span within another stands within its
 * brackets; where two cross, the inner bracket is closed with the outer one and opened again.
 */
final class Brackets {
  private final StringBuilder out = new StringBuilder();
  private final List<Layer> open = new ArrayList<>();

  private Brackets() {}

  static String around(List<Stretch> stretches) {
    var brackets = new Brackets();
    for (Stretch stretch : stretches) {
      brackets.change(stretch.layers());
      brackets.out.append(stretch.text());
    }
    brackets.change(List.of());
    return brackets.out.toString();
  }

  private void change(List<Layer> wanted) {
    int kept = 0;
    while (kept < Math.min(open.size(), wanted.size()) && open.get(kept).equals(wanted.get(kept))) {
      kept++;
    }
    out.append("]".repeat(open.size() - kept));
    open.subList(kept, open.size()).clear();
    for (Layer layer : wanted.subList(kept, wanted.size())) {
      out.append('[').append(layer.fields()).append(": ");
      open.add(layer);
    }
  }
}
