package vn.hoinghi.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.KafkaConfig;

/** What a sink does on brokers and a database that are real, wherever they run. */
final class SinkJourney {
  private static final int EVENTS = 300;

  private final String bootstrapServers;
  private final SinkConfig config;

  SinkJourney(String bootstrapServers, SinkConfig.Delivery delivery) {
    this.bootstrapServers = bootstrapServers;
    this.config = new SinkConfig(KafkaConfig.at(bootstrapServers), null, delivery);
  }

  void go() throws Exception {
    try (var topic = new TopicWriter(bootstrapServers);
        HikariDataSource database = Database.open(config.sink())) {
      topic.createTopics();
      rowsComeFromCommittedTransactions(topic, database);
      aSinkStartedAgainGoesOnWhereItWas(topic, database);
      twoSinksShareTheWork(topic, database);
      whatCannotBeReadIsKeptWithItsReason(topic, database);
    }
  }

  private void rowsComeFromCommittedTransactions(TopicWriter topic, HikariDataSource database)
      throws Exception {
    var first = new EventLog(0);
    for (int i = 0; i < EVENTS; i++) {
      first.live(Events.event(i, 1));
    }
    topic.commit(first);
    topic.abort(new EventLog(0).live(Events.event(1, 9)).live(Events.event(EVENTS, 1)));

    try (Sink sink = started(new SimpleMeterRegistry())) {
      drained(topic, database, sink);
    }
    assertThat(count(database, "SELECT count(*) FROM event")).isEqualTo(EVENTS);
    assertThat(count(database, "SELECT count(*) FROM event WHERE revision <> 1")).isZero();
    assertThat(count(database, "SELECT count(*) FROM event_source")).isEqualTo(2L * EVENTS);
  }

  private void aSinkStartedAgainGoesOnWhereItWas(TopicWriter topic, HikariDataSource database)
      throws Exception {
    topic.commit(new EventLog(0).live(Events.event(1, 2)).tombstone(2, 2, Events.id(1)));
    var registry = new SimpleMeterRegistry();

    try (Sink sink = started(registry)) {
      drained(topic, database, sink);
    }
    assertThat(registry.get("hoinghi.sink.records.read").counter().count()).isEqualTo(2);
    assertThat(count(database, "SELECT count(*) FROM event")).isEqualTo(EVENTS - 1);
    assertThat(count(database, "SELECT count(*) FROM event_redirect")).isEqualTo(1);
  }

  private void twoSinksShareTheWork(TopicWriter topic, HikariDataSource database) throws Exception {
    try (Sink one = started(new SimpleMeterRegistry());
        Sink two = started(new SimpleMeterRegistry())) {
      for (long revision = 10; revision < 20; revision++) {
        var next = new EventLog(0);
        for (int i = 10; i < EVENTS; i++) {
          next.live(Events.event(i, revision));
        }
        topic.commit(next);
      }
      drained(topic, database, one, two);
    }
    assertThat(count(database, "SELECT count(*) FROM event WHERE revision = 19"))
        .isEqualTo(EVENTS - 10);
    assertThat(count(database, "SELECT count(*) FROM event")).isEqualTo(EVENTS - 1);
  }

  private void whatCannotBeReadIsKeptWithItsReason(TopicWriter topic, HikariDataSource database)
      throws Exception {
    topic.commit(
        new EventLog(0)
            .add(EventLog.bytes(Events.id(3)), EventLog.bytes("<html>"))
            .live(Events.event(3, 30)));

    try (Sink sink = started(new SimpleMeterRegistry())) {
      drained(topic, database, sink);
    }
    assertThat(
            count(database, "SELECT revision FROM event WHERE event_id = '" + Events.id(3) + "'"))
        .isEqualTo(30);
    assertThat(reasonsOfDeadLetters()).containsExactly("AVRO_MALFORMED");
  }

  private Sink started(SimpleMeterRegistry registry) {
    return new Sink(config, registry).start();
  }

  private static void drained(TopicWriter topic, HikariDataSource database, Sink... sinks) {
    var ends = topic.ends();
    await("the stored positions reach " + ends)
        .atMost(Duration.ofSeconds(60))
        .failFast(() -> List.of(sinks).forEach(s -> assertThat(s.failure()).isEmpty()))
        .until(() -> StoredPositions.read(database).equals(ends));
  }

  private List<String> reasonsOfDeadLetters() {
    var properties = new Properties();
    properties.putAll(Map.of("bootstrap.servers", bootstrapServers, "group.id", "dead-letters"));
    properties.put("auto.offset.reset", "earliest");
    var bytes = new ByteArrayDeserializer();
    try (var consumer = new KafkaConsumer<>(properties, bytes, bytes)) {
      consumer.subscribe(List.of(Topics.EVENTS.deadLetters().name()));
      var reasons = new java.util.ArrayList<String>();
      await("a dead letter")
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> {
                consumer
                    .poll(Duration.ofMillis(200))
                    .forEach(
                        r ->
                            reasons.add(
                                new String(
                                    r.headers().lastHeader(DeadLetter.REASON).value(),
                                    java.nio.charset.StandardCharsets.UTF_8)));
                return !reasons.isEmpty();
              });
      return reasons;
    }
  }

  private static long count(HikariDataSource database, String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
