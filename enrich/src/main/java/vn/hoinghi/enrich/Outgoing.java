package vn.hoinghi.enrich;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.EventChange;
import vn.hoinghi.schemas.TraceParent;

/** What one record changed, on its way to the topics. */
final class Outgoing implements EventLedger.Sink {
  private final ProcessorContext<byte[], Resolved> context;
  private final Tally tally;
  private final long time;
  private final EventRecords records;
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
    this.records = new EventRecords(cause, time);
    this.trace = TraceParent.in(record.headers());
  }

  @Override
  public void live(ConferenceEvent event, List<String> redirectsHere) {
    forward(event.getEventId(), new Resolved.Now(event), records.live(event, redirectsHere));
  }

  @Override
  public void dead(String eventId, long revision, String redirect) {
    forward(eventId, new Resolved.Now(null), records.dead(eventId, revision, redirect));
  }

  @Override
  public void change(EventChange change) {
    tally.change(change.getKind());
    forward(change.getEventId(), new Resolved.Change(change), records.change(change));
  }

  private void forward(String key, Resolved value, Headers headers) {
    TraceParent.put(headers, trace);
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    context.forward(new Record<byte[], Resolved>(bytes, value, time, headers));
  }
}
