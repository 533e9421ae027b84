package vn.hoinghi.sink;

import org.apache.kafka.clients.consumer.Consumer;
import vn.hoinghi.schemas.Topics;

/** The loop of a sink, put together of the parts that read the events topic. */
final class SinkAssembly {
  private SinkAssembly() {}

  /** Not subscribed yet. */
  static SinkLoop loop(
      SinkConfig config,
      Consumer<byte[], byte[]> consumer,
      TopicFacts facts,
      EventStore store,
      DeadLetters letters,
      Rebuild rebuild,
      Backoff backoff,
      SinkMetrics metrics) {
    String topic = Topics.EVENTS.name();
    var reading = new Reading(topic, consumer, System::nanoTime);
    return new SinkLoop(
        topic,
        consumer,
        facts,
        store,
        new BatchWriter(store, letters, metrics),
        new FullRead(store, () -> KafkaDeathRecords.open(config), rebuild),
        reading,
        new Lookahead(reading, new EventRecordReader(config.kafka().schemaIds())),
        new PaceOfBatches(config.sink().batchRecords()),
        backoff,
        metrics);
  }
}
