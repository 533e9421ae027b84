package vn.hoinghi.enrich.person;

/**
 * What a report is made of as far as persons go.
 *
 * @param from first word
 * @param to word after the last one
 * @param gap what parts it from the element before
 * @param office the office, for OFFICE
 */
record Element(Type type, int from, int to, Gap gap, Office office) {
  enum Type {
    NAME,
    /** One or two words after a form of address: "ông Minh". */
    SHORT,
    OFFICE,
    ADDRESS,
    RANK,
    WORD
  }

  /** Strongest mark between two elements. */
  enum Gap {
    SPACE,
    DASH,
    COMMA,
    SLASH,
    QUOTE,
    OPEN,
    CLOSE,
    COLON,
    SEMICOLON,
    STOP,
    LINE
  }

  boolean is(Type wanted) {
    return type == wanted;
  }

  boolean called() {
    return type == Type.ADDRESS || type == Type.RANK;
  }
}
