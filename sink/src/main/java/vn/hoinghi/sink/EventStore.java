package vn.hoinghi.sink;

import java.util.Map;

/**
 * Where events and the positions of the topic they come from are kept, in one transaction. The
 * positions here are the only truth about progress.
 */
interface EventStore {
  /**
   * Positions of the partitions named, those not known yet begun at their log's start.
   *
   * @param logStarts first offset that the log of each partition still holds
   * @throws StoreException.Unavailable where the store cannot be asked now
   * @throws SinkException where the stored position belongs to another topic or to records that the
   *     log no longer holds
   */
  Map<Integer, Long> positions(TopicIdentity topic, Map<Integer, Long> logStarts)
      throws StoreException;

  /**
   * Stores the changes and moves the positions, or does neither.
   *
   * @throws StoreException.Fenced where a position is not where the batch starts
   * @throws StoreException.Refused where a value cannot be stored
   * @throws StoreException.Unavailable where the outcome is failure or unknown
   */
  Stored apply(Batch batch) throws StoreException;
}
