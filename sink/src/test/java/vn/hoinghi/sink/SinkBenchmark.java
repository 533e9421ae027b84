package vn.hoinghi.sink;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.schemas.ContractPack;

/**
 * What storing costs: events written by the sink, with their positions, beside COPY of the same
 * rows into the same tables. Both in turn, on a server that flushes every commit to its disk;
 * {@code SinkBenchmark [EVENTS [ROUNDS]]}.
 */
final class SinkBenchmark {
  private final EmbeddedPostgres server;
  private final int events;
  private final int batch;
  private final EventLog log = new EventLog(0);
  private final List<List<String>> batches = new ArrayList<>();
  private int databases;

  private SinkBenchmark(EmbeddedPostgres server, int events) {
    this.server = server;
    this.events = events;
    this.batch = SinkConfig.Delivery.to("jdbc:postgresql:", "", "").batchRecords();
    for (int i = 0; i < events; i++) {
      ConferenceEvent event = BenchmarkEvents.event(i, 1);
      log.live(event, event.getAnchorArticleId());
      if (i % batch == 0) {
        batches.add(new ArrayList<>());
      }
      batches.get(i / batch).add(event.getEventId());
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
    var shares = new ArrayList<Double>();
    for (int round = 0; round <= rounds; round++) {
      double share = round();
      if (round > 0) {
        shares.add(share);
      }
    }
    shares.sort(null);
    double median = shares.get(shares.size() / 2);
    System.out.printf(Locale.ROOT, "median %.0f %% of COPY at its fastest%n", 100 * median);
  }

  /** The sink, then COPY in two ways; tells the sink's speed as a share of the faster one's. */
  private double round() throws Exception {
    var names = List.of(name(), name(), name());
    try (HikariDataSource written = database(names.get(0));
        HikariDataSource whole = database(names.get(1));
        HikariDataSource parts = database(names.get(2))) {
      double writing = seconds(() -> write(written));
      double copying = seconds(inOneGo(written, whole));
      double copyingParts = seconds(inBatches(written, parts));
      same(written, whole);
      same(written, parts);
      double share = Math.min(copying, copyingParts) / writing;
      System.out.printf(
          Locale.ROOT,
          "sink %.2f s (%.0f events/s), COPY in one transaction %.2f s, in the sink's transactions"
              + " %.2f s: %.0f %%%n",
          writing,
          events / writing,
          copying,
          copyingParts,
          100 * share);
      return share;
    } finally {
      for (String name : names) {
        execute("DROP DATABASE " + name + " WITH (FORCE)");
      }
    }
  }

  private Work inOneGo(HikariDataSource written, HikariDataSource into) throws Exception {
    var all = List.of(batches.stream().flatMap(List::stream).toList());
    var rows = CopiedRows.of(written, all);
    return () -> rows.into(into);
  }

  private Work inBatches(HikariDataSource written, HikariDataSource into) throws Exception {
    var rows = CopiedRows.of(written, batches);
    return () -> rows.into(into);
  }

  private static void same(HikariDataSource one, HikariDataSource other) throws SQLException {
    List<String> differences = CopiedRows.differences(one, other);
    if (!differences.isEmpty()) {
      throw new IllegalStateException("not the same rows in " + differences);
    }
  }

  private interface Work {
    void run() throws Exception;
  }

  private double seconds(Work work) throws Exception {
    execute("CHECKPOINT");
    long begin = System.nanoTime();
    work.run();
    return (System.nanoTime() - begin) / 1e9;
  }

  private String name() {
    return "b" + databases++;
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** An empty one with our tables. */
  private HikariDataSource database(String name) throws SQLException {
    execute("CREATE DATABASE " + name);
    var config =
        SinkConfig.Delivery.to(server.getJdbcUrl("postgres", name), "postgres", "postgres");
    Database.prepare(config);
    HikariDataSource database = Database.open(config);
    database.getConnection().close();
    return database;
  }

  /** As records come, in batches, each with its position, the next decoded meanwhile. */
  private void write(HikariDataSource database) throws Exception {
    var store = new PostgresEventStore(database);
    var metrics = new SinkMetrics(new SimpleMeterRegistry());
    var writer = new BatchWriter(store, new MemoryDeadLetters(), metrics);
    var reader = new EventRecordReader(ContractPack.committed());
    Function<ConsumerRecord<byte[], byte[]>, Change> decode = r -> store.prepared(reader.read(r));
    store.positions(
        EventLog.IDENTITY, () -> Map.of(0, new LogBounds(0, 0)), GroupMember.TOMBSTONES_KEPT);
    Decoding next = Decoding.of(records(0), decode);
    for (int from = 0; from < events; from += batch) {
      Decoding now = next;
      int to = Math.min(events, from + batch);
      next = Decoding.of(records(to), decode);
      var moves = new TreeMap<>(Map.of(0, new Move(from, to, null, false)));
      writer.write(EventLog.IDENTITY, moves, now);
    }
  }

  private List<ConsumerRecord<byte[], byte[]>> records(int from) {
    return log.records().subList(from, Math.min(events, from + batch));
  }
}
