package vn.hoinghi.enrich;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import vn.hoinghi.avro.Article;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.EventChange;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.SchemaIds;
import vn.hoinghi.schemas.Topic;
import vn.hoinghi.schemas.Topics;

/** The topology's ends: what each kind of result becomes on its topic. */
final class Publishing {
  private final SchemaIds ids;

  Publishing(SchemaIds ids) {
    this.ids = ids;
  }

  static void bury(KStream<byte[], Routed> letters, Topic<?> topic, String name) {
    letters
        .mapValues(v -> ((DeadLetter) v).bytes(), Named.as(name + "-bytes"))
        .to(
            topic.deadLetters().name(),
            Produced.with(Serdes.ByteArray(), Serdes.ByteArray()).withName(name + "s"));
  }

  void articles(KStream<byte[], Routed> read) {
    read.mapValues(v -> ((Routed.Read) v).article(), Named.as("article"))
        .to(
            Topics.ARTICLES.name(),
            Produced.with(Serdes.ByteArray(), AvroSerde.of(Article.class, ids))
                .withName("articles"));
  }

  void events(KStream<byte[], Resolved> events) {
    events
        .mapValues(v -> ((Resolved.Now) v).event(), Named.as("event"))
        .to(
            Topics.EVENTS.name(),
            Produced.with(Serdes.ByteArray(), AvroSerde.of(ConferenceEvent.class, ids))
                .withName("events"));
  }

  void changes(KStream<byte[], Resolved> changes) {
    changes
        .mapValues(v -> ((Resolved.Change) v).change(), Named.as("change"))
        .to(
            Topics.EVENT_CHANGES.name(),
            Produced.with(Serdes.ByteArray(), AvroSerde.of(EventChange.class, ids))
                .withName("event-changes"));
  }
}
