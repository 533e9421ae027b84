package vn.hoinghi.sink;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.random.RandomGenerator;
import vn.hoinghi.service.KafkaConfig;

/**
 * A sink whose store is one flat table, as a process of its own until somebody ends it: {@code
 * FlatSink BROKER JDBC-URL GROUP THREADS RECORDS}, the last being how many at most go in one
 * transaction.
 */
final class FlatSink {
  private FlatSink() {}

  public static void main(String[] arguments) {
    int threads = Integer.parseInt(arguments[3]);
    var delivery =
        new SinkConfig.Delivery(
            arguments[1],
            "postgres",
            "postgres",
            arguments[2],
            threads,
            Integer.valueOf(arguments[4]),
            null,
            null,
            null);
    var config = new SinkConfig(KafkaConfig.at(arguments[0]), null, delivery);
    var store = new FlatStore(Database.open(delivery));
    for (int i = 1; i <= threads; i++) {
      Backoff backoff = backoff();
      var metrics = new SinkMetrics(new SimpleMeterRegistry());
      new SinkThread(
              "sink-" + i,
              config,
              Feed.PUBLIC,
              backoff,
              (consumer, facts, letters) ->
                  SinkAssembly.loop(
                      config,
                      Feed.PUBLIC,
                      consumer,
                      facts,
                      store,
                      letters,
                      Rebuild.NEVER,
                      backoff,
                      metrics),
              fault -> System.exit(1))
          .start();
    }
  }

  private static Backoff backoff() {
    return new Backoff(
        Duration.ofMillis(100),
        Duration.ofSeconds(10),
        System::nanoTime,
        RandomGenerator.getDefault());
  }
}
