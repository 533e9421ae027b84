package vn.hoinghi.sink;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.hoinghi.schemas.BadRecordException;
import vn.hoinghi.schemas.Reason;

/**
 * Brings records into the store. One bad record must not hold up the others: bytes that are no
 * event go to the dead letters at once, and a batch that the store refuses is halved until the
 * record is alone that cannot be stored. Each part is a transaction of its own with its own step of
 * the positions.
 */
final class BatchWriter {
  private static final Logger LOG = LoggerFactory.getLogger(BatchWriter.class);

  private final EventStore store;
  private final EventRecordReader reader;
  private final DeadLetters deadLetters;
  private final SinkMetrics metrics;

  BatchWriter(
      EventStore store, EventRecordReader reader, DeadLetters deadLetters, SinkMetrics metrics) {
    this.store = store;
    this.reader = reader;
    this.deadLetters = deadLetters;
    this.metrics = metrics;
  }

  /** Settles every record and moves the positions; may have done so for the first part only. */
  void write(
      TopicIdentity topic,
      NavigableMap<Integer, Move> moves,
      Iterable<ConsumerRecord<byte[], byte[]>> records)
      throws StoreException {
    List<Change> changes = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      try {
        changes.add(reader.read(record));
      } catch (BadRecordException e) {
        bury(record, e.reason(), e.getMessage());
      }
    }
    write(new Batch(topic, moves, changes));
  }

  private void write(Batch batch) throws StoreException {
    Stored stored;
    try {
      stored = store.apply(batch);
    } catch (StoreException.Refused e) {
      if (batch.changes().isEmpty()) {
        throw new SinkException("positions alone are refused: " + e.getMessage(), e);
      }
      divide(batch, e);
      return;
    }
    metrics.stored(stored);
    if (stored.contradicting() > 0) {
      LOG.error(
          "{} records name a known revision with another payload: two writers on {}?",
          stored.contradicting(),
          batch.topic().topic());
    }
  }

  private void divide(Batch batch, StoreException.Refused refusal) throws StoreException {
    if (batch.changes().size() == 1) {
      bury(batch.changes().get(0).source(), refusal.reason(), refusal.getMessage());
      store.apply(batch.withoutChanges());
    } else {
      for (Batch half : batch.halves()) {
        write(half);
      }
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
