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
  private record Place(int partition, long offset) {}

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
    if (topic.equals(text(letter, "x-dlq-topic"))) {
      reasons.put(
          new Place(
              Integer.parseInt(text(letter, "x-dlq-partition")),
              Long.parseLong(text(letter, "x-dlq-offset"))),
          text(letter, "x-dlq-reason"));
    }
  }

  private static String text(ConsumerRecord<byte[], byte[]> letter, String header) {
    Header last = letter.headers().lastHeader(header);
    return last == null ? "" : new String(last.value(), StandardCharsets.UTF_8);
  }
}
