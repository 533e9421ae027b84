package vn.hoinghi.standalone;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vn.hoinghi.avro.Article;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.ContractJson;
import vn.hoinghi.schemas.ContractPack;
import vn.hoinghi.schemas.Topic;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.KafkaConfig;
import vn.hoinghi.standalone.topics.TopicReader;

/** What the public topics tell, for tests of what may be told anew. */
record PublicTopics(KafkaConfig kafka) {
  /** Live events by id, as they read, whatever rules have read them. */
  Map<String, String> live() {
    var avro = AvroSerde.of(ConferenceEvent.class, ContractPack.committed()).deserializer();
    var live = new HashMap<String, ConferenceEvent>();
    each(
        Topics.EVENTS,
        record -> live.put(id(record), avro.deserialize(record.topic(), record.value())));
    live.values().removeIf(Objects::isNull);
    return canonical(live.values());
  }

  static Map<String, String> canonical(Collection<ConferenceEvent> events) {
    var canonical = new TreeMap<String, String>();
    for (ConferenceEvent event : events) {
      ObjectNode json = ContractJson.canonical(event);
      json.remove("rulesVersion");
      canonical.put(event.getEventId(), json.toString());
    }
    return canonical;
  }

  /** How often the events topic has told of each id. */
  Map<String, Integer> records() {
    var records = new TreeMap<String, Integer>();
    each(Topics.EVENTS, record -> records.merge(id(record), 1, Integer::sum));
    return records;
  }

  private void each(Topic<?> topic, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    try (var topics = TopicReader.of(kafka)) {
      topics.all(topic.name(), reader);
    }
  }

  private static String id(ConsumerRecord<byte[], byte[]> record) {
    return new String(record.key(), StandardCharsets.UTF_8);
  }

  /** What the articles topic holds of an article, where it holds anything. */
  Optional<Article> article(String id) {
    var newest = new AtomicReference<Article>();
    var avro = AvroSerde.of(Article.class, ContractPack.committed()).deserializer();
    each(
        Topics.ARTICLES,
        record -> {
          if (id(record).equals(id)) {
            newest.set(avro.deserialize(record.topic(), record.value()));
          }
        });
    return Optional.ofNullable(newest.get());
  }
}
