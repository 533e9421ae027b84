package vn.hoinghi.enrich;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.EventChange;

/**
 * Headers of what is told of events, by which a reader of the events topic alone can keep redirects
 * and causes.
 *
 * @param cause id of the article or correction; null where other rules are
 * @param time when what caused it came in, milliseconds
 */
record EventRecords(String cause, long time) {
  /** Of an event that stands, with the dead ids that lead to it. */
  Headers live(ConferenceEvent event, List<String> redirectsHere) {
    Headers headers = caused();
    if (!redirectsHere.isEmpty()) {
      put(headers, EventHeaders.REDIRECTED_FROM, String.join(",", redirectsHere));
    }
    Occurrences.event(event.getEventId(), event.getRevision(), true, time).onto(headers, event);
    return headers;
  }

  /** Of an id that has come to its end, and leads to another one or to none. */
  Headers dead(String eventId, long revision, String redirect) {
    Headers headers = caused();
    put(headers, EventHeaders.REVISION, Long.toString(revision));
    if (redirect != null) {
      put(headers, EventHeaders.REDIRECT, redirect);
    }
    Occurrences.event(eventId, revision, false, time).onto(headers, null);
    return headers;
  }

  /** Of a step in the life of an id. */
  Headers change(EventChange change) {
    Headers headers = new RecordHeaders();
    Occurrences.change(change, time).onto(headers, change);
    return headers;
  }

  private Headers caused() {
    Headers headers = new RecordHeaders();
    if (cause != null) {
      put(headers, EventHeaders.CAUSE, cause);
    }
    return headers;
  }

  private static void put(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
