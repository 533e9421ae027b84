package vn.hoinghi.standalone.servers;

import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.ObjectName;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import vn.hoinghi.service.ConfigException;
import vn.hoinghi.service.Logging;

/**
 * A real broker without a second process: one combined broker and controller (KRaft) in this JVM,
 * on loopback, whose data directory survives restarts and kill -9. Kafka offers no public interface
 * for this; every line that leans on its internals stands in this class.
 */
public final class LocalKafka implements AutoCloseable {
  private static final int NODE = 1;
  private static final Duration FENCE_PATIENCE = Duration.ofSeconds(30);
  private static final String HOST = LocalPorts.HOST;

  /**
   * A quorum of one that begins, its internal topics that several ask for at once, transactions
   * that wait for the one before, connections that end with it: no news for anyone.
   */
  private static final List<String> EXPECTED_WARNINGS =
      List.of(
          "org.apache.kafka.controller",
          "kafka.server.DefaultAutoTopicCreationManager",
          "org.apache.kafka.clients.producer.internals.Sender",
          "org.apache.kafka.clients.NetworkClient");

  /**
   * What the broker calls errors and its clients mend by asking again: a transaction's first
   * batches out of order, an internal topic unloaded while it loads. Faults of the disk have other
   * loggers.
   */
  private static final List<String> EXPECTED_ERRORS =
      List.of(
          "kafka.server.ReplicaManager",
          "org.apache.kafka.coordinator.common.runtime.CoordinatorRuntime");

  private final KafkaRaftServer server;
  private final String bootstrapServers;

  private LocalKafka(KafkaRaftServer server, String bootstrapServers) {
    this.server = server;
    this.bootstrapServers = bootstrapServers;
  }

  /** A broker on a free port. */
  public static LocalKafka start(Path dir) {
    return start(dir, 0);
  }

  /**
   * A broker that keeps its data in {@code dir/kafka}; clients may connect when this returns.
   *
   * @param port TCP port on loopback; 0 takes a free one
   * @throws ConfigException when the port is taken or the directory cannot be used
   */
  public static LocalKafka start(Path dir, int port) {
    int brokerPort = LocalPorts.free("standalone.kafkaPort", port);
    int controllerPort = LocalPorts.anyFree();
    Path log = dir.resolve("kafka");
    EXPECTED_WARNINGS.forEach(Logging::onlyErrorsOf);
    EXPECTED_ERRORS.forEach(Logging::nothingOf);
    try {
      format(log);
      fenceKilledBroker(log, controllerPort);
      var server =
          new KafkaRaftServer(
              new KafkaConfig(settings(log, brokerPort, controllerPort), false), Time.SYSTEM);
      server.startup();
      return new LocalKafka(server, HOST + ":" + brokerPort);
    } catch (Exception e) {
      throw new ConfigException("the embedded broker did not start in " + log + ": " + e, e);
    }
  }

  /** {@code host:port} for clients. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static void format(Path log) throws Exception {
    if (Files.exists(log.resolve("meta.properties"))) {
      return;
    }
    Files.createDirectories(log);
    new Formatter()
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .setClusterId(Uuid.randomUuid().toString())
        .setNodeId(NODE)
        .setControllerListenerName("CONTROLLER")
        .setMetadataLogDirectory(log.toString())
        .addDirectory(log.toString())
        .setReleaseVersion(MetadataVersion.latestProduction())
        .run();
  }

  /**
   * Lets the controller alone find out that the broker was killed, before a broker is started. A
   * broker that starts on the metadata of its killed self believes to lead every partition, begins
   * to complete the transactions under way, and is then fenced: Kafka 4.3.1 takes partitions
   * without a leader for deleted ones, leaves out their transaction markers, and calls the
   * transaction complete; its readers would wait for ever.
   */
  private static void fenceKilledBroker(Path log, int controllerPort) throws Exception {
    boolean ranBefore = Files.exists(log.resolve("__cluster_metadata-0"));
    if (!ranBefore || Files.exists(log.resolve(".kafka_cleanshutdown"))) {
      return;
    }
    var controller =
        new KafkaRaftServer(
            new KafkaConfig(controllerSettings(log, controllerPort), false), Time.SYSTEM);
    controller.startup();
    try {
      long deadline = System.nanoTime() + FENCE_PATIENCE.toNanos();
      while (fencedBrokers() != 1 && System.nanoTime() < deadline) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
    } finally {
      controller.shutdown();
      controller.awaitShutdown();
    }
  }

