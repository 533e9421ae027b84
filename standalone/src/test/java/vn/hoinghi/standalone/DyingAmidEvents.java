package vn.hoinghi.standalone;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import vn.hoinghi.schemas.Topics;

/** A client by which a process dies, as by kill -9, with its second event. */
public final class DyingAmidEvents
    implements ProducerInterceptor<byte[], byte[]>, ConsumerInterceptor<byte[], byte[]> {
  static final int KILLED = 128 + 9;

  private final AtomicInteger events = new AtomicInteger();

  @Override
  public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> record) {
    if (record.topic().equals(Topics.EVENTS.name()) && events.incrementAndGet() == 2) {
      Runtime.getRuntime().halt(KILLED);
    }
    return record;
  }

  @Override
  public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
    return records;
  }

  @Override
  public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {
    // not asked about
  }

  @Override
  public void onAcknowledgement(RecordMetadata metadata, Exception exception) {
    // not asked about
  }

  @Override
  public void configure(Map<String, ?> settings) {
    // has none
  }

  @Override
  public void close() {
    // holds nothing
  }
}
