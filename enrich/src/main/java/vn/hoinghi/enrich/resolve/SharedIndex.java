package vn.hoinghi.enrich.resolve;

/**
 * An index entry in which two articles meet.
 *
 * @param index "day", "chair", "plenum", "congress", "term", "document", "text" or "beginning"
 * @param where area of the place indexes, or empty
 * @param what day, week, number, term or band
 * @param within whether they stand near enough to each other in it to be compared
 */
public record SharedIndex(String index, String where, String what, boolean within) {}
