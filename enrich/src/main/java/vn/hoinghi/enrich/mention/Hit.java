package vn.hoinghi.enrich.mention;

/**
 * A phrase found in a text.
 *
 * @param start first character
 * @param end character after the last one
 */
record Hit(int start, int end, Phrase phrase) {

  boolean is(String note) {
    return phrase.is(note);
  }
}
