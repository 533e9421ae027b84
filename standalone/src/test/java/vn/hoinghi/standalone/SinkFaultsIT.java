package vn.hoinghi.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.ClusterTopics;
import vn.hoinghi.service.Health;
import vn.hoinghi.sink.Rebuild;
import vn.hoinghi.sink.Sink;
import vn.hoinghi.sink.SinkConfig;
import vn.hoinghi.standalone.servers.LocalPostgres;

/**
 * A sink between a broker and a database that fail it: afterwards the rows are what they should.
 */
class SinkFaultsIT {
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final String EVENTS = Topics.EVENTS.name();

  @TempDir private static Path dir;
  private static TestCluster cluster;
  private static LocalPostgres server;
  private static int port;

  private SinkTables tables;

  @BeforeAll
  static void start() throws Exception {
    cluster = TestCluster.start(dir);
    server = LocalPostgres.start(dir);
    port = Integer.parseInt(server.jdbcUrl().replaceAll(".*:(\\d+)/.*", "$1"));
  }

  @AfterAll
  static void stop() {
    server.close();
    cluster.close();
  }

  @BeforeEach
  void emptyTopicAndTables() throws Exception {
    tables = SinkTables.create(server);
    cluster.delete(EVENTS);
    ClusterTopics.create(cluster.config);
    await().atMost(LONG).until(() -> cluster.admin.listTopics().names().get().contains(EVENTS));
  }

  private static Sink sink(SinkConfig.Delivery delivery, Rebuild rebuild) {
    var config = new SinkConfig(cluster.config, null, delivery);
    return new Sink(config, new SimpleMeterRegistry(), rebuild).start();
  }

  private static Sink sink(SinkConfig.Delivery delivery) {
    return sink(delivery, Rebuild.NEVER);
  }

  /** What a sink writes that nothing disturbs. */
  private void areThoseOfAnUndisturbedSink(EventStream events) throws Exception {
    SinkTables undisturbed = SinkTables.create(server);
    try (Sink sink = sink(undisturbed.directly())) {
      undisturbed.drained(events);
      assertThat(sink.failure()).isEmpty();
    }
    tables.drained(events);
    tables.hold(events);
    assertThat(tables.dump()).isEqualTo(undisturbed.dump());
  }

  @Test
  @Tag("P05")
  void commitsWhoseAnswersTheNetworkSwallowsAreNotDoneTwice() throws Exception {
    try (var proxy = TcpProxy.to(port);
        var events = new EventStream(cluster, 1);
        Sink sink = sink(tables.by(proxy.port(), ""))) {
      events.write(300);
      await().atMost(LONG).until(() -> !tables.rows("SELECT 1 FROM event LIMIT 1").isEmpty());
      proxy.swallowCommits(5);
      await()
          .atMost(LONG)
          .until(
              () -> {
                events.write(20);
                return proxy.swallowed() == 5;
              });
      areThoseOfAnUndisturbedSink(events);
      assertThat(sink.failure()).isEmpty();
    }
  }

