package vn.hoinghi.sink;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vn.hoinghi.schemas.Topic;
import vn.hoinghi.schemas.Topics;

/** The events topic of real brokers, written as enrichment writes it: in transactions. */
final class TopicWriter implements AutoCloseable {
  private final Admin admin;
  private final KafkaProducer<byte[], byte[]> producer;

  TopicWriter(String bootstrapServers) {
    Map<String, Object> properties = Map.of("bootstrap.servers", bootstrapServers);
    admin = Admin.create(properties);
    var transactional = new TreeMap<>(properties);
    transactional.put("transactional.id", UUID.randomUUID().toString());
    producer =
        new KafkaProducer<>(transactional, new ByteArraySerializer(), new ByteArraySerializer());
    producer.initTransactions();
  }

  void createTopics() throws Exception {
    var wanted = new ArrayList<NewTopic>();
    for (Topic<?> topic : List.of(Topics.EVENTS, Topics.EVENTS.deadLetters(), Topics.STORED)) {
      wanted.add(new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.config()));
    }
    admin.createTopics(wanted).all().get();
  }

  void commit(EventLog log) {
    send(log);
    producer.commitTransaction();
  }

  void abort(EventLog log) {
    send(log);
    producer.flush();
    producer.abortTransaction();
  }

  private void send(EventLog log) {
    producer.beginTransaction();
    for (ConsumerRecord<byte[], byte[]> r : log.records()) {
      // A failed send fails the transaction's end.
      var unused =
          producer.send(new ProducerRecord<>(r.topic(), null, r.key(), r.value(), r.headers()));
    }
  }

  /**
   * Where a reader of committed records has seen everything. The answer to a commit comes before
   * its markers stand in every partition, and until they do such a reader's end lies before the
   * log's.
   */
  Map<TopicPartition, Long> ends() {
    var settled = new AtomicReference<Map<TopicPartition, Long>>();
    await("every transaction to be marked as ended")
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              settled.set(ends(IsolationLevel.READ_COMMITTED));
              return settled.get().equals(ends(IsolationLevel.READ_UNCOMMITTED));
            });
    return settled.get();
  }

  private Map<TopicPartition, Long> ends(IsolationLevel seen) throws Exception {
    var wanted = new HashMap<TopicPartition, OffsetSpec>();
    for (int p = 0; p < Topics.EVENTS.partitions(); p++) {
      wanted.put(new TopicPartition(Topics.EVENTS.name(), p), OffsetSpec.latest());
    }
    var ends = new HashMap<TopicPartition, Long>();
    admin
        .listOffsets(wanted, new ListOffsetsOptions(seen))
        .all()
        .get()
        .forEach((p, end) -> ends.put(p, end.offset()));
    return ends;
  }

  @Override
  public void close() {
    producer.close();
    admin.close();
  }
}
