package vn.hoinghi.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import vn.hoinghi.sink.CanonicalDump;
import vn.hoinghi.sink.SinkConfig;
import vn.hoinghi.sink.StoredPositions;
import vn.hoinghi.standalone.servers.LocalPostgres;

/** A database of its own for one test on a server that may go away and come back. */
final class SinkTables {
  private static final Duration LONG = Duration.ofMinutes(2);

  /** Members of the group in each sink's process that these {@link #settings} make. */
  static final int THREADS = 2;

  private static final AtomicInteger COUNT = new AtomicInteger();

  final String name;
  private final int port;

  private SinkTables(String name, int port) {
    this.name = name;
    this.port = port;
  }

  static SinkTables create(LocalPostgres server) throws SQLException {
    int port = ((PGSimpleDataSource) server.database()).getPortNumbers()[0];
    var tables = new SinkTables("sink" + COUNT.incrementAndGet(), port);
    tables.execute("postgres", "CREATE DATABASE " + tables.name);
    return tables;
  }

  /** Settings of a sink that writes here, in a group of its own. */
  SinkConfig.Delivery by(int throughPort, String more) {
    return by(throughPort, more, 1);
  }

  private SinkConfig.Delivery by(int throughPort, String more, int threads) {
    return new SinkConfig.Delivery(
        "jdbc:postgresql://127.0.0.1:%d/%s?connectTimeout=2&%s".formatted(throughPort, name, more),
        "postgres",
        "postgres",
        name,
        threads,
        100,
        500,
        null,
        null);
  }

  SinkConfig.Delivery directly() {
    return by(port, "");
  }

  SinkConfig.Delivery directly(int threads) {
    return by(port, "", threads);
  }

  /** A file that tells a sink's process to write here, in small batches and without patience. */
  Path settings(Path dir, TestCluster cluster, SinkConfig.Delivery delivery) throws IOException {
    return Files.writeString(
        dir.resolve(name + ".yaml"),
        """
        kafka:
          bootstrapServers: %s
          properties: {session.timeout.ms: "2000", heartbeat.interval.ms: "500"}
        sink:
          jdbcUrl: %s
          user: postgres
          password: postgres
          groupId: %s
          threads: %d
          batchRecords: 40
          maxBackoffMillis: 500
        """
            .formatted(
                cluster.config.bootstrapServers(),
                delivery.jdbcUrl(),
                delivery.groupId(),
                THREADS));
  }

  DataSource database() {
    return database(name);
  }

  private DataSource database(String which) {
    var database = new PGSimpleDataSource();
    database.setPortNumbers(new int[] {port});
    database.setServerNames(new String[] {"127.0.0.1"});
    database.setDatabaseName(which);
    database.setUser("postgres");
    database.setPassword("postgres");
    return database;
  }

  void execute(String sql) throws SQLException {
    execute(name, sql);
  }

  private void execute(String where, String sql) throws SQLException {
    try (Connection connection = database(where).getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Rows, columns joined by " | ". */
  List<String> rows(String sql) throws SQLException {
    var found = new ArrayList<String>();
    try (Connection connection = database().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        var row = new ArrayList<String>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.add(rows.getString(i));
        }
        found.add(String.join(" | ", row));
      }
    }
    return found;
  }

  /** Returns when all that the topic holds is written and nothing is left to do. */
  void drained(EventStream events) {
    var ends = events.ends();
    await("the stored positions reach " + ends)
        .atMost(LONG)
        .ignoreExceptions()
        .until(() -> StoredPositions.read(database()).equals(ends));
    await("no full read is under way")
        .atMost(LONG)
        .ignoreExceptions()
        .until(
            () ->
                rows("SELECT 1 FROM sink_position WHERE rebuild_until IS NOT NULL LIMIT 1")
                    .isEmpty());
  }

  String dump() throws Exception {
    var text = new StringBuilder();
    CanonicalDump.write(database(), text);
    rows("SELECT 'redirect ' || old_id || ' ' || new_id FROM event_redirect ORDER BY old_id")
        .forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  /** The rows are those of the events that live, in their newest revision. */
  void hold(EventStream events) throws Exception {
    Map<String, Long> stored = new TreeMap<>();
    for (String row : rows("SELECT event_id, revision FROM event")) {
      String[] columns = row.split(" \\| ", 2);
      stored.put(columns[0], Long.parseLong(columns[1]));
    }
    assertThat(stored).isEqualTo(events.live);
  }
}
