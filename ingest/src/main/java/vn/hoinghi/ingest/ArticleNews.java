package vn.hoinghi.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.hoinghi.avro.Article;
import vn.hoinghi.ingest.health.ArticleFacts;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.BadRecordException;
import vn.hoinghi.schemas.SchemaIds;
import vn.hoinghi.schemas.Topics;

/**
 * What became of the articles: every instance reads all of the articles topic, since articles are
 * not partitioned by outlet, and keeps what is its outlets'. Nobody's group: where to begin follows
 * from what the judges know, who pass over articles that come again.
 */
final class ArticleNews implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ArticleNews.class);

  private final org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer;
  private final Deserializer<Article> deserializer;

  /**
   * @param consumer of nobody's group; closed with this
   */
  ArticleNews(org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer, SchemaIds ids) {
    this.consumer = consumer;
    this.deserializer = AvroSerde.of(Article.class, ids).deserializer();
  }

  /** Reads again what was written since then. */
  void from(Instant since) {
    List<TopicPartition> partitions = TopicReading.partitions(consumer, Topics.ARTICLES.name());
    consumer.assign(partitions);
    TopicReading.seek(consumer, partitions, since);
  }

  /** Gives what has come, without waiting. */
  void poll(Consumer<ArticleFacts> reader) {
    consumer
        .poll(Duration.ZERO)
        .forEach(
            record -> {
              try {
                Article article = deserializer.deserialize(record.topic(), record.value());
                ArticleFacts facts = article == null ? null : ArticleFacts.of(article);
                if (facts != null) {
                  reader.accept(facts);
                }
              } catch (BadRecordException e) {
                LOG.warn("an article is passed over: {}", e.getMessage());
              }
            });
  }

  @Override
  public void close() {
    consumer.close();
  }
}
