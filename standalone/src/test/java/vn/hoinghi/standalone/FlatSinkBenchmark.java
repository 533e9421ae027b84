package vn.hoinghi.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.sink.Tables;
import vn.hoinghi.standalone.servers.LocalPostgres;

/**
 * How fast our sink and Debezium's for JDBC store the same records of one topic in one PostgreSQL
 * that flushes every commit, each in a process of its own and in turn. The records have no lists:
 * Debezium's writes one row of each. Ours does so too, cut down to one table; and once as it is,
 * with search words, history, confirmations and all indexes. For people to run: {@code
 * benchmarks/sink}.
 */
final class FlatSinkBenchmark {
  private static final List<String> JVM = List.of("-Xmx700m", "-XX:+UseSerialGC");
  private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(5);
  private static final String FLAT_COLUMNS =
      "event_id, revision, rules_version, shard, anchor_article_id, title, type, level, province_code,"
          + " province_name, district, commune, venue, organiser, start_edtf, end_edtf, day_part,"
          + " year_inferred_from, format, congress_ordinal, plenum_ordinal, term, attendees,"
          + " attendees_qualifier, venues, venues_qualifier, source_count, independent_sources, confidence";
  private static final String FINGERPRINT =
      "SELECT coalesce(sum(hashtextextended(t::text, 0) %% 1000000007), 0)::bigint"
          + " FROM (SELECT "
          + FLAT_COLUMNS
          + " FROM %s) t";

  private final TestCluster cluster;
  private final LocalPostgres server;
  private final int events;

  private FlatSinkBenchmark(TestCluster cluster, LocalPostgres server, int events) {
    this.cluster = cluster;
    this.server = server;
    this.events = events;
  }

  public static void main(String[] arguments) throws Exception {
    int events = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50_000;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
    Path dir = Files.createTempDirectory("sink-benchmark");
    var flat = new ArrayList<Double>();
    var whole = new ArrayList<Double>();
    try (var cluster = TestCluster.start(Files.createDirectory(dir.resolve("kafka")));
        var server = LocalPostgres.start(dir)) {
      var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
      for (int i = 0; i < events; i++) {
        records.add(FlatEvents.record(i));
      }
      cluster.send(records);
      var benchmark = new FlatSinkBenchmark(cluster, server, events);
      for (int round = 1; round <= rounds; round++) {
        double[] ours = benchmark.round(Files.createDirectory(dir.resolve("round-" + round)), round);
        flat.add(ours[0]);
        whole.add(ours[1]);
      }
    }
    say("records a second in one flat table, as multiple of Debezium's: %s", Middle.of(flat));
    say("in all tables, beside its one: %s", Middle.of(whole));
  }

  private static void say(String line, Object... values) {
    System.out.println(String.format(Locale.ROOT, line, values));
  }

  private double[] round(Path dir, int round) throws Exception {
    SinkTables all = tables();
    double whole = perSecond(all, "event", hoinghi(dir, all, "whole" + round));
    SinkTables ours = tables();
    double flat = perSecond(ours, "flat", flat(dir, ours, "flat" + round));
    SinkTables theirs = tables();
    double debezium = perSecond(theirs, "flat", debezium(dir, theirs, "round" + round));
    long rows = number(theirs, FINGERPRINT.formatted("flat"));
    if (rows != number(ours, FINGERPRINT.formatted("flat"))
        || rows != number(all, FINGERPRINT.formatted("event"))) {
      throw new IllegalStateException("the rows are not the same");
    }
    say(
        "hoinghi, flat %6.0f records/s, all tables %6.0f; Debezium, flat %6.0f: %.2f and %.2f",
        flat,
        whole,
        debezium,
        flat / debezium,
        whole / debezium);
    return new double[] {flat / debezium, whole / debezium};
  }

  private SinkTables tables() throws Exception {
    SinkTables tables = SinkTables.create(server);
    Tables.bringUp(tables.directly());
    tables.execute("CREATE TABLE flat AS SELECT %s FROM event".formatted(FLAT_COLUMNS));
    tables.execute("ALTER TABLE flat ADD PRIMARY KEY (event_id)");
    return tables;
  }

