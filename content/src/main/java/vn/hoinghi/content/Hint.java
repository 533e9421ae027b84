package vn.hoinghi.content;

/** What the class or id of an element says about its text; the words stand in {@code hints.tsv}. */
enum Hint {
  BODY,
  TITLE,
  LEAD,
  DATE,
  AUTHOR,
  CAPTION,
  /** A figure: picture and caption. */
  FIGURE,
  /** Navigation, lists, comments, adverts, tools: no article text. */
  ASIDE,
  /** Head of the page rather than of the article. */
  BANNER,
  /** Today's date. */
  TODAY;

  /** Its place in a set of bits, which lives in memory only. */
  @SuppressWarnings("EnumOrdinal")
  int bit() {
    return 1 << ordinal();
  }

  static boolean in(int bits, Hint hint) {
    return (bits & hint.bit()) != 0;
  }
}
