package vn.hoinghi.sink;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vn.hoinghi.avro.ConferenceEvent;

/**
 * What one record of the events topic says about one event id.
 *
 * @param event the event's value, or null where the record is a tombstone
 * @param record the event as JSON with the names of the contract; null for a tombstone
 * @param contentHash SHA-256 of the canonical part; null for a tombstone
 * @param redirect id that holds the dead id's anchor article now, or null
 * @param cause article or correction that caused it, or null
 * @param source the record as it came, for a dead letter
 */
record Change(
    String eventId,
    long revision,
    ConferenceEvent event,
    String record,
    String contentHash,
    String redirect,
    String cause,
    ConsumerRecord<byte[], byte[]> source) {

  boolean isTombstone() {
    return event == null;
  }

  Instant recordTime() {
    return Instant.ofEpochMilli(source.timestamp());
  }
}
