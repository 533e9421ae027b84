package vn.hoinghi.standalone.replay;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import vn.hoinghi.avro.Article;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.SchemaIds;
import vn.hoinghi.schemas.Topic;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.standalone.topics.TopicReader;

/**
 * Articles that other rules read differently. Texts of a million fit nowhere: of each a print is
 * kept, and what differs is read once more when it is told. Which version of the rules read an
 * article is no difference.
 */
final class ArticleDifference {
  /** An article's newest record. */
  private record Newest(Print content, int partition, long offset) {
    boolean isAt(ConsumerRecord<byte[], byte[]> record) {
      return record.partition() == partition && record.offset() == offset;
    }
  }

  private final TopicReader topics;
  private final Topic<Article> others;
  private final Deserializer<Article> reader;
  private final Serializer<Article> writer;
  private final Map<Print, Newest> before;
  private final Map<Print, Newest> after;

  private ArticleDifference(TopicReader topics, SchemaIds ids, Topic<Article> others) {
    this.topics = topics;
    this.others = others;
    var avro = AvroSerde.of(Article.class, ids);
    this.reader = avro.deserializer();
    this.writer = avro.serializer();
    this.before = newest(Topics.ARTICLES);
    this.after = newest(others);
  }

  /**
   * @param others the articles as the other rules read them
   */
  static ArticleDifference read(TopicReader topics, SchemaIds ids, Topic<Article> others) {
    return new ArticleDifference(topics, ids, others);
  }

  private Map<Print, Newest> newest(Topic<Article> topic) {
    var newest = new HashMap<Print, Newest>();
    topics.all(
        topic.name(),
        record -> {
          Print article = Print.of(record.key());
          if (record.value() == null) {
            newest.remove(article);
          } else {
            newest.put(article, new Newest(content(record), record.partition(), record.offset()));
          }
        });
    return newest;
  }

  private Print content(ConsumerRecord<byte[], byte[]> record) {
    Article article = reader.deserialize(record.topic(), record.value());
    article.setRulesVersion("");
    return Print.of(writer.serialize(record.topic(), article));
  }

  /** How many articles say something else, or are read for the first time. */
  long changed() {
    return after.entrySet().stream().filter(e -> differs(e.getKey(), e.getValue())).count();
  }

  private boolean differs(Print article, Newest now) {
    Newest then = before.get(article);
    return then == null || !then.content().equals(now.content());
  }

  /** How many articles are there no more: no capture of theirs can be used. */
  long gone() {
    return before.keySet().stream().filter(article -> !after.containsKey(article)).count();
  }

  /**
   * Tells them.
   *
   * @param changed gets the newest record of each that differs
   * @param gone gets the record of each that is there no more
   */
  void tell(
      Consumer<ConsumerRecord<byte[], byte[]>> changed,
      Consumer<ConsumerRecord<byte[], byte[]>> gone) {
    if (changed() > 0) {
      topics.all(
          others.name(),
          record -> {
            Print article = Print.of(record.key());
            Newest newest = after.get(article);
            if (newest != null && newest.isAt(record) && differs(article, newest)) {
              changed.accept(record);
            }
          });
    }
    if (gone() > 0) {
      topics.all(
          Topics.ARTICLES.name(),
          record -> {
            Print article = Print.of(record.key());
            Newest newest = before.get(article);
            if (newest != null && newest.isAt(record) && !after.containsKey(article)) {
              gone.accept(record);
            }
          });
    }
  }
}
