package vn.hoinghi.standalone.dlq;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vn.hoinghi.standalone.topics.TopicReader;

/**
 * What lies in one dead-letter topic: letters, and which of them were settled. That one was settled
 * stands in the topic too, written together with what was sent again, so that whoever comes next,
 * after a crash as well, knows what is left.
 */
final class LetterBox {
  private final Box box;
  private final List<Letter> letters = new ArrayList<>();
  private final Set<Letter.Place> settled = new HashSet<>();

  private LetterBox(Box box) {
    this.box = box;
  }

  /** Reads the topic up to the end that it has now. */
  static LetterBox read(TopicReader topics, Box box) {
    var all = new LetterBox(box);
    topics.all(box.letters(), all::keep);
    return all;
  }

  private void keep(ConsumerRecord<byte[], byte[]> record) {
    String other = Letter.header(record, Letter.SETTLED);
    if (other.isEmpty()) {
      letters.add(Letter.of(box, record));
    } else {
      Letter.Place.of(other).ifPresent(settled::add);
    }
  }

  /** Every letter, settled ones too, in the order of the topic's partitions. */
  List<Letter> all() {
    return List.copyOf(letters);
  }

  boolean isSettled(Letter letter) {
    return settled.contains(letter.place());
  }

  /** Of each content how often it was sent again. */
  Map<String, Integer> sentAgain() {
    var times = new HashMap<String, Integer>();
    letters.stream()
        .filter(this::isSettled)
        .forEach(l -> times.merge(l.content(), 1, Integer::sum));
    return times;
  }
}
