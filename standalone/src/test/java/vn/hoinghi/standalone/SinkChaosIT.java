package vn.hoinghi.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoinghi.sink.Sink;
import vn.hoinghi.sink.SinkConfig;
import vn.hoinghi.standalone.servers.LocalPostgres;

/**
 * Two sinks as processes of their own, events that never stop, and faults in an order of chance:
 * few in a build, {@code -Dsink.faults=100} nightly; {@code -Dsink.seed=N} repeats a run.
 */
class SinkChaosIT {
  private static final Duration LONG = Duration.ofMinutes(3);
  private static final int FAULTS = Integer.getInteger("sink.faults", 5);
  private static final long SEED = Long.getLong("sink.seed", System.nanoTime());

  /** What can happen. */
  private enum Fault {
    KILL,
    FREEZE,
    LOST_COMMIT,
    SILENCE,
    BACKENDS,
    LOCK,
    SERVER_KILLED,
    SERVER_STOPPED
  }

  @TempDir private Path dir;
  private final Random dice = new Random(SEED);
  private final List<AppProcess> sinks = new ArrayList<>();
  private TestCluster cluster;
  private LocalPostgres server;
  private SinkTables tables;
  private TcpProxy proxy;
  private Path settings;
  private int port;

  @Test
  @Tag("P05")
  @Tag("P06")
  @Tag("P08")
  @Tag("P09")
  @Tag("P20")
  void whateverHappensInWhateverOrderTheTablesAreThoseOfAnUndisturbedSink() throws Exception {
    List<Fault> faults = faults();
    System.out.printf("sink chaos (-Dsink.seed=%d): %s%n", SEED, faults);
    cluster = TestCluster.start(dir);
    server = LocalPostgres.start(dir);
    port = Integer.parseInt(server.jdbcUrl().replaceAll(".*:(\\d+)/.*", "$1"));
    tables = SinkTables.create(server);
    proxy = TcpProxy.to(port);
    settings = tables.settings(dir, cluster, tables.by(proxy.port(), "socketTimeout=3"));
    try (var events = new EventStream(cluster, SEED)) {
      sinks.add(sink());
      sinks.add(sink());
      try {
        happenAll(faults, events);
      } catch (ConditionTimeoutException e) {
        throw new AssertionError(standing(), e);
      }
      tables.hold(events);
      assertThat(tables.dump()).isEqualTo(undisturbed(events));
      assertThat(sinks).allMatch(AppProcess::isAlive);
    } finally {
      sinks.forEach(AppProcess::close);
      proxy.close();
      server.close();
      cluster.close();
    }
  }

  /** All of them, beside a reader who must not notice. */
  private void happenAll(List<Fault> faults, EventStream events) throws Exception {
    var reader = new TornReader(tables);
    try (reader) {
      moves(events);
      for (Fault fault : faults) {
        events.write(60);
        await().atMost(LONG).until(this::bothWork);
        long begin = System.nanoTime();
        happens(fault, events);
        moves(events);
        System.out.printf("%s: %d ms%n", fault, (System.nanoTime() - begin) / 1_000_000);
      }
      tables.drained(events);
    }
    assertThat(reader.seen()).isGreaterThan(1000);
    assertThat(reader.torn()).isEmpty();
  }

  /** The first three in any case, and others by chance. */
  private List<Fault> faults() {
    var faults = new ArrayList<>(List.of(Fault.values()).subList(0, 3));
    while (faults.size() < FAULTS) {
      faults.add(Fault.values()[dice.nextInt(Fault.values().length)]);
    }
    Collections.shuffle(faults, dice);
    return faults;
  }

  private AppProcess sink() throws Exception {
    return AppProcess.start(dir, Map.of(), "sink", "--config", settings.toString());
  }

  private boolean bothWork() throws Exception {
    var group = cluster.admin.describeConsumerGroups(List.of(tables.name)).all().get();
    var members = group.get(tables.name).members();
    return members.size() == SinkTables.THREADS * sinks.size()
        && members.stream().noneMatch(m -> m.assignment().topicPartitions().isEmpty());
  }

