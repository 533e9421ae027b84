package vn.hoinghi.sink;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.schemas.EventJson;

/**
 * What one record of the events topic says about one event id, or what was found out about it.
 *
 * @param event the event's value, or null where the id has died
 * @param json the event as JSON with the names of the contract; null for a death
 * @param redirect id that holds the dead id's anchor article now, or null
 * @param cause article or correction that caused it, or null
 * @param recordTime Kafka time of the record that says so
 * @param source the record as it came, for a dead letter; null where it is not of the events topic
 */
record Change(
    String eventId,
    long revision,
    ConferenceEvent event,
    EventJson json,
    String redirect,
    String cause,
    Instant recordTime,
    ConsumerRecord<byte[], byte[]> source)
    implements Said {

  /** An id that died, known from elsewhere than the events topic. */
  static Change death(
      String eventId, long revision, String redirect, String cause, Instant recordTime) {
    return new Change(eventId, revision, null, null, redirect, cause, recordTime, null);
  }

  @Override
  public String contentHash() {
    return json == null ? null : json.canonicalHash();
  }

  boolean isTombstone() {
    return event == null;
  }
}
