package vn.hoinghi.standalone.verify;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.sink.StoredRows;
import vn.hoinghi.standalone.terminal.Progress;
import vn.hoinghi.standalone.topics.DeadLetterList;
import vn.hoinghi.standalone.topics.LatestValues;
import vn.hoinghi.standalone.verify.EventBook.Place;
import vn.hoinghi.standalone.verify.Findings.Part;

/**
 * Holds the events of the topic against their rows. Ids whose newest record lies behind the sink's
 * position are left for another look; ids whose newest record the sink has laid aside have no rows
 * of it, and that is known.
 *
 * @param stored positions of the sink when the rows were as they are
 * @param aside what the sink could not store
 */
record EventRows(
    StoredRows rows,
    LatestValues<ConferenceEvent> values,
    EventBook book,
    Map<TopicPartition, Long> stored,
    DeadLetterList aside) {
  private static final int EVENTS_AT_ONCE = 500;

  /** Live events, how many of them have their rows, how many were laid aside. */
  record Compared(long live, long alike, long deadLetters) {}

  Compared compare(Progress progress, Findings findings) throws SQLException {
    var batch = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    long alike = 0;
    long deadLetters = 0;
    long done = 0;
    for (String id : values.keys()) {
      Place place = book.place(id);
      if (isAside(place)) {
        deadLetters++;
      } else if (isStored(place)) {
        batch.add(record(id, place));
      }
      if (batch.size() == EVENTS_AT_ONCE) {
        alike += compare(batch, findings);
      }
      progress.at("comparing rows", ++done, values.keys().size());
    }
    alike += compare(batch, findings);
    refuseRowsWithoutRecord(findings);
    return new Compared(values.keys().size(), alike, deadLetters);
  }

  private long compare(List<ConsumerRecord<byte[], byte[]>> batch, Findings findings)
      throws SQLException {
    if (batch.isEmpty()) {
      return 0;
    }
    var odd = new TreeSet<String>();
    for (StoredRows.Difference difference : rows.differences(batch)) {
      odd.add(difference.eventId());
      findings.add(
          Part.TABLES,
          difference.eventId() + " " + difference.table(),
          "%d rows are missing or not as its record says, %d are there that it does not ask for"
              .formatted(difference.missing(), difference.extra()));
    }
    int alike = batch.size() - odd.size();
    batch.clear();
    return alike;
  }

  private void refuseRowsWithoutRecord(Findings findings) throws SQLException {
    rows.ids(
        id -> {
          boolean moving = book.knows(id) && !isStored(book.place(id));
          if (!moving && !values.keys().contains(id) && !isAside(book.place(id))) {
            findings.add(
                Part.TABLES, id, "has rows, and no live record on " + Topics.EVENTS.name());
          }
        });
  }

  private boolean isStored(Place place) {
    return place.offset() < stored.getOrDefault(place.partition(), 0L);
  }

  private boolean isAside(Place place) {
    return place != null && aside.reason(place.partition().partition(), place.offset()).isPresent();
  }

  private ConsumerRecord<byte[], byte[]> record(String id, Place place) {
    byte[] key = id.getBytes(StandardCharsets.UTF_8);
    byte[] value = values.bytes(id);
    return new ConsumerRecord<>(
        place.partition().topic(),
        place.partition().partition(),
        place.offset(),
        place.timestamp(),
        TimestampType.CREATE_TIME,
        key.length,
        value.length,
        key,
        value,
        new RecordHeaders(),
        java.util.Optional.empty());
  }
}
