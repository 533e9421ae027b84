package vn.hoinghi.standalone;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vn.hoinghi.sink.Tables;
import vn.hoinghi.standalone.servers.LocalPostgres;

/**
 * One sink on one topic and one database. First come records that do not count, until it has stored
 * them and both compilers have seen its code; then all others at once, by the end of the one
 * transaction that they were sent in. From there time is taken, to when the last record of each
 * partition has its row.
 */
final class FlatRun implements AutoCloseable {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final long LOOK_MILLIS = 10;
  private static final int ROWS_AT_ONCE = 1000;
  private static final String TABLE = "vn/hoinghi/sink/flat.sql";

  private final SinkTables tables;
  private final LocalPostgres server;
  private double perSecond;
  private long rows;

  private FlatRun(SinkTables tables, LocalPostgres server) {
    this.tables = tables;
    this.server = server;
  }

  /** Runs it to its end, and checks that every live event has a row and no other has. */
  static FlatRun of(
      FlatContender contender,
      Path dir,
      TestCluster cluster,
      LocalPostgres server,
      FlatRecords records,
      int count)
      throws Exception {
    var run = new FlatRun(tables(server), server);
    cluster.send(records.next(count / 4));
    Process sink = contender.start(dir, cluster.config.bootstrapServers(), run.tables);
    try (Connection looking = run.tables.database().getConnection()) {
      run.until(sink, dir, looking, "SELECT count(*) = %d FROM flat".formatted(records.live()));
      run.perSecond = count / run.seconds(sink, dir, looking, cluster, records, count);
      long live = (long) records.live() + records.ends().size();
      run.until(sink, dir, looking, "SELECT count(*) = %d FROM flat".formatted(live));
      run.rows = live;
    } finally {
      sink.destroy();
      sink.waitFor();
    }
    return run;
  }

  private static SinkTables tables(LocalPostgres server) throws Exception {
    SinkTables tables = SinkTables.create(server);
    Tables.bringUp(tables.directly());
    try (var sql = ClassLoader.getSystemResourceAsStream(TABLE)) {
      tables.execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
    }
    return tables;
  }

  private double seconds(
      Process sink,
      Path dir,
      Connection looking,
      TestCluster cluster,
      FlatRecords records,
      int count)
      throws Exception {
    Map<String, Object> settings = cluster.config.clientProperties();
    settings.put("transactional.id", tables.name);
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      List<ProducerRecord<byte[], byte[]>> all = new ArrayList<>(records.next(count));
      all.addAll(records.ends());
      var sent = all.stream().map(producer::send).toList();
      producer.flush();
      for (var each : sent) {
        each.get();
      }
      tables.execute("CHECKPOINT");
      long begin = System.nanoTime();
      producer.commitTransaction();
      String ends =
          "SELECT count(*) = %d FROM flat WHERE event_id LIKE 'end%%' AND event_id IN (%s)";
      var ids = records.ends().stream().map(r -> "'" + text(r.key()) + "'").toList();
      until(sink, dir, looking, ends.formatted(ids.size(), String.join(", ", ids)));
      return (System.nanoTime() - begin) / 1e9;
    }
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private void until(Process sink, Path dir, Connection looking, String question)
      throws IOException {
    await()
        .atMost(LONG)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(LOOK_MILLIS))
        .failFast("a sink has ended, see its log in " + dir, () -> !sink.isAlive())
        .until(() -> isTrue(looking, question));
  }

  private static boolean isTrue(Connection looking, String question) throws SQLException {
    try (var statement = looking.createStatement();
        var row = statement.executeQuery(question)) {
      row.next();
      return row.getBoolean(1);
    }
  }

  double perSecond() {
    return perSecond;
  }

  long rows() {
    return rows;
  }

  /** Fails where two tables differ in any row. */
  static void same(FlatRun one, FlatRun other) throws SQLException {
    String sql = "SELECT t::text FROM flat t ORDER BY event_id COLLATE \"C\"";
    try (Connection left = inParts(one);
        Connection right = inParts(other);
        var ours = left.createStatement();
        var theirs = right.createStatement()) {
      ours.setFetchSize(ROWS_AT_ONCE);
      theirs.setFetchSize(ROWS_AT_ONCE);
      try (var mine = ours.executeQuery(sql);
          var yours = theirs.executeQuery(sql)) {
        long same = 0;
        while (mine.next()) {
          if (!yours.next() || !mine.getString(1).equals(yours.getString(1))) {
            throw new IllegalStateException(
                "row %d differs: %s".formatted(same, mine.getString(1)));
          }
          same++;
        }
        if (yours.next() || same != one.rows) {
          throw new IllegalStateException("not the same rows behind row " + same);
        }
      }
    }
  }

  private static Connection inParts(FlatRun of) throws SQLException {
    Connection connection = of.tables.database().getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  @Override
  public void close() throws SQLException {
    try (Connection connection = server.database().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("DROP DATABASE " + tables.name + " WITH (FORCE)");
    }
  }
}
