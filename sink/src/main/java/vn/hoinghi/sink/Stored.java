package vn.hoinghi.sink;

/**
 * What became of a batch's changes: {@code changes = applied + collapsed + stale}.
 *
 * @param applied changed the rows of their id
 * @param collapsed overtaken by a later change of the same id within the batch
 * @param stale not newer than what is known of their id
 * @param contradicting those of the stale that name a known revision with another payload
 */
record Stored(int applied, int collapsed, int stale, int contradicting) {}
