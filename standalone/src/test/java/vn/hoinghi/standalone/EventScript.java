package vn.hoinghi.standalone;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.ConferenceType;
import vn.hoinghi.avro.EventSource;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.SchemaIds;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.KafkaConfig;

/** Writes events by hand, as enrich does: in transactions, some of which come to nothing. */
final class EventScript implements AutoCloseable {
  private static final String TOPIC = Topics.EVENTS.name();
  private static final Instant NOON = Instant.parse("2025-02-18T05:00:00Z");

  private final KafkaProducer<byte[], byte[]> producer;
  private final Serializer<ConferenceEvent> values;

  private EventScript(KafkaProducer<byte[], byte[]> producer, SchemaIds ids) {
    this.producer = producer;
    this.values = AvroSerde.of(ConferenceEvent.class, ids).serializer();
  }

  static EventScript on(KafkaConfig config, SchemaIds ids) {
    Map<String, Object> settings = config.clientProperties();
    settings.put("transactional.id", "by-hand");
    settings.put("compression.type", "zstd");
    var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    producer.initTransactions();
    return new EventScript(producer, ids);
  }

  /** Each word is an event: "a1" the first revision of a, "a!" its end. */
  void committed(String... words) throws Exception {
    send(words);
    producer.commitTransaction();
  }

  /** The same, in a transaction that is aborted once everything lies in the log. */
  void aborted(String... words) throws Exception {
    send(words);
    producer.abortTransaction();
  }

  private void send(String... words) throws Exception {
    producer.beginTransaction();
    var sent = new ArrayList<java.util.concurrent.Future<?>>();
    for (String word : words) {
      String id = word.substring(0, 1);
      byte[] value =
          word.endsWith("!")
              ? null
              : values.serialize(TOPIC, event(id, Long.parseLong(word.substring(1))));
      sent.add(
          producer.send(new ProducerRecord<>(TOPIC, id.getBytes(StandardCharsets.UTF_8), value)));
    }
    producer.flush();
    for (var each : sent) {
      each.get();
    }
  }

  private static ConferenceEvent event(String id, long revision) {
    var source =
        EventSource.newBuilder()
            .setArticleId(id.repeat(64))
            .setUrl("https://bao.example/" + id)
            .setOutlet("bao.example")
            .setTitle("Hội nghị " + id)
            .setFirstIngestedAt(NOON)
            .setFetchedAt(NOON)
            .build();
    return ConferenceEvent.newBuilder()
        .setEventId(id)
        .setRevision(revision)
        .setRulesVersion("1")
        .setAnchorArticleId(id.repeat(64))
        .setTitle("Hội nghị " + id)
        .setType(ConferenceType.STUDY)
        .setStartDate("2025-02-18")
        .setSources(java.util.List.of(source))
        .setSourceCount(1)
        .setIndependentSources(1)
        .build();
  }

  @Override
  public void close() {
    producer.close();
  }
}
