package vn.hoinghi.sink;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.hoinghi.schemas.Reason;

/**
 * Brings records into the store. One bad record must not hold up the others: bytes that are no
 * event go to the dead letters at once; where the store refuses a batch, the records that it is
 * refused for do too, and the rest is stored as the one transaction that it was meant to be. Dead
 * letters are safe before any position passes their records.
 */
final class BatchWriter {
  private static final Logger LOG = LoggerFactory.getLogger(BatchWriter.class);

  private final EventStore store;
  private final DeadLetters deadLetters;
  private final SinkMetrics metrics;

  BatchWriter(EventStore store, DeadLetters deadLetters, SinkMetrics metrics) {
    this.store = store;
    this.deadLetters = deadLetters;
    this.metrics = metrics;
  }

  /** Settles every record and moves the positions, or does neither. */
  void write(TopicIdentity topic, NavigableMap<Integer, Move> moves, Decoding decoding)
      throws StoreException {
    List<Change> changes = new ArrayList<>();
    for (Decoding.Decoded decoded : decoding.await()) {
      if (decoded.fault() == null) {
        changes.add(decoded.change());
      } else {
        bury(decoded.record(), decoded.fault().reason(), decoded.fault().getMessage());
      }
    }
    write(new Batch(topic, moves, changes));
  }

  private void write(Batch batch) throws StoreException {
    try {
      settle(batch);
    } catch (StoreException.Refused e) {
      settleWithout(store.refusals(batch), batch, e);
    }
  }

  private void settle(Batch batch) throws StoreException {
    Stored stored = store.apply(batch);
    metrics.stored(stored);
    if (stored.contradicting() > 0) {
      LOG.error(
          "{} records name a known revision with another payload: two writers on {}?",
          stored.contradicting(),
          batch.topic().topic());
    }
  }

  private void settleWithout(List<Refusal> refusals, Batch batch, StoreException.Refused why)
      throws StoreException {
    if (refusals.isEmpty()) {
      throw new StoreException.Unavailable(
          "a batch was refused, and none of its records is to blame: " + why.getMessage(), why);
    }
    for (Refusal refusal : refusals) {
      bury(refusal.change().source(), refusal.why().reason(), refusal.why().getMessage());
    }
    Batch rest = batch.without(refusals);
    try {
      settle(rest);
    } catch (StoreException.Refused e) {
      throw new StoreException.Unavailable("refused once more: " + e.getMessage(), e);
    }
  }

  private void bury(ConsumerRecord<byte[], byte[]> record, Reason reason, String message) {
    deadLetters.send(record, reason, message);
    metrics.deadLetter(reason);
    LOG.warn(
        "dead letter {}: {}-{}@{}: {}",
        reason,
        record.topic(),
        record.partition(),
        record.offset(),
        DeadLetter.oneLine(message));
  }
}
