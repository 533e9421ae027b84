package vn.hoinghi.sink;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.schemas.ContractPack;

/**
 * How fast the sink stores new events beside COPY of the same rows into the same tables, fsync on,
 * in transactions of the same size: {@code CopyRatio [events] [batch] [rounds]}, run by hand.
 */
final class CopyRatio {
  private static final List<String> TABLES =
      List.of(
          "event",
          "event_source",
          "event_person",
          "event_document",
          "event_support",
          "event_coverage",
          "event_revision",
          "outbox");

  private final DataSource database;
  private final int batch;

  private CopyRatio(DataSource database, int batch) {
    this.database = database;
    this.batch = batch;
  }

  public static void main(String[] arguments) throws Exception {
    int events = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
    int batch = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 500;
    int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
    try (EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("synchronous_commit", "on")
            .start()) {
      var config =
          SinkConfig.Delivery.to(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
      Database.prepare(config);
      try (var pool = Database.open(config)) {
        for (int round = 0; round < rounds; round++) {
          new CopyRatio(pool, batch).round(events);
        }
      }
    }
  }

  private void round(int events) throws Exception {
    empty();
    List<Change> changes = changes(events);
    double sink = events / seconds(() -> store(changes));
    List<Map<String, byte[]>> copies = new ArrayList<>();
    for (int from = 0; from < events; from += batch) {
      copies.add(rows(from));
    }
    empty();
    double copy = events / seconds(() -> copy(copies));
    System.out.printf(
        "%d events in batches of %d: sink %.0f/s, COPY %.0f/s, ratio %.2f%n",
        events, batch, sink, copy, sink / copy);
  }

  private interface Work {
    void go() throws Exception;
  }

  private static double seconds(Work work) throws Exception {
    long begin = System.nanoTime();
    work.go();
    return (System.nanoTime() - begin) / 1e9;
  }

  private static List<Change> changes(int events) {
    var reader = new EventRecordReader(ContractPack.committed());
    var log = new EventLog(0);
    for (int i = 0; i < events; i++) {
      ConferenceEvent event = Events.event(i, 1);
      event.setOrganiser("Ban Thường vụ Tỉnh ủy Tây Ninh");
      log.live(event, "c".repeat(64));
    }
    return log.records().stream().map(reader::read).toList();
  }

  private void store(List<Change> changes) throws StoreException, SQLException {
    var store = new PostgresEventStore(database);
    store.positions(
        EventLog.IDENTITY, Map.of(0, new LogBounds(0, changes.size())), Duration.ofDays(7));
    for (int from = 0; from < changes.size(); from += batch) {
      int to = Math.min(from + batch, changes.size());
      var move = new Move(from, to, null, false);
      store.apply(
          new Batch(EventLog.IDENTITY, new TreeMap<>(Map.of(0, move)), changes.subList(from, to)));
    }
  }

  private Map<String, byte[]> rows(int from) throws SQLException, IOException {
    Map<String, byte[]> rows = new LinkedHashMap<>();
    try (Connection connection = database.getConnection()) {
      for (String table : TABLES) {
        var out = new ByteArrayOutputStream();
        String select =
            "COPY (SELECT * FROM %s WHERE event_id >= '%s' AND event_id < '%s') TO STDOUT"
                .formatted(table, Events.id(from), Events.id(from + batch));
        connection.unwrap(PGConnection.class).getCopyAPI().copyOut(select, out);
        rows.put(table, out.toByteArray());
      }
      connection.rollback();
    }
    return rows;
  }

  private void copy(List<Map<String, byte[]>> copies) throws SQLException, IOException {
    try (Connection connection = database.getConnection()) {
      for (Map<String, byte[]> rows : copies) {
        for (Map.Entry<String, byte[]> table : rows.entrySet()) {
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn(
                  "COPY " + table.getKey() + " FROM STDIN",
                  new ByteArrayInputStream(table.getValue()));
        }
        connection.commit();
      }
    }
  }

  private void empty() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "TRUNCATE " + String.join(", ", TABLES) + ", event_dead, event_redirect, sink_position");
      connection.commit();
    }
  }
}
