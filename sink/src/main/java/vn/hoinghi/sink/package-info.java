/**
 * Events in, rows out, exactly once.
 *
 * <p>Kafka's own offsets cannot be committed together with rows, so the positions stand in the
 * database and move in the transaction of the rows they stand for. A batch names the position it
 * starts from; the position's row is locked and compared first, so that of two sinks on one
 * partition only one can write, whatever the group believes. After any doubt (a rebalance, a fence,
 * a database that went away, a COMMIT whose answer was lost) nothing is remembered: the positions
 * are read again and the consumer goes back to them.
 *
 * <p>What an event's rows are depends on the last record of its key alone. Revisions guard the
 * order: not newer means stale, also against an id that has died.
 */
package vn.hoinghi.sink;
