package vn.hoinghi.standalone.terminal;

/** Colours of what speaks for, against, and of what only stands by; none where nobody sees them. */
public enum Paint {
  PLAIN,
  COLOURS;

  /** Where the launcher has seen that standard output is a terminal. */
  public static final String OUT_IS_TERMINAL = "hoinghi.terminal.out";

  private static final String ESCAPE = "\u001b[";

  /**
   * Colours on a terminal whose user wants them.
   *
   * @param terminal whether the output goes to one
   * @param noColor the environment's NO_COLOR (no-color.org), or null
   */
  public static Paint of(boolean terminal, String noColor) {
    return terminal && (noColor == null || noColor.isEmpty()) ? COLOURS : PLAIN;
  }

  /** For standard output as the launcher found it. */
  public static Paint ofOutput() {
    return of(Boolean.getBoolean(OUT_IS_TERMINAL), System.getenv("NO_COLOR"));
  }

  public String speaksFor(String text) {
    return dyed("32", text);
  }

  public String against(String text) {
    return dyed("31", text);
  }

  public String aside(String text) {
    return dyed("2", text);
  }

  public String loud(String text) {
    return dyed("1", text);
  }

  /** Green above zero, red below. */
  public String weighed(int weight, String text) {
    return weight > 0 ? speaksFor(text) : weight < 0 ? against(text) : aside(text);
  }

  private String dyed(String rendition, String text) {
    return this == PLAIN ? text : ESCAPE + rendition + "m" + text + ESCAPE + "0m";
  }
}