  /** As the active controller counts them; -1 while there is none to ask. */
  private static int fencedBrokers() throws JMException {
    var count = new ObjectName("kafka.controller:type=KafkaController,name=FencedBrokerCount");
    var beans = ManagementFactory.getPlatformMBeanServer();
    return beans.isRegistered(count) ? (Integer) beans.getAttribute(count, "Value") : -1;
  }

  private static Properties controllerSettings(Path log, int controllerPort) {
    Map<String, Object> all = new TreeMap<>();
    all.put("process.roles", "controller");
    all.put("listeners", "CONTROLLER://%s:%d".formatted(HOST, controllerPort));
    all.put("listener.security.protocol.map", "CONTROLLER:PLAINTEXT");
    node(all, log, controllerPort);
    smallAndQuick(all);
    return properties(all);
  }

  private static void node(Map<String, Object> all, Path log, int controllerPort) {
    all.put("node.id", NODE);
    all.put("log.dirs", log.toString());
    all.put("controller.listener.names", "CONTROLLER");
    // a static quorum of one reads its own port from here, so it may change at every start
    all.put("controller.quorum.voters", "%d@%s:%d".formatted(NODE, HOST, controllerPort));
  }

  private static Properties properties(Map<String, Object> all) {
    var properties = new Properties();
    all.forEach((key, value) -> properties.put(key, value.toString()));
    return properties;
  }

  private static Properties settings(Path log, int brokerPort, int controllerPort) {
    Map<String, Object> all = new TreeMap<>();
    all.put("process.roles", "broker,controller");
    node(all, log, controllerPort);
    all.put("inter.broker.listener.name", "PLAINTEXT");
    all.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    all.put(
        "listeners",
        "PLAINTEXT://%s:%d,CONTROLLER://%s:%d".formatted(HOST, brokerPort, HOST, controllerPort));
    all.put("advertised.listeners", "PLAINTEXT://%s:%d".formatted(HOST, brokerPort));
    all.put("auto.create.topics.enable", false);
    oneReplica(all);
    smallAndQuick(all);
    return properties(all);
  }

  private static void oneReplica(Map<String, Object> all) {
    all.put("default.replication.factor", 1);
    all.put("min.insync.replicas", 1);
    all.put("offsets.topic.replication.factor", 1);
    all.put("transaction.state.log.replication.factor", 1);
    all.put("transaction.state.log.min.isr", 1);
    all.put("share.coordinator.state.topic.replication.factor", 1);
    all.put("share.coordinator.state.topic.min.isr", 1);
  }

  private static void smallAndQuick(Map<String, Object> all) {
    all.put("offsets.topic.num.partitions", 4);
    all.put("transaction.state.log.num.partitions", 4);
    all.put("num.network.threads", 2);
    all.put("num.io.threads", 2);
    // 128 MiB of heap by default
    all.put("log.cleaner.dedupe.buffer.size", 4 * 1024 * 1024);
    // one index file is allocated at 10 MiB by default, for every segment of every partition
    all.put("log.index.size.max.bytes", 1024 * 1024);
    all.put("group.initial.rebalance.delay.ms", 0);
    all.put("group.min.session.timeout.ms", 1000);
    // after a crash the old incarnation must expire before the new one may register: 9 s by default
    all.put("broker.session.timeout.ms", 2000);
    all.put("broker.heartbeat.interval.ms", 500);
  }
}
