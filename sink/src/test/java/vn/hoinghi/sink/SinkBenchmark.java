package vn.hoinghi.sink;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import vn.hoinghi.schemas.ContractPack;

/**
 * What storing costs: events written by the sink, with their positions, beside COPY of the same
 * rows into the same tables. Both in turn, on a server that flushes every commit to its disk;
 * {@code SinkBenchmark [EVENTS [ROUNDS]]}.
 */
final class SinkBenchmark {
  private static final int BATCH = 500;
  private static final String COLUMNS =
      """
      SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
      WHERE attrelid = ?::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''""";

  private final EmbeddedPostgres server;
  private final int events;
  private final EventLog log = new EventLog(0);
  private int databases;

  private SinkBenchmark(EmbeddedPostgres server, int events) {
    this.server = server;
    this.events = events;
    for (int i = 0; i < events; i++) {
      log.live(Events.event(i, 1));
    }
  }

  public static void main(String[] arguments) throws Exception {
    int events = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
    var builder = EmbeddedPostgres.builder().setServerConfig("shared_buffers", "256MB");
    for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
      builder.setServerConfig(setting, "on");
    }
    try (EmbeddedPostgres server = builder.start()) {
      new SinkBenchmark(server, events).run(rounds);
    }
  }

  private void run(int rounds) throws Exception {
    var ratios = new ArrayList<Double>();
    for (int round = 0; round <= rounds; round++) {
      try (HikariDataSource written = database();
          HikariDataSource copied = database()) {
        double writing = seconds(() -> write(written));
        Map<String, byte[]> tables = tables(written);
        double copying = seconds(() -> copy(tables, copied));
        String as = round == 0 ? "warm-up" : "round " + round;
        System.out.printf(
            Locale.ROOT,
            "%s: sink %.2f s, %.0f events/s; COPY %.2f s, %.0f events/s; %.0f %%%n",
            as,
            writing,
            events / writing,
            copying,
            events / copying,
            100 * copying / writing);
        if (round > 0) {
          ratios.add(copying / writing);
        }
      }
    }
    ratios.sort(null);
    System.out.printf(Locale.ROOT, "median %.0f %% of COPY%n", 100 * ratios.get(ratios.size() / 2));
  }

  private interface Work {
    void run() throws Exception;
  }

  private static double seconds(Work work) throws Exception {
    long begin = System.nanoTime();
    work.run();
    return (System.nanoTime() - begin) / 1e9;
  }

  /** An empty one with our tables. */
  private HikariDataSource database() throws SQLException {
    String name = "b" + databases++;
    try (Connection connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    var config =
        SinkConfig.Delivery.to(server.getJdbcUrl("postgres", name), "postgres", "postgres");
    Database.prepare(config);
    return Database.open(config);
  }

  /** As records come, in batches, each with its position. */
  private void write(HikariDataSource database) throws Exception {
    var store = new PostgresEventStore(database);
    var reader = new EventRecordReader(ContractPack.committed());
    store.positions(EventLog.IDENTITY, Map.of(0, new LogBounds(0, 0)), GroupMember.TOMBSTONES_KEPT);
    for (int from = 0; from < events; from += BATCH) {
      int to = Math.min(events, from + BATCH);
      var changes = log.records().subList(from, to).stream().map(reader::read).toList();
      var moves = new TreeMap<>(Map.of(0, new Move(from, to, null, false)));
      store.apply(new Batch(EventLog.IDENTITY, moves, changes));
    }
  }

  /** All rows as COPY gives them, by table and columns. */
  private static Map<String, byte[]> tables(HikariDataSource database) throws Exception {
    var tables = new LinkedHashMap<String, byte[]>();
    try (Connection connection = database.getConnection();
        var statement = connection.prepareStatement(COLUMNS)) {
      for (String table : tablesByDependence()) {
        statement.setString(1, table);
        try (var rows = statement.executeQuery()) {
          rows.next();
          String columns = table + " (" + rows.getString(1) + ")";
          var bytes = new ByteArrayOutputStream();
          copies(connection).copyOut("COPY " + columns + " TO STDOUT", bytes);
          tables.put(columns, bytes.toByteArray());
        }
      }
    }
    return tables;
  }

  private static List<String> tablesByDependence() {
    var names = new ArrayList<>(List.of("event"));
    TableDrift.ofThisVersion().keySet().stream()
        .filter(line -> line.contains("."))
        .map(line -> line.substring(0, line.indexOf('.')))
        .distinct()
        .filter(table -> !table.equals("event"))
        .forEach(names::add);
    return names;
  }

  private static void copy(Map<String, byte[]> tables, HikariDataSource database) throws Exception {
    try (Connection connection = database.getConnection()) {
      for (Map.Entry<String, byte[]> table : tables.entrySet()) {
        var rows = new ByteArrayInputStream(table.getValue());
        copies(connection).copyIn("COPY " + table.getKey() + " FROM STDIN", rows);
        connection.commit();
      }
    }
  }

  private static CopyManager copies(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }
}
