package vn.hoinghi.standalone.replay;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.TreeMap;
import vn.hoinghi.service.KafkaConfig;
import vn.hoinghi.sink.Feed;
import vn.hoinghi.sink.OwnSchema;
import vn.hoinghi.sink.Rebuild;
import vn.hoinghi.sink.Sink;
import vn.hoinghi.sink.SinkConfig;
import vn.hoinghi.standalone.terminal.PipelineException;
import vn.hoinghi.standalone.terminal.Progress;
import vn.hoinghi.standalone.terminal.Shutdown;
import vn.hoinghi.standalone.topics.ClusterPositions;
import vn.hoinghi.standalone.topics.Drained;

/**
 * The tables that a shadow's events would make, in a schema of their own beside the public ones, to
 * be asked before anything is promoted. The sink itself fills them; it tells nobody.
 */
final class ShadowTables {
  private final Shadow shadow;
  private final KafkaConfig kafka;
  private final OwnSchema schema;

  ShadowTables(Shadow shadow, KafkaConfig kafka, SinkConfig.Delivery database) {
    this.shadow = shadow;
    this.kafka = kafka;
    this.schema = new OwnSchema(database, schemaName(shadow.name()), owner(shadow, kafka));
  }

  static String schemaName(String shadow) {
    return "hoinghi_shadow_" + shadow.replace('-', '_');
  }

  private static String owner(Shadow shadow, KafkaConfig kafka) {
    try (var cluster = ClusterPositions.of(kafka)) {
      return "hoinghi: tables of %s on %s".formatted(shadow.application(), cluster.clusterId());
    }
  }

  /** Where they are. */
  String schema() {
    return schema.name();
  }

  /**
   * Makes their schema, before anything is computed that they would be filled from.
   *
   * @throws vn.hoinghi.service.ConfigException where there can be none
   */
  void make() {
    schema.make();
  }

  /**
   * Returns when they hold all that the shadow has computed.
   *
   * @throws PipelineException when the sink fails or nothing moves any more
   */
  void fill(Progress progress) throws InterruptedException {
    SinkConfig.Delivery tables = schema.tables(shadow.tablesGroup());
    var config = new SinkConfig(kafka, null, tables);
    var feed = new Feed(shadow.outputs().events(), shadow.outputs().changes());
    try (var shutdown = Shutdown.onSignal();
        var sink = new Sink(config, new SimpleMeterRegistry(), Rebuild.WHEN_NEEDED, feed).start()) {
      Drained.stored(
          kafka,
          feed.events().name(),
          tables,
          () -> {
            shutdown.check();
            Map<String, String> dead = new TreeMap<>();
            sink.failure().ifPresent(fault -> dead.put("sink", fault.toString()));
            return dead;
          },
          progress);
    }
  }

  /** Takes them away; whether there were any. */
  boolean drop() {
    return schema.drop();
  }
}
