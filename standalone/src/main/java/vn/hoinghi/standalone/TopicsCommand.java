package vn.hoinghi.standalone;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.hoinghi.service.ClusterTopics;
import vn.hoinghi.service.KafkaConfig;
import vn.hoinghi.service.Settings;
import vn.hoinghi.service.TopicPlan;

/** The contract's topics against a cluster. */
@Command(
    name = "topics",
    description = {
      "Compare the topics of a cluster with those this project needs, or create what is missing.",
      "",
      "Existing topics are never changed. Where one has settings that lose or refuse data, both"
          + " commands say so and end with code 1 (plan) or 2 (apply)."
    })
final class TopicsCommand {
  @Spec private CommandSpec spec;

  @Command(
      name = "plan",
      description =
          "Show what apply would create and what is wrong; 1 when anything is to be done.")
  int plan(@Mixin ClusterOptions cluster) {
    try (ClusterTopics topics = ClusterTopics.of(cluster.kafka())) {
      TopicPlan plan = topics.plan();
      tell(plan);
      return plan.fulfilled() ? 0 : Hoinghi.FAILED;
    }
  }

  @Command(name = "apply", description = "Create what is missing; refuse where a setting is wrong.")
  int apply(@Mixin ClusterOptions cluster) {
    try (ClusterTopics topics = ClusterTopics.of(cluster.kafka())) {
      tell(topics.apply());
      return 0;
    }
  }

  private void tell(TopicPlan plan) {
    PrintWriter out = spec.commandLine().getOut();
    plan.lines().forEach(out::println);
    if (plan.fulfilled()) {
      out.println("every topic is there and keeps the contract");
    }
    out.flush();
  }

  /** Which cluster. */
  static final class ClusterOptions {
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

    private KafkaConfig kafka() {
      return bootstrapServers != null && config == null
          ? KafkaConfig.at(bootstrapServers)
          : Settings.load(Cluster.class, config, environment()).kafka();
    }

    private Map<String, String> environment() {
      var environment = new HashMap<>(System.getenv());
      if (bootstrapServers != null) {
        environment.put(Settings.environmentName("kafka.bootstrapServers"), bootstrapServers);
      }
      return environment;
    }
  }

  /** The part of a configuration that this command reads. */
  record Cluster(KafkaConfig kafka) {}
}
