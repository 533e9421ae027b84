package vn.hoinghi.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.sink.Sink;
import vn.hoinghi.sink.SinkConfig;
import vn.hoinghi.standalone.servers.LocalPostgres;

/** Several threads of one sink are what several sinks are, and one thing to those who watch it. */
class SinkThreadsIT {
  private static final Duration LONG = Duration.ofMinutes(2);

  @TempDir private static Path dir;
  private static TestCluster cluster;
  private static LocalPostgres server;

  @BeforeAll
  static void start() throws Exception {
    cluster = TestCluster.start(dir);
    server = LocalPostgres.start(dir);
  }

  @AfterAll
  static void stop() {
    server.close();
    cluster.close();
  }

  @Test
  @Timeout(180)
  void theyShareTheWorkAndWhereOneStopsAllEnd() throws Exception {
    SinkTables alone = SinkTables.create(server);
    SinkTables shared = SinkTables.create(server);
    var registry = new SimpleMeterRegistry();
    try (var events = new EventStream(cluster, 5);
        Sink sink = sink(shared.directly(3), registry)) {
      await().atMost(LONG).until(() -> members(shared) == 3);
      events.write(400);
      shared.drained(events);
      await().atMost(LONG).until(() -> registry.get("hoinghi.sink.lag").gauge().value() == 0);
      assertThat(registry.get("hoinghi.sink.records.read").counter().count())
          .isGreaterThanOrEqualTo(400);

      thread("sink-2").interrupt();
      sink.await();
      assertThat(sink.failure()).isPresent();
      await().atMost(LONG).until(() -> members(shared) == 0);

      events.write(100);
      try (Sink next = sink(shared.directly(2), new SimpleMeterRegistry());
          Sink one = sink(alone.directly(), new SimpleMeterRegistry())) {
        shared.drained(events);
        alone.drained(events);
        assertThat(List.of(next.failure(), one.failure())).allMatch(fault -> fault.isEmpty());
      }
      shared.hold(events);
      assertThat(shared.dump()).isEqualTo(alone.dump());
    }
  }

  private static Sink sink(SinkConfig.Delivery delivery, SimpleMeterRegistry registry) {
    return new Sink(new SinkConfig(cluster.config, null, delivery), registry).start();
  }

  /** Members of the group that have partitions of the topic. */
  private static long members(SinkTables tables) throws Exception {
    return cluster
        .admin
        .describeConsumerGroups(List.of(tables.name))
        .all()
        .get()
        .get(tables.name)
        .members()
        .stream()
        .filter(
            member ->
                member.assignment().topicPartitions().stream()
                    .anyMatch(p -> p.topic().equals(Topics.EVENTS.name())))
        .count();
  }

  private static Thread thread(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
