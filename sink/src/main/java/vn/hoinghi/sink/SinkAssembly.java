package vn.hoinghi.sink;

import org.apache.kafka.clients.consumer.Consumer;

/** The loop of a sink, put together of the parts that read its feed. */
final class SinkAssembly {
  private SinkAssembly() {}

  /** Not subscribed yet. */
  static SinkLoop loop(
      SinkConfig config,
      Feed feed,
      Consumer<byte[], byte[]> consumer,
      TopicFacts facts,
      EventStore store,
      DeadLetters letters,
      Rebuild rebuild,
      Backoff backoff,
      SinkMetrics metrics) {
    String topic = feed.events().name();
    var records = new EventRecordReader(config.kafka().schemaIds());
    var reading = new Reading(topic, consumer, System::nanoTime);
    return new SinkLoop(
        topic,
        consumer,
        facts,
        store,
        new BatchWriter(store, letters, metrics),
        new FullRead(store, () -> KafkaDeathRecords.open(config, feed.changes()), rebuild),
        reading,
        new Lookahead(reading, record -> store.prepared(records.read(record))),
        new PaceOfBatches(config.sink().batchRecords()),
        backoff,
        metrics);
  }
}
