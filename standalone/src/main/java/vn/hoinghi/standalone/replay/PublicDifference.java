package vn.hoinghi.standalone.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import vn.hoinghi.avro.ChangeKind;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.enrich.Inheritance;
import vn.hoinghi.enrich.Inheritance.Step;
import vn.hoinghi.enrich.Inheritance.Told;
import vn.hoinghi.enrich.Outputs;
import vn.hoinghi.schemas.SchemaIds;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.standalone.dlq.Box;
import vn.hoinghi.standalone.dlq.Letter;
import vn.hoinghi.standalone.terminal.Progress;
import vn.hoinghi.standalone.topics.DeadLetterList;
import vn.hoinghi.standalone.topics.LatestValues;
import vn.hoinghi.standalone.topics.TopicReader;

/**
 * All that the public has to be told so that what another application has computed is what it
 * knows: articles, events, ends of ids, letters. It is read at once, and told in the order in which
 * enrichment would: articles, then events that live, then those that do not.
 */
final class PublicDifference implements AutoCloseable {
  private final SchemaIds ids;
  private final String heir;
  private final long now;
  private final PublicIds known;
  private final LatestValues<ConferenceEvent> events;
  private final Redirects redirects;
  private final ArticleDifference articles;
  private final Map<Box, LetterDifference> letters = new TreeMap<>();
  private final Map<ChangeKind, Long> counts = new TreeMap<>();

  private PublicDifference(
      TopicReader topics, SchemaIds ids, String heir, Outputs outputs, Path scratch) {
    this.ids = ids;
    this.heir = heir;
    Instant moment = Instant.now();
    this.now = moment.toEpochMilli();
    this.articles = ArticleDifference.read(topics, ids, outputs.articles());
    letters.put(Box.RAW, LetterDifference.read(topics, Box.RAW, outputs.unusable(), moment));
    letters.put(
        Box.CORRECTIONS, LetterDifference.read(topics, Box.CORRECTIONS, outputs.refused(), moment));
    this.known = PublicIds.read(topics, ids, scratch);
    this.events = LatestValues.read(topics, outputs.events(), scratch);
    this.redirects = Redirects.read(topics, heir, known, events.keys());
  }

  /**
   * Compares.
   *
   * @param heir the application whose results they are
   * @param outputs where they stand
   * @param scratch directory for what does not fit into memory
   */
  static PublicDifference read(
      TopicReader topics, SchemaIds ids, String heir, Outputs outputs, Path scratch) {
    return new PublicDifference(topics, ids, heir, outputs, scratch);
  }

  /**
   * Tells everything once.
   *
   * @param rulesVersion of the heir
   */
  void tell(
      String rulesVersion, Progress progress, Consumer<ProducerRecord<byte[], byte[]>> records) {
    articles.tell(
        record -> records.accept(copy(Topics.ARTICLES.name(), record)),
        record -> records.accept(gone(record)));
    letters.forEach((box, difference) -> tell(box, difference, records));
    events(new Inheritance(ids, heir, rulesVersion, now), progress, records);
  }

  private void tell(
      Box box, LetterDifference letters, Consumer<ProducerRecord<byte[], byte[]>> records) {
    letters.tell(record -> records.accept(copy(box.letters(), record)));
    letters
        .read()
        .forEach(
            (record, place) -> {
              var headers = new RecordHeaders();
              headers.add(Letter.SETTLED, place.toString().getBytes(UTF_8));
              headers.add(DeadLetterList.READ_SINCE, record.getBytes(UTF_8));
              records.accept(
                  new ProducerRecord<>(
                      box.letters(), place.partition(), null, null, null, headers));
            });
  }

  private void events(
      Inheritance inheritance,
      Progress progress,
      Consumer<ProducerRecord<byte[], byte[]>> records) {
    Map<String, String> eventBefore = eventsBefore();
    long all = (long) events.keys().size() + redirects.all().size();
    long done = 0;
    for (String id : events.keys()) {
      ConferenceEvent event = events.get(id).orElseThrow();
      Told told = known.told(id);
      String parent = told != null && told.live() ? null : parent(event, eventBefore);
      tell(inheritance.lives(told, event, parent, redirects.leadingTo(id)), records);
      progress.at("telling events", ++done, all);
    }
    for (Map.Entry<String, String> dead : redirects.all().entrySet()) {
      String to = dead.getValue();
      boolean lived = to != null && known.live().keys().contains(to);
      tell(inheritance.dead(dead.getKey(), known.told(dead.getKey()), to, lived), records);
      progress.at("telling events", ++done, all);
    }
  }

  private void tell(Step step, Consumer<ProducerRecord<byte[], byte[]>> records) {
    if (step.change() != null) {
      counts.merge(step.change(), 1L, Long::sum);
    }
    step.records().forEach(records);
  }

  /** Which event had the articles of those that the public does not know. */
  private Map<String, String> eventsBefore() {
    var before = new HashMap<String, String>();
    Set<String> living = known.live().keys();
    for (String id : events.keys()) {
      if (!living.contains(id)) {
        events.get(id).map(PublicIds::articles).orElseThrow().forEach(a -> before.put(a, null));
      }
    }
    if (!before.isEmpty()) {
      for (String id : living) {
        known.articles(id).forEach(a -> before.replace(a, id));
      }
    }
    return before;
  }

  /** The event that it is split off, as enrichment would say. */
  private String parent(ConferenceEvent event, Map<String, String> eventBefore) {
    return PublicIds.articles(event).stream()
        .map(eventBefore::get)
        .filter(Objects::nonNull)
        .filter(
            before ->
                events.keys().contains(before)
                    || !event.getEventId().equals(redirects.all().get(before)))
        .findFirst()
        .orElse(null);
  }

  private ProducerRecord<byte[], byte[]> copy(String topic, ConsumerRecord<byte[], byte[]> record) {
    return new ProducerRecord<>(topic, null, now, record.key(), record.value(), record.headers());
  }

  private ProducerRecord<byte[], byte[]> gone(ConsumerRecord<byte[], byte[]> record) {
    return new ProducerRecord<>(record.topic(), null, now, record.key(), null, List.of());
  }

  /** Changes of events that were told, by kind. */
  Map<ChangeKind, Long> events() {
    return counts;
  }

  /** Articles that say something else, or are there no more. */
  long articles() {
    return articles.changed() + articles.gone();
  }

  @Override
  public void close() {
    events.close();
    known.close();
  }
}
