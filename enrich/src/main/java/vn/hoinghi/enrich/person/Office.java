package vn.hoinghi.enrich.person;

/**
 * An office read in a text, words {@code from} (with "nguyên" and "quyền") to {@code to}.
 *
 * @param many true where it stands in the plural and belongs to each name that follows
 * @param dead true where its holder is called late ("cố")
 */
record Office(int from, int to, boolean many, boolean dead) {}
