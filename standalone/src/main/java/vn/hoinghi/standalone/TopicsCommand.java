package vn.hoinghi.standalone;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.hoinghi.service.ClusterTopics;
import vn.hoinghi.service.TopicPlan;
import vn.hoinghi.standalone.servers.ClusterOptions;
import vn.hoinghi.standalone.terminal.ExitCode;

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
      return plan.fulfilled() ? 0 : ExitCode.FAILED;
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
}