  /** The sink's own way of writing, cut to one table; it stands among the sink's tests. */
  private Process flat(Path dir, SinkTables tables, String group) throws IOException {
    return java(
        dir.resolve("flat.log"),
        System.getProperty("java.class.path"),
        "vn.hoinghi.sink.FlatSink",
        cluster.config.bootstrapServers(),
        tables.directly().jdbcUrl(),
        group);
  }

  private static Process java(Path log, String classPath, String... words) throws IOException {
    var command = new ArrayList<String>(List.of(ChildJvm.java()));
    command.addAll(JVM);
    command.add("-Dorg.apache.avro.SERIALIZABLE_PACKAGES=vn.hoinghi.avro");
    command.addAll(List.of("-cp", classPath));
    command.addAll(List.of(words));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private Process hoinghi(Path dir, SinkTables tables, String group) throws IOException {
    var delivery = tables.directly();
    Path settings = dir.resolve("sink.yaml");
    Files.writeString(
        settings,
        """
        kafka: {bootstrapServers: '%s'}
        sink: {jdbcUrl: '%s', user: %s, password: %s, groupId: %s}
        admin: {port: 0}
        """
            .formatted(
                cluster.config.bootstrapServers(),
                delivery.jdbcUrl(),
                delivery.user(),
                delivery.password(),
                group));
    return ChildJvm.start(
        dir.resolve("hoinghi.log"), JVM, Map.of(), "sink", "--config", settings.toString());
  }

  private Process debezium(Path dir, SinkTables tables, String name) throws IOException {
    var delivery = tables.directly();
    Path worker = dir.resolve("worker.properties");
    Files.writeString(
        worker,
        """
        bootstrap.servers=%s
        key.converter=org.apache.kafka.connect.converters.ByteArrayConverter
        value.converter=FlatEvents
        value.converter.schema=%s
        offset.storage.file.filename=%s
        listeners=http://127.0.0.1:0
        plugin.discovery=only_scan
        """
            .formatted(
                cluster.config.bootstrapServers(),
                System.getProperty("events.schema"),
                dir.resolve("offsets")));
    Path connector = dir.resolve("connector.properties");
    Files.writeString(
        connector,
        """
        name=%s-flat
        connector.class=io.debezium.connector.jdbc.JdbcSinkConnector
        tasks.max=1
        topics=%s
        connection.url=%s&reWriteBatchedInserts=true
        connection.username=%s
        connection.password=%s
        insert.mode=upsert
        primary.key.mode=record_value
        primary.key.fields=event_id
        collection.name.format=flat
        """
            .formatted(
                name,
                Topics.EVENTS.name(),
                delivery.jdbcUrl(),
                delivery.user(),
                delivery.password()));
    return java(
        dir.resolve("debezium.log"),
        System.getenv("RIVALS"),
        "org.apache.kafka.connect.cli.ConnectStandalone",
        worker.toString(),
        connector.toString());
  }

  /** From when the first rows are seen to when all are there; what a start takes is left out. */
  private double perSecond(SinkTables tables, String table, Process sink) throws Exception {
    try (Connection connection = tables.database().getConnection()) {
      long begin = System.nanoTime();
      long first = 0;
      while (true) {
        long seen = number(connection, "SELECT count(*) FROM " + table);
        long now = System.nanoTime();
        if (first == 0 && seen > 0) {
          first = seen;
          begin = now;
        }
        if (seen == events) {
          return (seen - first) / ((now - begin) / 1e9);
        }
        if (sink.waitFor(50, TimeUnit.MILLISECONDS) || now - begin > LONGEST_NANOS) {
          throw new IllegalStateException(seen + " rows in " + table + ", see the log of its sink");
        }
      }
    } finally {
      sink.destroy();
      sink.waitFor();
    }
  }

  private static long number(SinkTables tables, String sql) throws SQLException {
    try (Connection connection = tables.database().getConnection()) {
      return number(connection, sql);
    }
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
