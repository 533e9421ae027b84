package vn.hoinghi.enrich;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.EventChange;
import vn.hoinghi.schemas.TraceParent;

/**
 * What one record changed, on its way to the topics: with headers by which a reader of the events
 * topic alone can keep redirects and causes.
 */
final class Outgoing implements EventLedger.Sink {
  private final ProcessorContext<byte[], Resolved> context;
  private final Tally tally;
  private final long time;
  private final String cause;
  private final String trace;

  /**
   * @param record that was resolved: its time and trace are passed on
   * @param cause id of the article or correction
   */
  Outgoing(
      ProcessorContext<byte[], Resolved> context, Tally tally, Record<?, ?> record, String cause) {
    this.context = context;
    this.tally = tally;
    this.time = record.timestamp();
    this.cause = cause;
    this.trace = TraceParent.in(record.headers());
  }

  @Override
  public void live(ConferenceEvent event, List<String> redirectsHere) {
    Headers headers = new RecordHeaders();
    put(headers, EventHeaders.CAUSE, cause);
    if (!redirectsHere.isEmpty()) {
      put(headers, EventHeaders.REDIRECTED_FROM, String.join(",", redirectsHere));
    }
    String id = event.getEventId();
    Occurrences.event(id, event.getRevision(), true, time).onto(headers, event);
    forward(id, new Resolved.Now(event), headers);
  }

  @Override
  public void dead(String eventId, long revision, String redirect) {
    Headers headers = new RecordHeaders();
    put(headers, EventHeaders.CAUSE, cause);
    put(headers, EventHeaders.REVISION, Long.toString(revision));
    if (redirect != null) {
      put(headers, EventHeaders.REDIRECT, redirect);
    }
    Occurrences.event(eventId, revision, false, time).onto(headers, null);
    forward(eventId, new Resolved.Now(null), headers);
  }

  @Override
  public void change(EventChange change) {
    tally.change(change.getKind());
    Headers headers = new RecordHeaders();
    Occurrences.change(change, time).onto(headers, change);
    forward(change.getEventId(), new Resolved.Change(change), headers);
  }

  private void forward(String key, Resolved value, Headers headers) {
    TraceParent.put(headers, trace);
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    context.forward(new Record<byte[], Resolved>(bytes, value, time, headers));
  }

  private void put(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
