package vn.hoinghi.standalone.servers;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine.Option;
import vn.hoinghi.enrich.EnrichConfig;
import vn.hoinghi.service.KafkaConfig;
import vn.hoinghi.service.Settings;
import vn.hoinghi.sink.SinkConfig;

/** Which cluster a command talks to. */
public final class ClusterOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "YAML file; its section 'kafka' is read.")
  private Path config;

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT,...",
      description = "The cluster, instead of a file or HOINGHI_KAFKA_BOOTSTRAP_SERVERS.")
  private String bootstrapServers;

  public KafkaConfig kafka() {
    return bootstrapServers != null && config == null
        ? KafkaConfig.at(bootstrapServers)
        : Settings.load(Cluster.class, config, environment()).kafka();
  }

  /** The same, or where nothing names a cluster the broker that a standalone run would have. */
  public KafkaConfig kafkaOrLocal() {
    Named named = Settings.load(Named.class, config, environment());
    return named.isLocal()
        ? KafkaConfig.at(LocalPorts.HOST + ":" + named.standalone().kafkaPort())
        : kafka();
  }

  /** The database that belongs to the cluster, where one is named or both are of a local run. */
  public Optional<SinkConfig.Delivery> tables() {
    boolean local = Settings.load(Named.class, config, environment()).isLocal();
    return local ? Optional.of(database()) : NamedTables.named(config, environment());
  }

  /** The database of the configuration, or that which a standalone run would have. */
  public SinkConfig.Delivery database() {
    return NamedTables.of(config, environment());
  }

  /** How enrichment works. */
  public EnrichConfig.Work enrich() {
    return section(Enriching.class).enrich();
  }

  /** Other sections of the same file and environment. */
  public <T extends Record> T section(Class<T> type) {
    return Settings.load(type, config, environment());
  }

  private Map<String, String> environment() {
    var environment = new HashMap<>(System.getenv());
    if (bootstrapServers != null) {
      environment.put(Settings.environmentName("kafka.bootstrapServers"), bootstrapServers);
    }
    return environment;
  }

  /** The section of enrichment, and whatever it leaves out as it comes. */
  record Enriching(EnrichConfig.Work enrich) {
    Enriching {
      enrich = Objects.requireNonNullElseGet(enrich, () -> EnrichConfig.Work.in(null));
    }
  }

  /** The part of a configuration that is read. */
  record Cluster(KafkaConfig kafka) {}

  /** The same, before anything is asked of it. */
  record Named(Broker kafka, StandaloneConfig.Ports standalone) {
    boolean isLocal() {
      return kafka.bootstrapServers() == null;
    }
  }

  /** A section that may be empty. */
  record Broker(
      String bootstrapServers, String schemaRegistryUrl, Map<String, String> properties) {}
}