  @Test
  @Tag("P11")
  void aNetworkThatGoesSilentIsGivenUpInTimeAndReadinessSaysSo() throws Exception {
    try (var proxy = TcpProxy.to(port);
        var events = new EventStream(cluster, 2);
        Sink sink = sink(tables.by(proxy.port(), "socketTimeout=3"))) {
      var health = new Health();
      sink.health(health);
      events.write(100);
      await().atMost(LONG).until(() -> health.waitingFor().isEmpty());
      proxy.blackHole(true);
      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () -> {
                events.write(20);
                return health.waitingFor().containsKey("sink-database");
              });
      proxy.blackHole(false);
      areThoseOfAnUndisturbedSink(events);
      assertThat(sink.failure()).isEmpty();
    }
  }

  @Test
  @Tag("P08")
  void aServerThatIsKilledStoppedOrTakesNobodyInIsWaitedFor() throws Exception {
    try (var events = new EventStream(cluster, 3);
        Sink sink = sink(tables.directly())) {
      for (Fault fault :
          List.<Fault>of(
              () -> terminateBackends(server),
              () -> end("KILL"),
              () -> end("QUIT"),
              SinkFaultsIT::takeEveryConnection)) {
        events.write(200);
        await().atMost(LONG).ignoreExceptions().until(() -> stored() > 0);
        events.write(100);
        fault.happen();
        events.write(100);
      }
      areThoseOfAnUndisturbedSink(events);
      assertThat(sink.failure()).isEmpty();
    }
  }

  /** Something that happens to a server. */
  private interface Fault {
    void happen() throws Exception;
  }

  private long stored() throws SQLException {
    return Long.parseLong(tables.rows("SELECT count(*) FROM event").get(0));
  }

  /** Ends every session but this one. */
  static void terminateBackends(LocalPostgres server) throws SQLException {
    try (Connection connection = server.database().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'");
    }
  }

  /** Ends the server by a signal, at once or by an immediate stop, and starts it on its data. */
  static LocalPostgres ended(LocalPostgres server, Path dir, int port, String signal)
      throws Exception {
    Path pidFile = dir.resolve("postgres/postmaster.pid");
    String pid = Files.readAllLines(pidFile).get(0).strip();
    ProcessHandle postgres = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    List<ProcessHandle> all = new ArrayList<>(postgres.descendants().toList());
    all.add(postgres);
    assertThat(new ProcessBuilder("kill", "-" + signal, pid).start().waitFor()).isZero();
    await().atMost(LONG).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    Files.deleteIfExists(pidFile); // nobody is left to be waited for
    server.close();
    return LocalPostgres.start(dir, port);
  }

  private static void end(String signal) throws Exception {
    server = ended(server, dir, port, signal);
  }

  /** Until a sink, whose session is ended, was refused. */
  private static void takeEveryConnection() throws Exception {
    var taken = new ArrayList<Connection>();
    try {
      await()
          .atMost(LONG)
          .until(
              () -> {
                try {
                  taken.add(server.database().getConnection());
                  try (var statement = taken.get(0).createStatement()) {
                    statement.execute(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                            + " WHERE application_name LIKE 'sink%'");
                  }
                  return false;
                } catch (SQLException e) {
                  return e.getSQLState().equals("53300");
                }
              });
    } finally {
      for (Connection connection : taken) {
        connection.close();
      }
    }
  }

  @Test
  @Tag("P12")
  void onAFullDiskItWaitsAndGoesOnWhereThereIsRoomAgain() throws Exception {
    Path disk = Files.createDirectory(dir.resolve("small-disk"));
    assumeTrue(FullDiskIT.mount("size=6m", disk), "no right to mount a small disk");
    try (var events = new EventStream(cluster, 8);
        Sink sink = sink(tables.directly())) {
      var health = new Health();
      sink.health(health);
      tables.execute("CREATE TABLESPACE small LOCATION '" + disk + "'");
      events.write(300);
      tables.drained(events);
      tables.execute("ALTER TABLE event_source SET TABLESPACE small");
      FullDiskIT.fill(disk.resolve("filler"));
      await()
          .atMost(LONG)
          .until(
              () -> {
                events.write(100);
                return health.waitingFor().getOrDefault("sink-database", "").contains("53100");
              });
      Files.delete(disk.resolve("filler"));
      areThoseOfAnUndisturbedSink(events);
      assertThat(sink.failure()).isEmpty();
      tables.execute("ALTER TABLE event_source SET TABLESPACE pg_default");
      tables.execute("DROP TABLESPACE small");
    } finally {
      FullDiskIT.run("umount", "--lazy", disk.toString());
    }
  }

  @Test
  @Tag("P07")
  void whateverKafkaRemembersOfThePositionsTheDatabaseDecides() throws Exception {
    try (var events = new EventStream(cluster, 4)) {
      for (long moved : new long[] {0, 7, 1_000_000, -1}) {
        events.write(150);
        try (Sink sink = sink(tables.directly())) {
          tables.drained(events);
          assertThat(sink.failure()).isEmpty();
        }
        if (moved < 0) {
          cluster.admin.deleteConsumerGroups(List.of(tables.name)).all().get();
        } else {
          var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
          events.ends().keySet().forEach(p -> offsets.put(p, new OffsetAndMetadata(moved)));
          cluster.admin.alterConsumerGroupOffsets(tables.name, offsets).all().get();
        }
      }
      events.write(150);
      try (Sink sink = sink(tables.directly())) {
        areThoseOfAnUndisturbedSink(events);
        assertThat(sink.failure()).isEmpty();
      }
      assertThat(tables.rows("SELECT sum(position) FROM sink_position"))
          .containsExactly(Long.toString(events.ends().values().stream().mapToLong(e -> e).sum()));
    }
  }

  @Test
  @Tag("P07")
  @Tag("P17")
  void aTopicThatWasCreatedAnewIsRefusedAndReadAsAWholeWhereThatIsAsked() throws Exception {
    try (var before = new EventStream(cluster, 5);
        Sink sink = sink(tables.directly())) {
      before.write(300);
      tables.drained(before);
      assertThat(sink.failure()).isEmpty();
    }
    cluster.delete(EVENTS);
    ClusterTopics.create(cluster.config);
    try (var events = new EventStream(cluster, 6)) {
      events.write(200);
      try (Sink refusing = sink(tables.directly())) {
        await().atMost(LONG).until(() -> refusing.failure().isPresent());
        assertThat(refusing.failure().orElseThrow())
            .hasMessageContaining("was deleted and created again")
            .hasMessageContaining("hoinghi sink --rebuild");
      }
      try (Sink sink = sink(tables.directly(), Rebuild.ONCE)) {
        tables.drained(events);
        assertThat(sink.failure()).isEmpty();
      }
      tables.hold(events);
      assertThat(tables.rows("SELECT count(*) FROM sink_seen")).containsExactly("0");
    }
  }

  @Test
  @Tag("P16")
  void aTopicThatGrowsMovesKeysAndTheirRevisionsKeepTheirOrder() throws Exception {
    try (var events = new EventStream(cluster, 7)) {
      events.write(300);
      try (Sink one = sink(tables.directly());
          Sink two = sink(tables.directly())) {
        tables.drained(events);
        cluster.admin.createPartitions(Map.of(EVENTS, NewPartitions.increaseTo(7))).all().get();
        await().atMost(LONG).until(() -> events.ends().size() == 7);
        assertThat(List.of(one, two)).allMatch(sink -> sink.failure().isEmpty());
      }
      try (var moved = new EventStream(cluster, 7, events);
          Sink one = sink(tables.directly());
          Sink two = sink(tables.directly())) {
        for (int i = 0; i < 10; i++) {
          moved.write(100);
        }
        areThoseOfAnUndisturbedSink(moved);
        assertThat(List.of(one, two)).allMatch(sink -> sink.failure().isEmpty());
      }
    }
  }
}
