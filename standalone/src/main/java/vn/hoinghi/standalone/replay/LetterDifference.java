package vn.hoinghi.standalone.replay;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vn.hoinghi.schemas.Topic;
import vn.hoinghi.standalone.dlq.Box;
import vn.hoinghi.standalone.dlq.Letter;
import vn.hoinghi.standalone.topics.DeadLetterList;
import vn.hoinghi.standalone.topics.TopicReader;

/**
 * Raw records or corrections that one application laid aside and another did not. Letters are kept
 * for a month: what would be forgotten by now is not brought up again.
 */
final class LetterDifference {
  private final TopicReader topics;
  private final Topic<?> others;
  private final Instant forgotten;

  /** Where the record stood, and where the letter about it lies. */
  private final Map<String, Letter.Place> before = new HashMap<>();

  private final Set<String> after = new HashSet<>();

  private LetterDifference(TopicReader topics, Box box, Topic<?> others, Instant now) {
    this.topics = topics;
    this.others = others;
    this.forgotten = now.minus(Topic.DEAD_LETTER_RETENTION);
    topics.all(box.letters(), record -> keep(box, record));
    topics.all(others.name(), record -> after.add(origin(record)));
  }

  /**
   * @param others the letters of the other application
   */
  static LetterDifference read(TopicReader topics, Box box, Topic<?> others, Instant now) {
    return new LetterDifference(topics, box, others, now);
  }

  private void keep(Box box, ConsumerRecord<byte[], byte[]> record) {
    String read = Letter.header(record, DeadLetterList.READ_SINCE);
    if (!read.isEmpty()) {
      before.remove(read);
    } else if (Letter.header(record, Letter.SETTLED).isEmpty()) {
      before.put(origin(record), new Letter.Place(box, record.partition(), record.offset()));
    }
  }

  private static String origin(ConsumerRecord<byte[], byte[]> letter) {
    return Letter.header(letter, "x-dlq-partition") + "@" + Letter.header(letter, "x-dlq-offset");
  }

  /** Letters whose record the other application has read, by where that stands. */
  Map<String, Letter.Place> read() {
    var read = new TreeMap<>(before);
    read.keySet().removeAll(after);
    return read;
  }

  private boolean isNew(ConsumerRecord<byte[], byte[]> letter) {
    String seen = Letter.header(letter, "x-dlq-first-seen");
    return !before.containsKey(origin(letter)) && !Instant.parse(seen).isBefore(forgotten);
  }

  /** Tells the letters that are not known here, and would not be forgotten by now. */
  void tell(Consumer<ConsumerRecord<byte[], byte[]>> letters) {
    topics.all(
        others.name(),
        record -> {
          if (isNew(record)) {
            letters.accept(record);
          }
        });
  }
}
