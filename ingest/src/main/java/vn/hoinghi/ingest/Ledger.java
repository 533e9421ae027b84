package vn.hoinghi.ingest;

/**
 * Where visits are written down: raw article, states and outcome of one visit become visible
 * together, once, or not at all.
 */
interface Ledger {
  /**
   * Returns when the visit stands.
   *
   * @throws LostLedgerException where it does not, and whoever asked is no longer the owner or
   *     cannot know; nothing of the visit may be believed then
   */
  void commit(Visited visited);
}
