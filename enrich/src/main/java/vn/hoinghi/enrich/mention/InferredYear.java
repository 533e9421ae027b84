package vn.hoinghi.enrich.mention;

/**
 * A year that a date as written lacks.
 *
 * @param from what gave it: "publication", "term" or "text"
 * @param where the words that gave it; null where they are not in the text
 */
record InferredYear(int year, String from, Span where) {}
