package vn.hoinghi.standalone;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vn.hoinghi.enrich.ArticleReader;
import vn.hoinghi.enrich.Enrich;
import vn.hoinghi.enrich.EnrichConfig;
import vn.hoinghi.service.ClusterTopics;
import vn.hoinghi.service.KafkaConfig;
import vn.hoinghi.sink.Sink;
import vn.hoinghi.sink.SinkConfig;
import vn.hoinghi.standalone.servers.DataDirectory;
import vn.hoinghi.standalone.servers.LocalKafka;
import vn.hoinghi.standalone.servers.LocalPostgres;
import vn.hoinghi.standalone.servers.LocalSettings;
import vn.hoinghi.standalone.topics.ClusterPositions;
import vn.hoinghi.standalone.topics.Drained;

/** Broker and database in a data directory, and what tests of commands do with them. */
final class LocalPipeline implements AutoCloseable {
  final LocalKafka kafka;
  final LocalPostgres postgres;
  final KafkaConfig cluster;

  /** Names both servers. */
  final Path config;

  /** What the last command said, and what it complained of. */
  String printed;

  String told;

  private final LocalSettings settings;

  private LocalPipeline(Path dir, DataDirectory data) throws IOException {
    kafka = LocalKafka.start(data.path());
    postgres = LocalPostgres.start(data.path());
    cluster = KafkaConfig.at(kafka.bootstrapServers());
    settings = new LocalSettings(null, Map.of()).at(data, kafka, postgres);
    config =
        Files.writeString(
            dir.resolve("hoinghi.yaml"),
            "kafka: {bootstrapServers: '%s'}\nsink: {jdbcUrl: '%s', user: %s, password: %s}\n"
                .formatted(
                    kafka.bootstrapServers(),
                    postgres.jdbcUrl(),
                    postgres.user(),
                    postgres.password()));
    ClusterTopics.create(cluster);
  }

  /** Servers in {@code dir/data}, which may be opened by others once they are closed. */
  static LocalPipeline start(Path dir) throws IOException {
    try (var data = DataDirectory.open(dir.resolve("data"))) {
      return new LocalPipeline(dir, data);
    }
  }

  /** Runs enrich and sink until all is through. */
  void pass() throws Exception {
    pass(settings.load(EnrichConfig.class), enrich());
  }

  /** Enrichment by the rules that ship, not started. */
  Enrich enrich() {
    return new Enrich(settings.load(EnrichConfig.class), new SimpleMeterRegistry());
  }

  /** The same by other rules. */
  void pass(ArticleReader reader, String rules) throws Exception {
    pass(settings.load(EnrichConfig.class), enrich(reader, rules));
  }

  /** Enrichment by other rules, not started. */
  Enrich enrich(ArticleReader reader, String rules) {
    return new Enrich(settings.load(EnrichConfig.class), reader, rules, new SimpleMeterRegistry());
  }

  private void pass(EnrichConfig enriching, Enrich instance) throws Exception {
    try (var sink = new Sink(settings.load(SinkConfig.class), new SimpleMeterRegistry()).start();
        var enrich = instance.start()) {
      drained(enriching.enrich().applicationId(), sink, enrich);
    }
  }

  /** Returns when all raw articles have come to rows. */
  void drained(String application, Sink sink, Enrich enrich) throws InterruptedException {
    Drained.await(
        cluster,
        application,
        postgres.database(),
        () -> {
          var dead = new TreeMap<String, String>();
          sink.failure().ifPresent(fault -> dead.put("sink", fault.toString()));
          enrich.failure().ifPresent(fault -> dead.put("enrich", fault.toString()));
          return dead;
        },
        new Unheard());
  }

  /** Returns when somebody is in the group. */
  void awaitMembers(String group) {
    try (var positions = ClusterPositions.of(cluster)) {
      await().ignoreExceptions().until(() -> !positions.members(group).isEmpty());
    }
  }

  /** Runs a command as somebody who types it. */
  int run(String... words) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        Hoinghi.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(words);
    printed = out.toString();
    told = err.toString();
    return code;
  }

  void send(String topic, String key, byte[] value) throws Exception {
    Map<String, Object> to = Map.of("bootstrap.servers", kafka.bootstrapServers());
    var bytes = new ByteArraySerializer();
    try (var producer = new KafkaProducer<>(to, bytes, bytes)) {
      byte[] name = key.getBytes(StandardCharsets.UTF_8);
      producer.send(new ProducerRecord<>(topic, name, value)).get();
    }
  }

  void sql(String text) throws SQLException {
    try (Connection connection = postgres.database().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(text);
    }
  }

  /** First column of the first row. */
  String one(String query) throws SQLException {
    try (Connection connection = postgres.database().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Override
  public void close() {
    postgres.close();
    kafka.close();
  }
}
