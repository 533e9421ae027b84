package vn.hoinghi.standalone;

/** How a stretch of text is marked where it is shown. */
enum Markers {
  /** {@code [startDate: 12/12]}, for files, pipes and those who see no colours. */
  PLAIN {
    @Override
    String mark(Stretch stretch) {
      return "[" + String.join("+", stretch.fields()) + ": " + stretch.text() + "]";
    }

    @Override
    String legend() {
      return null;
    }
  },
  /** A colour for each facet. */
  COLOURS {
    @Override
    String mark(Stretch stretch) {
      return coloured(stretch.facet(), stretch.text());
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

  /** The text of a stretch that something was read in, marked. */
  abstract String mark(Stretch stretch);

  /** What the marks mean, or null where they say it themselves. */
  abstract String legend();

  private static String coloured(Facet facet, String text) {
    return ESCAPE + facet.ansi() + "m" + text + RESET;
  }

  /**
   * @param terminal whether the output goes to one
   * @param noColor the environment's NO_COLOR (no-color.org), or null
   */
  static Markers of(boolean terminal, String noColor) {
    return terminal && (noColor == null || noColor.isEmpty()) ? COLOURS : PLAIN;
  }
}
