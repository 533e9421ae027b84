package vn.hoinghi.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.EventStored;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.ContractPack;
import vn.hoinghi.schemas.Topics;

class KafkaAnnouncerTest {
  private static final String TOPIC = Topics.STORED.name();
  private final List<MockProducer<byte[], byte[]>> producers = new ArrayList<>();

  private KafkaAnnouncer announcer(boolean answers) {
    return new KafkaAnnouncer(
        () -> {
          var bytes = new ByteArraySerializer();
          producers.add(new MockProducer<>(cluster(), answers, null, bytes, bytes));
          return producers.get(producers.size() - 1);
        },
        ContractPack.committed());
  }

  private static Cluster cluster() {
    var node = new Node(1, "localhost", 9092);
    var partitions = new ArrayList<PartitionInfo>();
    for (int p = 0; p < 4; p++) {
      partitions.add(new PartitionInfo(TOPIC, p, node, new Node[] {node}, new Node[] {node}));
    }
    return new Cluster("c", List.of(node), partitions, Set.of(), Set.of());
  }

  private static Confirmation confirmation(int event, long revision) {
    var stored =
        new EventStored(Events.id(event), revision, false, Events.INGESTED, Events.INGESTED);
    return new Confirmation(revision, stored);
  }

  @Test
  void theKeyNamesARevisionAndAllOfAnEventShareAPartition() {
    announcer(true).tell(List.of(confirmation(7, 1), confirmation(8, 1), confirmation(7, 2)));

    var records = producers.get(0).history();
    assertThat(records)
        .extracting(r -> new String(r.key(), StandardCharsets.UTF_8))
        .containsExactly(Events.id(7) + "@1", Events.id(8) + "@1", Events.id(7) + "@2");
    assertThat(records.get(0).partition()).isEqualTo(records.get(2).partition());
    var values = AvroSerde.of(EventStored.class, ContractPack.committed()).deserializer();
    assertThat(values.deserialize(TOPIC, records.get(2).value()))
        .isEqualTo(confirmation(7, 2).stored());
  }

  @Test
  void eventsAreSpreadOverThePartitions() {
    var many = new ArrayList<Confirmation>();
    for (int i = 0; i < 100; i++) {
      many.add(confirmation(i, 1));
    }

    announcer(true).tell(many);

    assertThat(producers.get(0).history())
        .extracting(org.apache.kafka.clients.producer.ProducerRecord::partition)
        .contains(0, 1, 2, 3);
  }

  @Test
  void aFailureIsToldAndTheNextTryHasAProducerThatHoldsNothing() {
    var announcer = announcer(true);
    announcer.tell(List.of(confirmation(1, 1)));
    producers.get(0).sendException = new KafkaException("away");

    assertThatThrownBy(() -> announcer.tell(List.of(confirmation(1, 2))))
        .isInstanceOf(KafkaException.class);
    announcer.tell(List.of(confirmation(1, 2)));

    assertThat(producers).hasSize(2);
    assertThat(producers.get(0).closed()).isTrue();
    assertThat(producers.get(1).history()).hasSize(1);
  }
}
