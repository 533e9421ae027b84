package vn.hoinghi.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.hoinghi.schemas.Topics;

/** A sink that writes one flat table, as a process of its own, with one choice of its settings. */
interface FlatContender {
  List<String> JVM =
      List.of(
          "-Xmx700m",
          "-XX:+UseSerialGC",
          "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
          "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=vn.hoinghi.avro");

  /**
   * Starts it.
   *
   * @param dir for its settings and its log
   */
  Process start(Path dir, String broker, SinkTables tables) throws IOException;

  private static Process java(Path log, String classPath, String... words) throws IOException {
    var command = new ArrayList<String>(List.of(ChildJvm.java()));
    command.addAll(JVM);
    command.addAll(List.of("-cp", classPath));
    command.addAll(List.of(words));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  /** Our loop; the store that writes one table stands among the sink's tests. */
  record Hoinghi(int records, int threads) implements FlatContender {
    @Override
    public Process start(Path dir, String broker, SinkTables tables) throws IOException {
      return java(
          dir.resolve("hoinghi.log"),
          System.getProperty("java.class.path"),
          "vn.hoinghi.sink.FlatSink",
          broker,
          tables.directly().jdbcUrl(),
          tables.name,
          Integer.toString(threads),
          Integer.toString(records));
    }
  }

  /**
   * Debezium's.
   *
   * @param records at most in a batch, as the consumer gives them and as they are written
   * @param arrays whether it binds an array for each column, instead of each value of each row
   */
  record Debezium(int records, boolean arrays, int tasks) implements FlatContender {
    @Override
    public Process start(Path dir, String broker, SinkTables tables) throws IOException {
      Path worker = dir.resolve("worker.properties");
      Files.writeString(
          worker,
          """
          bootstrap.servers=%s
          key.converter=FlatKeys
          value.converter=FlatEvents
          value.converter.schema=%s
          offset.storage.file.filename=%s
          listeners=http://127.0.0.1:0
          plugin.discovery=only_scan
          """
              .formatted(broker, System.getProperty("events.schema"), dir.resolve("offsets")));
      Path connector = dir.resolve("connector.properties");
      Files.writeString(connector, connector(tables));
      return java(
          dir.resolve("debezium.log"),
          System.getenv("RIVALS"),
          "org.apache.kafka.connect.cli.ConnectStandalone",
          worker.toString(),
          connector.toString());
    }

    private String connector(SinkTables tables) {
      var database = tables.directly();
      return """
          name=%s
          topics=%s
          connector.class=io.debezium.connector.jdbc.JdbcSinkConnector
          tasks.max=%d
          connection.url=%s&reWriteBatchedInserts=true
          connection.username=%s
          connection.password=%s
          insert.mode=upsert
          delete.enabled=true
          primary.key.mode=record_key
          collection.name.format=flat
          use.reduction.buffer=true
          dialect.postgres.unnest.insert.enabled=%s
          batch.size=%d
          consumer.override.max.poll.records=%d
          consumer.override.isolation.level=read_committed
          consumer.override.fetch.max.bytes=16777216
          consumer.override.max.partition.fetch.bytes=8388608
          """
          .formatted(
              tables.name,
              Topics.EVENTS.name(),
              tasks,
              database.jdbcUrl(),
              database.user(),
              database.password(),
              arrays,
              records,
              records);
    }
  }
}
