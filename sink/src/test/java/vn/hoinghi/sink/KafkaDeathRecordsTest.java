package vn.hoinghi.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.ChangeKind;
import vn.hoinghi.avro.EventChange;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.ContractPack;
import vn.hoinghi.schemas.Topics;

@Tag("P17")
class KafkaDeathRecordsTest {
  private static final TopicPartition PLACE = new TopicPartition(Topics.EVENT_CHANGES.name(), 0);

  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
  private final AvroSerde<EventChange> avro =
      AvroSerde.of(EventChange.class, ContractPack.committed());
  private long offset;

  @Test
  void endsOfIdsAreFoundAndWhereTheyAreLedLaterAndNothingElse() {
    consumer.updateBeginningOffsets(Map.of(PLACE, 0L));
    consumer.updateEndOffsets(Map.of(PLACE, 6L));
    try (var deaths = new KafkaDeathRecords(consumer, List.of(PLACE), avro.deserializer())) {
      told("a", 1, ChangeKind.CREATED, null);
      told("a", 2, ChangeKind.UPDATED, null, "title");
      told("a", 3, ChangeKind.MERGED, "b");
      write(new byte[] {9, 9, 9});
      told("a", 4, ChangeKind.UPDATED, "c", "redirect");
      told("b", 7, ChangeKind.RETRACTED, null);

      var found = new ArrayList<String>();
      while (!deaths.atEnd()) {
        deaths.next().forEach(d -> found.add(d.eventId() + d.revision() + " " + d.redirect()));
      }
      assertThat(found).containsExactly("a3 b", "a4 c", "b7 null");
    }
  }

  private void told(String id, long revision, ChangeKind kind, String other, String... fields) {
    var change =
        EventChange.newBuilder()
            .setEventId(id)
            .setRevision(revision)
            .setKind(kind)
            .setOtherEventId(other)
            .setFields(List.of(fields))
            .setRulesVersion("1")
            .build();
    write(avro.serializer().serialize(PLACE.topic(), change));
  }

  private void write(byte[] value) {
    byte[] key = "k".getBytes(StandardCharsets.UTF_8);
    consumer.addRecord(new ConsumerRecord<>(PLACE.topic(), 0, offset++, key, value));
  }
}
