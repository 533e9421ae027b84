package vn.hoinghi.enrich;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.EventChange;

/**
 * What one record changed, on its way to the topics: with headers by which a reader of the events
 * topic alone can keep redirects and causes.
 */
final class Outgoing implements EventLedger.Sink {
  private final ProcessorContext<byte[], Resolved> context;
  private final Tally tally;
  private final long time;
  private final String cause;

  /**
   * @param time of the record, in milliseconds
   * @param cause id of the article or correction
   */
  Outgoing(ProcessorContext<byte[], Resolved> context, Tally tally, long time, String cause) {
    this.context = context;
    this.tally = tally;
    this.time = time;
    this.cause = cause;
  }

  @Override
  public void live(ConferenceEvent event, List<String> redirectsHere) {
    Headers headers = new RecordHeaders();
    put(headers, EventHeaders.CAUSE, cause);
    if (!redirectsHere.isEmpty()) {
      put(headers, EventHeaders.REDIRECTED_FROM, String.join(",", redirectsHere));
    }
    forward(event.getEventId(), new Resolved.Now(event), headers);
  }

  @Override
  public void dead(String eventId, long revision, String redirect) {
    Headers headers = new RecordHeaders();
    put(headers, EventHeaders.CAUSE, cause);
    put(headers, EventHeaders.REVISION, Long.toString(revision));
    if (redirect != null) {
      put(headers, EventHeaders.REDIRECT, redirect);
    }
    forward(eventId, new Resolved.Now(null), headers);
  }

  @Override
  public void change(EventChange change) {
    tally.change(change.getKind());
    forward(change.getEventId(), new Resolved.Change(change), new RecordHeaders());
  }

  private void forward(String key, Resolved value, Headers headers) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    context.forward(new Record<byte[], Resolved>(bytes, value, time, headers));
  }

  private void put(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
