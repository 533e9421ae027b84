package vn.hoinghi.standalone.replay;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vn.hoinghi.enrich.Enrich;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.ClusterTopics;
import vn.hoinghi.service.KafkaConfig;
import vn.hoinghi.sink.SinkConfig;
import vn.hoinghi.standalone.servers.ClusterOptions;
import vn.hoinghi.standalone.terminal.Progress;
import vn.hoinghi.standalone.terminal.Shutdown;

/** Which shadow a command is about, and where. */
final class ShadowName {
  @Parameters(paramLabel = "NAME", description = "Of the shadow: a-z, 0-9, hyphens.")
  private String name;

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  ClusterOptions cluster() {
    return cluster;
  }

  Shadow shadow() {
    return shadow(cluster.kafkaOrLocal());
  }

  Shadow shadow(KafkaConfig kafka) {
    ClusterTopics.require(
        kafka, List.of(Topics.RAW, Topics.CORRECTIONS, Topics.ARTICLES, Topics.EVENTS));
    return new Shadow(kafka, cluster.enrich(), name);
  }

  /** Its tables, where a database belongs to the cluster. */
  Optional<ShadowTables> tables(KafkaConfig kafka) {
    return cluster.tables().map(database -> tables(kafka, database));
  }

  ShadowTables tables(KafkaConfig kafka, SinkConfig.Delivery database) {
    return new ShadowTables(new Shadow(kafka, cluster.enrich(), name), kafka, database);
  }

  /** Lets its application, by the rules of this program, compute all that there is. */
  static void compute(Shadow shadow, Path state, Progress progress) throws InterruptedException {
    try (var shutdown = Shutdown.onSignal();
        var enrich =
            new Enrich(shadow.config(state), shadow.outputs(), new SimpleMeterRegistry()).start()) {
      shadow.await(
          () -> {
            shutdown.check();
            Map<String, String> dead = new TreeMap<>();
            enrich.failure().ifPresent(fault -> dead.put("enrich", fault.toString()));
            return dead;
          },
          progress);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
