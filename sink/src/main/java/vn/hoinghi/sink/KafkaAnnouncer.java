package vn.hoinghi.sink;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import vn.hoinghi.avro.EventStored;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.SchemaIds;
import vn.hoinghi.schemas.Topics;

/**
 * Confirmations on their topic. The key names a revision, yet all revisions of an event go to one
 * partition, so that they are heard in order. After a failure the producer is given up with all
 * that it still holds: what it might send later would come behind what is sent anew.
 */
final class KafkaAnnouncer implements Announcer {
  private static final String TOPIC = Topics.STORED.name();

  private final Supplier<Producer<byte[], byte[]>> opening;
  private final Serializer<EventStored> values;
  private Producer<byte[], byte[]> producer;

  KafkaAnnouncer(Supplier<Producer<byte[], byte[]>> opening, SchemaIds ids) {
    this.opening = opening;
    this.values = AvroSerde.of(EventStored.class, ids).serializer();
  }

  @Override
  public void tell(List<Confirmation> confirmations) {
    boolean heard = false;
    try {
      if (producer == null) {
        producer = opening.get();
      }
      int partitions = producer.partitionsFor(TOPIC).size();
      List<Future<RecordMetadata>> answers = new ArrayList<>();
      for (Confirmation confirmation : confirmations) {
        answers.add(producer.send(recordOf(confirmation, partitions)));
      }
      producer.flush();
      for (Future<RecordMetadata> answer : answers) {
        Answers.await(answer);
      }
      heard = true;
    } finally {
      if (!heard) {
        close();
      }
    }
  }

  private ProducerRecord<byte[], byte[]> recordOf(Confirmation confirmation, int partitions) {
    EventStored stored = confirmation.stored();
    byte[] event = stored.getEventId().getBytes(StandardCharsets.UTF_8);
    int partition = Utils.toPositive(Utils.murmur2(event)) % partitions;
    byte[] key = confirmation.key().getBytes(StandardCharsets.UTF_8);
    return new ProducerRecord<>(TOPIC, partition, key, values.serialize(TOPIC, stored));
  }

  @Override
  public void close() {
    if (producer != null) {
      producer.close(Duration.ZERO);
      producer = null;
    }
  }
}
