package vn.hoinghi.sink;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.random.RandomGenerator;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.KafkaConfig;

/**
 * A sink whose store is one flat table, as a process of its own until somebody ends it: {@code
 * FlatSink BROKER JDBC-URL GROUP RECORDS}, the last being how many at most go in one transaction.
 */
final class FlatSink {
  private FlatSink() {}

  public static void main(String[] arguments) {
    var delivery =
        new SinkConfig.Delivery(
            arguments[1],
            "postgres",
            "postgres",
            arguments[2],
            Integer.valueOf(arguments[3]),
            null,
            null,
            null);
    var config = new SinkConfig(KafkaConfig.at(arguments[0]), null, delivery);
    var clients = config.kafka().clientProperties();
    var backoff =
        new Backoff(
            Duration.ofMillis(100),
            Duration.ofSeconds(10),
            System::nanoTime,
            RandomGenerator.getDefault());
    try (var database = Database.open(delivery);
        var consumer = EventConsumer.open(config);
        var facts = new KafkaTopicFacts(clients);
        var letters = new KafkaDeadLetters(clients, Topics.EVENTS.deadLetters())) {
      var metrics = new SinkMetrics(new SimpleMeterRegistry());
      SinkLoop loop =
          SinkAssembly.loop(
              config,
              Feed.PUBLIC,
              consumer,
              facts,
              new FlatStore(database),
              letters,
              Rebuild.NEVER,
              backoff,
              metrics);
      loop.subscribe();
      while (!Thread.currentThread().isInterrupted()) {
        loop.step();
      }
    }
  }
}
