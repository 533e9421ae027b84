package vn.hoinghi.sink.export;

/** How a field is compared with a value. */
enum Comparison {
  IS("="),
  NOT("!="),
  LESS("<"),
  AT_MOST("<="),
  MORE(">"),
  AT_LEAST(">=");

  final String sign;

  Comparison(String sign) {
    this.sign = sign;
  }

  /** The comparison of a sign; null for any other. */
  static Comparison of(String sign) {
    for (Comparison comparison : values()) {
      if (comparison.sign.equals(sign)) {
        return comparison;
      }
    }
    return null;
  }

  boolean isOrder() {
    return this != IS && this != NOT;
  }
}
