package vn.hoinghi.standalone.reading;

import java.util.List;
import java.util.stream.Collectors;
import vn.hoinghi.standalone.terminal.Paint;

/** How evidence is marked where text is shown. */
public enum Markers {
  /** {@code [startDate: 12/12]}, for files, pipes and those who see no colours. */
  PLAIN {
    @Override
    String marked(List<Stretch> stretches) {
      return Brackets.around(stretches);
    }

    @Override
    String legend() {
      return null;
    }
  },
  /** A colour for each facet. */
  COLOURS {
    @Override
    String marked(List<Stretch> stretches) {
      return stretches.stream()
          .map(s -> s.marked() ? coloured(s.facet(), s.text()) : s.text())
          .collect(Collectors.joining());
    }

    @Override
    String legend() {
      var legend = new StringBuilder();
      for (Facet facet : Facet.values()) {
        if (facet != Facet.MORE) {
          legend.append(legend.isEmpty() ? "" : "  ").append(coloured(facet, facet.label()));
        }
      }
      return legend.toString();
    }
  };

  private static final String ESCAPE = "\u001b[";
  private static final String RESET = ESCAPE + "0m";

  /** The text that the stretches are of; without the marks it is that text. */
  abstract String marked(List<Stretch> stretches);

  /** What the marks mean, or null where they say it themselves. */
  abstract String legend();

  private static String coloured(Facet facet, String text) {
    return ESCAPE + facet.ansi() + "m" + text + RESET;
  }

  /** Colours where anything else is coloured too. */
  static Markers in(Paint paint) {
    return paint == Paint.COLOURS ? COLOURS : PLAIN;
  }
}
