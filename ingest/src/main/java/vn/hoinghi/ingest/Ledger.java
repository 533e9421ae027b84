package vn.hoinghi.ingest;

import java.util.function.Consumer;

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

  /**
   * Has the visit written down soon, after all that the same caller had written before. Holds the
   * caller up while too much is waiting.
   *
   * @param end told once: null when the visit stands, or why nobody can say that it does
   */
  default void submit(Visited visited, Consumer<LostLedgerException> end) {
    try {
      commit(visited);
    } catch (LostLedgerException e) {
      end.accept(e);
      return;
    }
    end.accept(null);
  }
}
