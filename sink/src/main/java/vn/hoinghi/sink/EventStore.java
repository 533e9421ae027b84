package vn.hoinghi.sink;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Where events and the positions of the topic they come from are kept, in one transaction. The
 * positions here are the only truth about progress.
 */
interface EventStore {
  /**
   * Positions of the partitions named, those not known yet begun at their log's start.
   *
   * @param logs asks what the log of each partition holds now; asked again where a position turns
   *     out to lie behind what was heard before, since another sink may have stored on meanwhile
   * @param tombstonesKept how long the topic keeps a tombstone at least
   * @throws StoreException.Unavailable where the store cannot be asked now
   * @throws SinkException where the stored position belongs to another topic, to records that the
   *     log no longer holds, or is so old that the log may have forgotten deaths
   */
  Positions positions(
      TopicIdentity topic, Supplier<Map<Integer, LogBounds>> logs, Duration tombstonesKept)
      throws StoreException;

  /**
   * Does ahead what storing a change takes and needs no database; on any thread.
   *
   * @return the change
   */
  default Change prepared(Change change) {
    return change;
  }

  /**
   * Stores the changes and moves the positions, or does neither.
   *
   * @throws StoreException.Fenced where a position is not where the batch starts
   * @throws StoreException.Refused where a value cannot be stored
   * @throws StoreException.Unavailable where the outcome is failure or unknown
   */
  Stored apply(Batch batch) throws StoreException;

  /**
   * Which changes of a refused batch are to blame: without them it can be stored. Stores nothing.
   *
   * @throws SinkException where the positions alone are refused, so that no record is to blame
   */
  List<Refusal> refusals(Batch batch) throws StoreException;

  /**
   * Puts every position back to its log's start, from where all rows are written anew as they are
   * met.
   *
   * @param logs all partitions of the topic
   * @return whether it was begun now
   */
  boolean beginFullRead(TopicIdentity topic, Map<Integer, LogBounds> logs, Begin when)
      throws StoreException;

  /** Whether a full read is under way and has met all that the topic held when it began. */
  boolean isReadWhole(TopicIdentity topic) throws StoreException;

  /** Ends ids that died at some revision, where nothing later is known of them. */
  void bury(TopicIdentity topic, List<Change> deaths) throws StoreException;

  /**
   * Removes some of the rows that a full read has not met, and ends it where there are none left.
   *
   * @return how many were removed
   */
  int sweep(TopicIdentity topic) throws StoreException;
}
