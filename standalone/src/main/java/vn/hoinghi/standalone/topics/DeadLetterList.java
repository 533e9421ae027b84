package vn.hoinghi.standalone.topics;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import vn.hoinghi.schemas.Topic;

/** Reasons of the records of a topic that its reader could not use, by where they stood there. */
public final class DeadLetterList {
  private record Place(int partition, long offset) {
    static Place of(String words) {
      int at = words.indexOf('@');
      return new Place(
          Integer.parseInt(words.substring(0, at)), Long.parseLong(words.substring(at + 1)));
    }
  }

  /**
   * On a note that settles a letter: the record that it was about, as partition@offset, was read
   * since by other rules and is no dead letter any more.
   */
  public static final String READ_SINCE = "x-dlq-read-since";

  private final String topic;
  private final Map<Place, String> reasons = new HashMap<>();

  private DeadLetterList(String topic) {
    this.topic = topic;
  }

  public static DeadLetterList read(TopicReader topics, Topic<?> topic) {
    var list = new DeadLetterList(topic.name());
    topics.all(topic.deadLetters().name(), list::keep);
    return list;
  }

  /** Reason code of the record that stood there, where it is a dead letter. */
  public Optional<String> reason(int partition, long offset) {
    return Optional.ofNullable(reasons.get(new Place(partition, offset)));
  }

  private void keep(ConsumerRecord<byte[], byte[]> letter) {
    String read = text(letter, READ_SINCE);
    if (!read.isEmpty()) {
      reasons.remove(Place.of(read));
    } else if (topic.equals(text(letter, "x-dlq-topic"))) {
      reasons.put(
          Place.of(text(letter, "x-dlq-partition") + "@" + text(letter, "x-dlq-offset")),
          text(letter, "x-dlq-reason"));
    }
  }

  private static String text(ConsumerRecord<byte[], byte[]> letter, String header) {
    Header last = letter.headers().lastHeader(header);
    return last == null ? "" : new String(last.value(), StandardCharsets.UTF_8);
  }
}
