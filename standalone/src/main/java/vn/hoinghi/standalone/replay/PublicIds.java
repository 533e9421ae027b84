package vn.hoinghi.standalone.replay;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.EventChange;
import vn.hoinghi.avro.EventSource;
import vn.hoinghi.enrich.EventHeaders;
import vn.hoinghi.enrich.Inheritance.Told;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.DeadIds;
import vn.hoinghi.schemas.SchemaIds;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.standalone.dlq.Letter;
import vn.hoinghi.standalone.topics.LatestValues;
import vn.hoinghi.standalone.topics.TopicReader;

/**
 * Every event id that the public ever heard of, and what it was told last: by the events' topic,
 * and of ids that died so long ago that it has forgotten them, by the log of changes.
 */
final class PublicIds implements AutoCloseable {
  /** The last word on an id; where it leads counts of a dead one only. */
  private record Word(long revision, String redirect) {}

  private final Map<String, Word> words = new HashMap<>();
  private final LatestValues<ConferenceEvent> live;

  private PublicIds(TopicReader topics, SchemaIds ids, Path scratch) {
    Deserializer<EventChange> avro = AvroSerde.of(EventChange.class, ids).deserializer();
    topics.all(
        Topics.EVENT_CHANGES.name(),
        record -> change(avro.deserialize(record.topic(), record.value())));
    live = LatestValues.read(topics, Topics.EVENTS, scratch, this::record);
  }

  /** Reads the topics as they stand; values lie in {@code scratch}. */
  static PublicIds read(TopicReader topics, SchemaIds ids, Path scratch) {
    return new PublicIds(topics, ids, scratch);
  }

  private void change(EventChange change) {
    boolean leads = DeadIds.after(change);
    word(
        change.getEventId(),
        new Word(change.getRevision(), leads ? change.getOtherEventId() : null));
  }

  private void record(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      String revision = Letter.header(record, EventHeaders.REVISION);
      String redirect = Letter.header(record, EventHeaders.REDIRECT);
      word(
          new String(record.key(), StandardCharsets.UTF_8),
          new Word(
              revision.isEmpty() ? 0 : Long.parseLong(revision),
              redirect.isEmpty() ? null : redirect));
    }
  }

  private void word(String id, Word word) {
    words.merge(id, word, (one, other) -> other.revision() >= one.revision() ? other : one);
  }

  /** Events that live. */
  LatestValues<ConferenceEvent> live() {
    return live;
  }

  /** All ids, in order. */
  Set<String> all() {
    var all = new TreeSet<>(words.keySet());
    all.addAll(live.keys());
    return all;
  }

  boolean knows(String id) {
    return words.containsKey(id) || live.keys().contains(id);
  }

  /** Null where the public never heard of it. */
  Told told(String id) {
    Word word = words.get(id);
    ConferenceEvent event = live.get(id).orElse(null);
    if (event != null) {
      long heard = word == null ? 0 : word.revision();
      return new Told(Math.max(event.getRevision(), heard), event, null);
    }
    return word == null ? null : new Told(word.revision(), null, word.redirect());
  }

  /** Where a dead id leads, or null. */
  String redirect(String id) {
    Word word = words.get(id);
    return word == null || live.keys().contains(id) ? null : word.redirect();
  }

  /** Articles of a live event in canonical order, as far as it names them. */
  List<String> articles(String id) {
    return live.get(id).map(PublicIds::articles).orElse(List.of());
  }

  static List<String> articles(ConferenceEvent event) {
    return event.getSources().stream().map(EventSource::getArticleId).toList();
  }

  @Override
  public void close() {
    live.close();
  }
}
