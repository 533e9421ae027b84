package vn.hoinghi.standalone.sources;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vn.hoinghi.avro.Article;
import vn.hoinghi.avro.SourceHealth;
import vn.hoinghi.ingest.health.ArticleFacts;
import vn.hoinghi.ingest.health.HealthRules;
import vn.hoinghi.ingest.health.Judges;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.BadRecordException;
import vn.hoinghi.schemas.ContractPack;
import vn.hoinghi.schemas.Topic;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.standalone.topics.TopicReader;

/**
 * How the outlets are doing at this moment. Figures are published once a day, so what has happened
 * since is heard by judges of the same kind, who publish nothing.
 */
final class KnownSources {
  /** Longer than from one record of an outlet to the next. */
  private static final Duration SINCE = Duration.ofDays(2);

  private KnownSources() {}

  static List<SourceHealth> read(TopicReader topics, HealthRules rules) {
    Map<String, SourceHealth> published = new HashMap<>();
    topics.all(
        Topics.SOURCE_HEALTH.name(),
        each(Topics.SOURCE_HEALTH, health -> published.put(health.getHost(), health)));
    var judges = new Judges(rules);
    published.values().forEach(judges::goOn);
    Instant since =
        published.values().stream()
            .map(SourceHealth::getAt)
            .max(Comparator.naturalOrder())
            .map(newest -> newest.minus(SINCE))
            .orElse(Instant.EPOCH);
    topics.since(
        Topics.FETCH_OUTCOMES.name(),
        since,
        each(Topics.FETCH_OUTCOMES, outcome -> judges.take(outcome, 0)));
    topics.since(
        Topics.ARTICLES.name(), since, each(Topics.ARTICLES, article -> take(article, judges)));
    return judges.now();
  }

  private static void take(Article article, Judges judges) {
    ArticleFacts facts = ArticleFacts.of(article);
    if (facts != null) {
      judges.take(facts);
    }
  }

  /** Records that nobody can read are passed over, as ingest does. */
  private static <T extends SpecificRecord> Consumer<ConsumerRecord<byte[], byte[]>> each(
      Topic<T> topic, Consumer<T> reader) {
    var deserializer = AvroSerde.of(topic.value(), ContractPack.committed()).deserializer();
    return record -> {
      T value;
      try {
        value = deserializer.deserialize(record.topic(), record.value());
      } catch (BadRecordException e) {
        return;
      }
      if (value != null) {
        reader.accept(value);
      }
    };
  }
}
