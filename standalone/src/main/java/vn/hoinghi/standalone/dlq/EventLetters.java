package vn.hoinghi.standalone.dlq;

import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vn.hoinghi.service.KafkaConfig;
import vn.hoinghi.sink.EventsAgain;
import vn.hoinghi.sink.SinkConfig;
import vn.hoinghi.standalone.terminal.Harmless;
import vn.hoinghi.standalone.topics.TopicReader;

/**
 * Event letters go into the tables: on the topic an old revision would come to stand behind a newer
 * one, and be taken for the newest. In the tables a revision that is overtaken changes nothing.
 */
final class EventLetters implements Resending {
  private final EventsAgain tables;
  private final Redrive notes;

  private EventLetters(EventsAgain tables, Redrive notes) {
    this.tables = tables;
    this.notes = notes;
  }

  static EventLetters into(SinkConfig.Delivery database, KafkaConfig kafka) {
    return new EventLetters(
        new EventsAgain(database, kafka.schemaIds()), Redrive.open(kafka, Box.EVENTS));
  }

  @Override
  public int send(TopicReader topics, List<Letter> letters, Consumer<String> told) {
    var wanted = new HashMap<Letter.Place, Letter>();
    letters.forEach(letter -> wanted.put(letter.place(), letter));
    int[] sent = {0};
    topics.all(
        Box.EVENTS.letters(),
        record -> {
          Letter letter =
              wanted.get(new Letter.Place(Box.EVENTS, record.partition(), record.offset()));
          if (letter != null && store(record, letter, told)) {
            sent[0]++;
          }
        });
    return sent[0];
  }

  private boolean store(
      ConsumerRecord<byte[], byte[]> record, Letter letter, Consumer<String> told) {
    String refused = tables.store(record);
    if (refused == null) {
      notes.settle(record, letter);
      return true;
    }
    told.accept(letter.place() + ": " + Harmless.line(refused));
    return false;
  }

  @Override
  public void close() {
    tables.close();
    notes.close();
  }
}
