package vn.hoinghi.sink;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.random.RandomGenerator;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.KafkaConfig;

/**
 * A sink whose store is one flat table, as a process of its own until somebody ends it: {@code
 * FlatSink BROKER JDBC-URL GROUP}.
 */
final class FlatSink {
  private FlatSink() {}

  public static void main(String[] arguments) {
    var delivery =
        new SinkConfig.Delivery(
            arguments[1], "postgres", "postgres", arguments[2], null, null, null, null);
    var config = new SinkConfig(KafkaConfig.at(arguments[0]), null, delivery);
    var store = new FlatStore(Database.open(delivery));
    var metrics = new SinkMetrics(new SimpleMeterRegistry());
    var reader = new EventRecordReader(config.kafka().schemaIds());
    var consumer = EventConsumer.open(config);
    var loop =
        new SinkLoop(
            Topics.EVENTS.name(),
            consumer,
            new KafkaTopicFacts(config.kafka().clientProperties()),
            store,
            new BatchWriter(store, reader, new MemoryDeadLetters(), metrics),
            new FullRead(store, () -> DeathRecords.NONE, Rebuild.NEVER),
            new Reading(Topics.EVENTS.name(), consumer, System::nanoTime),
            new PaceOfBatches(delivery.batchRecords()),
            new Backoff(
                Duration.ofMillis(100),
                Duration.ofSeconds(10),
                System::nanoTime,
                RandomGenerator.getDefault()),
            metrics);
    loop.subscribe();
    while (!Thread.currentThread().isInterrupted()) {
      loop.step();
    }
  }
}
