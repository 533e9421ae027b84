package vn.hoinghi.sink;

import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.EventChange;
import vn.hoinghi.schemas.Topic;
import vn.hoinghi.schemas.Topics;

/**
 * Which events a sink stores. Nothing but the public feed is confirmed on {@link Topics#STORED}.
 *
 * @param events live events
 * @param changes what became of event ids, for those that the compacted topic tells no more of
 */
public record Feed(Topic<ConferenceEvent> events, Topic<EventChange> changes) {
  /** The one of the contract. */
  public static final Feed PUBLIC = new Feed(Topics.EVENTS, Topics.EVENT_CHANGES);

  boolean isPublic() {
    return equals(PUBLIC);
  }
}
