package vn.hoinghi.enrich.resolve;

/** Two values of a field that either report may not give: nothing said is nothing known. */
final class Values {
  private Values() {}

  static boolean given(Object value) {
    return value != null && !value.equals("");
  }

  static <T> boolean same(T mine, T theirs) {
    return given(mine) && mine.equals(theirs);
  }

  static <T> boolean differ(T mine, T theirs) {
    return given(mine) && given(theirs) && !mine.equals(theirs);
  }
}
