package vn.hoinghi.enrich;

import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.EventChange;

/** What the resolver sends out. */
sealed interface Resolved permits Resolved.Now, Resolved.Change {
  /** The event as it stands; null retracts the id. */
  record Now(ConferenceEvent event) implements Resolved {}

  /** A step in the life of an id. */
  record Change(EventChange change) implements Resolved {}
}
