package vn.hoinghi.enrich.mention;

/**
 * A stretch of a text, in characters.
 *
 * @param start first character
 * @param end character after the last one
 */
record Span(int start, int end) {

  boolean covers(int from, int to) {
    return start <= from && to <= end;
  }

  boolean covers(int position) {
    return start <= position && position < end;
  }
}
