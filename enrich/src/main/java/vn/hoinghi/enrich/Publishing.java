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

/** The topology's ends: what each kind of result becomes on its topic. */
final class Publishing {
  private final SchemaIds ids;
  private final Outputs outputs;

  Publishing(SchemaIds ids, Outputs outputs) {
    this.ids = ids;
    this.outputs = outputs;
  }

  void unusable(KStream<byte[], Routed> letters) {
    bury(letters, outputs.unusable(), "dead-letter");
  }

  void refused(KStream<byte[], Routed> letters) {
    bury(letters, outputs.refused(), "dead-correction");
  }

  private static void bury(KStream<byte[], Routed> letters, Topic<?> topic, String name) {
    letters
        .mapValues(v -> ((DeadLetter) v).bytes(), Named.as(name + "-bytes"))
        .to(
            topic.name(),
            Produced.with(Serdes.ByteArray(), Serdes.ByteArray()).withName(name + "s"));
  }

  void articles(KStream<byte[], Routed> read) {
    read.mapValues(v -> ((Routed.Read) v).article(), Named.as("article"))
        .to(
            outputs.articles().name(),
            Produced.with(Serdes.ByteArray(), AvroSerde.of(Article.class, ids))
                .withName("articles"));
  }

  void events(KStream<byte[], Resolved> events) {
    events
        .mapValues(v -> ((Resolved.Now) v).event(), Named.as("event"))
        .to(
            outputs.events().name(),
            Produced.with(Serdes.ByteArray(), AvroSerde.of(ConferenceEvent.class, ids))
                .withName("events"));
  }

  void changes(KStream<byte[], Resolved> changes) {
    changes
        .mapValues(v -> ((Resolved.Change) v).change(), Named.as("change"))
        .to(
            outputs.changes().name(),
            Produced.with(Serdes.ByteArray(), AvroSerde.of(EventChange.class, ids))
                .withName("event-changes"));
  }
}