  /** Returns when records that were written now have been stored by somebody. */
  private void moves(EventStream events) {
    String before = positions();
    await()
        .atMost(LONG)
        .failFast(
            () -> assertThat(sinks).allSatisfy(s -> assertThat(s.isAlive()).as(s.err()).isTrue()))
        .until(
            () -> {
              events.write(10);
              return !positions().isEmpty() && !positions().equals(before);
            });
  }

  private String positions() {
    try {
      return String.join(",", tables.rows("SELECT position FROM sink_position ORDER BY partition"));
    } catch (SQLException e) {
      return ""; // the server is away, or the tables are not made yet
    }
  }

  private void happens(Fault fault, EventStream events) throws Exception {
    int which = dice.nextInt(sinks.size());
    switch (fault) {
      case KILL -> {
        sinks.get(which).signal("KILL");
        sinks.set(which, sink());
      }
      case FREEZE -> {
        sinks.get(which).signal("STOP");
        othersTakeOver(events);
        sinks.get(which).signal("CONT");
      }
      case LOST_COMMIT -> {
        proxy.swallowCommits(2);
        await()
            .atMost(LONG)
            .until(
                () -> {
                  events.write(10);
                  return proxy.swallowed() == 2;
                });
      }
      case SILENCE -> {
        proxy.blackHole(true);
        await().atMost(LONG).until(() -> events.write(20) != null && unready() == sinks.size());
        proxy.blackHole(false);
      }
      case BACKENDS -> SinkFaultsIT.terminateBackends(server);
      case LOCK -> lock(events);
      case SERVER_KILLED -> server = SinkFaultsIT.ended(server, dir, port, "KILL");
      case SERVER_STOPPED -> server = SinkFaultsIT.ended(server, dir, port, "QUIT");
    }
  }

  /** All partitions move although one of the sinks is frozen. */
  private void othersTakeOver(EventStream events) {
    var before = List.of(positions().split(",", -1));
    await()
        .atMost(LONG)
        .until(
            () -> {
              events.write(20);
              var now = List.of(positions().split(",", -1));
              return now.size() == before.size()
                  && IntStream.range(0, now.size())
                      .noneMatch(i -> now.get(i).equals(before.get(i)));
            });
  }

  /** Who waits for whom in the database, and what the sinks said last. */
  private String standing() throws Exception {
    var all = new StringBuilder();
    tables
        .rows(
            "SELECT concat_ws(' | ', pid, application_name, state, wait_event_type, wait_event,"
                + " now() - xact_start, now() - state_change, pg_blocking_pids(pid), left(query, 120))"
                + " FROM pg_stat_activity WHERE datname = current_database()")
        .forEach(row -> all.append(row).append('\n'));
    for (AppProcess sink : sinks) {
      String said = sink.err();
      all.append(said.substring(Math.max(0, said.length() - 3000))).append('\n');
    }
    return all.toString();
  }

  private long unready() throws InterruptedException {
    long count = 0;
    for (AppProcess sink : sinks) {
      count += sink.readiness() == 200 ? 0 : 1;
    }
    return count;
  }

  /**
   * Rows are held against the order in which sinks take them, until one of the two is broken off.
   */
  private void lock(EventStream events) throws SQLException {
    try (var connection = tables.database().getConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("LOCK TABLE event_dead IN ACCESS EXCLUSIVE MODE");
      await()
          .atMost(LONG)
          .until(
              () -> {
                events.write(20);
                return !tables.rows("SELECT 1 FROM pg_locks WHERE NOT granted LIMIT 1").isEmpty();
              });
      statement.execute("SET LOCAL deadlock_timeout = '100ms'");
      statement.execute("SELECT * FROM sink_position FOR UPDATE");
      connection.rollback();
    } catch (SQLException e) {
      assertThat(e.getSQLState()).isEqualTo("40P01");
    }
  }

  private String undisturbed(EventStream events) throws Exception {
    SinkTables alone = SinkTables.create(server);
    var config = new SinkConfig(cluster.config, null, alone.directly());
    try (Sink sink = new Sink(config, new SimpleMeterRegistry()).start()) {
      alone.drained(events);
      assertThat(sink.failure()).isEmpty();
    }
    return alone.dump();
  }
}
