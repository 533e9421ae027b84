package vn.hoinghi.sink;

/**
 * What a partition's log holds for readers of committed records.
 *
 * @param start offset of its first record
 * @param end offset behind its last one
 */
record LogBounds(long start, long end) {}
