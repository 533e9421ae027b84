package vn.hoinghi.enrich.resolve;

/**
 * One line of a comparison: what two articles say about one field, and what that weighs.
 *
 * @param field name in the mention, or "title", "text" and "prior" for what is compared beside it
 * @param left value of the first article as it was compared, or null where it gives none
 * @param right value of the second article, or null
 * @param signal name of the row in the table of weights; null where the field was not weighed, for
 *     one of the two says nothing
 * @param weight in 1/100 bit; positive speaks for one conference
 */
public record Weighed(String field, String left, String right, String signal, int weight) {}
