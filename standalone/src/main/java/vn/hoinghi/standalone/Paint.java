package vn.hoinghi.standalone;

/** Colours of what speaks for, against, and of what only stands by; none where nobody sees them. */
enum Paint {
  PLAIN,
  COLOURS;

  private static final String ESCAPE = "\u001b[";

  /**
   * @param terminal whether the output goes to one
   * @param noColor the environment's NO_COLOR (no-color.org), or null
   */
  static Paint of(boolean terminal, String noColor) {
    return Markers.of(terminal, noColor) == Markers.COLOURS ? COLOURS : PLAIN;
  }

  /** For standard output as the launcher found it. */
  static Paint ofOutput() {
    return of(Boolean.getBoolean(DemoShow.OUT_IS_TERMINAL), System.getenv("NO_COLOR"));
  }

  String speaksFor(String text) {
    return dyed("32", text);
  }

  String against(String text) {
    return dyed("31", text);
  }

  String aside(String text) {
    return dyed("2", text);
  }

  String loud(String text) {
    return dyed("1", text);
  }

  /** Green above zero, red below. */
  String weighed(int weight, String text) {
    return weight > 0 ? speaksFor(text) : weight < 0 ? against(text) : aside(text);
  }

  private String dyed(String rendition, String text) {
    return this == PLAIN ? text : ESCAPE + rendition + "m" + text + ESCAPE + "0m";
  }
}
