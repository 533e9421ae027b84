package vn.hoinghi.standalone;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import vn.hoinghi.schemas.Topic;

/** Reasons of the records of a topic that its reader could not use, by where they stood there. */
final class DeadLetterList {
  private record Place(int partition, long offset) {}

  /**
   * On a note that settles a letter: its record was read since, by other rules. It is no dead letter
   * any more.
   */
  static final String READ_SINCE = "x-dlq-read-since";

  private final String topic;
  private final Map<Place, Place> records = new HashMap<>();
  private final Map<Place, String> reasons = new HashMap<>();

  private DeadLetterList(String topic) {
    this.topic = topic;
  }

  static DeadLetterList read(TopicReader topics, Topic<?> topic) {
    var list = new DeadLetterList(topic.name());
    topics.all(topic.deadLetters().name(), list::keep);
    return list;
  }

  /** Reason code of the record that stood there, where it is a dead letter. */
  Optional<String> reason(int partition, long offset) {
    return Optional.ofNullable(reasons.get(new Place(partition, offset)));
  }

  private void keep(ConsumerRecord<byte[], byte[]> letter) {
    if (topic.equals(text(letter, "x-dlq-topic"))) {
      var record =
          new Place(
              Integer.parseInt(text(letter, "x-dlq-partition")),
              Long.parseLong(text(letter, "x-dlq-offset")));
      records.put(new Place(letter.partition(), letter.offset()), record);
      reasons.put(record, text(letter, "x-dlq-reason"));
    } else if (!text(letter, READ_SINCE).isEmpty()) {
      Letter.Place.of(text(letter, Letter.SETTLED))
          .map(place -> records.get(new Place(place.partition(), place.offset())))
          .ifPresent(reasons::remove);
    }
  }

  private static String text(ConsumerRecord<byte[], byte[]> letter, String header) {
    Header last = letter.headers().lastHeader(header);
    return last == null ? "" : new String(last.value(), StandardCharsets.UTF_8);
  }
}
