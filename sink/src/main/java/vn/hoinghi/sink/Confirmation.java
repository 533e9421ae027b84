package vn.hoinghi.sink;

import vn.hoinghi.avro.EventStored;

/**
 * A row of the outbox.
 *
 * @param id its place in the order of telling
 */
record Confirmation(long id, EventStored stored) {
  /** Key of its record. */
  String key() {
    return stored.getEventId() + "@" + stored.getRevision();
  }
}
