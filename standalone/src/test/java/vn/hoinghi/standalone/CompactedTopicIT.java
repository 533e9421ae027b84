package vn.hoinghi.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.sink.CanonicalDump;
import vn.hoinghi.sink.Rebuild;
import vn.hoinghi.sink.Sink;
import vn.hoinghi.sink.SinkConfig;
import vn.hoinghi.standalone.servers.LocalPostgres;
import vn.hoinghi.standalone.topics.TopicReader;

/**
 * Events end, and Kafka's own cleaner forgets their tombstones while a sink is away: it must not go
 * on as if they lived, and reads the whole topic where that is asked, also when it is killed amid
 * that.
 */
class CompactedTopicIT {
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final String EVENTS = Topics.EVENTS.name();

  /** So that a full read takes long enough to be killed in the middle. */
  private static final String SLOW =
      """
      CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM pg_sleep(1); RETURN NULL; END $$;
      CREATE TRIGGER slow AFTER INSERT ON sink_seen FOR EACH STATEMENT EXECUTE FUNCTION slow()""";

  @TempDir private Path dir;

  @Test
  @Tag("P17")
  void deathsThatTheTopicForgotAreFoundByReadingItAllAlsoAfterAKillAmidThat() throws Exception {
    try (var cluster = TestCluster.start(dir);
        var server = LocalPostgres.start(dir);
        var events = new EventStream(cluster, 17)) {
      SinkTables tables = SinkTables.create(server);
      events.write(600);
      try (Sink sink = sink(cluster, tables.directly())) {
        tables.drained(events);
        assertThat(sink.failure()).isEmpty();
      }
      Set<String> known = new HashSet<>(events.live.keySet());
      forgetSomeDeaths(cluster, events, known);

      try (Sink refusing = sink(cluster, tables.directly())) {
        await().atMost(LONG).until(() -> refusing.failure().isPresent());
        assertThat(refusing.failure().orElseThrow())
            .hasMessageContaining("delete.retention.ms")
            .hasMessageContaining("hoinghi sink --rebuild");
      }
      asTheContractSays(cluster);
      killedAmidAFullRead(cluster, tables);
      try (Sink sink = sink(cluster, tables.directly())) {
        tables.drained(events);
        assertThat(sink.failure()).isEmpty();
      }
      tables.hold(events);

      SinkTables late = SinkTables.create(server);
      try (Sink sink = sink(cluster, late.directly())) {
        late.drained(events);
        assertThat(sink.failure()).isEmpty();
      }
      assertThat(dump(tables)).isEqualTo(dump(late));
    }
  }

  /** Until an event that the tables hold has neither a value nor a tombstone on the topic. */
  private static void forgetSomeDeaths(TestCluster cluster, EventStream events, Set<String> known)
      throws Exception {
    cluster.compactAtOnce(EVENTS);
    cluster.set(EVENTS, "delete.retention.ms", "100");
    await("the cleaner to forget an event")
        .atMost(LONG)
        .until(
            () -> {
              events.write(30);
              var forgotten = new HashSet<>(known);
              forgotten.removeAll(ids(cluster));
              return forgotten.size() > 5;
            });
  }

  /** Without these a sink's process refuses to start. */
  private static void asTheContractSays(TestCluster cluster) throws Exception {
    for (String key : List.of("delete.retention.ms", "min.compaction.lag.ms")) {
      cluster.set(EVENTS, key, Topics.EVENTS.config().get(key));
    }
  }

  private static Set<String> ids(TestCluster cluster) {
    var ids = new HashSet<String>();
    try (var topics = TopicReader.of(cluster.config)) {
      topics.all(EVENTS, record -> ids.add(new String(record.key(), StandardCharsets.UTF_8)));
    }
    return ids;
  }

  private void killedAmidAFullRead(TestCluster cluster, SinkTables tables) throws Exception {
    tables.execute(SLOW);
    Path settings = tables.settings(dir, cluster, tables.directly());
    try (var sink =
        AppProcess.start(dir, Map.of(), "sink", "--config", settings.toString(), "--rebuild")) {
      await("rows to be met")
          .atMost(LONG)
          .until(
              () -> {
                assertThat(sink.isAlive()).describedAs(sink.err()).isTrue();
                return !tables.rows("SELECT 1 FROM sink_seen LIMIT 1").isEmpty();
              });
      sink.signal("KILL");
      sink.exitCode(LONG);
    }
    assertThat(tables.rows("SELECT 1 FROM sink_position WHERE rebuild_until IS NOT NULL LIMIT 1"))
        .isNotEmpty();
    tables.execute("DROP TRIGGER slow ON sink_seen");
  }

  private static Sink sink(TestCluster cluster, SinkConfig.Delivery delivery) {
    var config = new SinkConfig(cluster.config, null, delivery);
    return new Sink(config, new SimpleMeterRegistry(), Rebuild.NEVER).start();
  }

  private static String dump(SinkTables tables) throws Exception {
    var text = new StringBuilder();
    CanonicalDump.write(tables.database(), text);
    return text.toString();
  }
}
