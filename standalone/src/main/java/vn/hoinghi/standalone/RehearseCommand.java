package vn.hoinghi.standalone;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import vn.hoinghi.service.ClusterTopics;
import vn.hoinghi.service.KafkaConfig;

/**
 * A start of everything with nothing to do: run once by the launcher behind a build, so that the
 * JVM may keep the classes it met for quicker starts.
 */
@Command(name = "rehearse", hidden = true, description = "Start everything and end.")
final class RehearseCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    try (var data = DataDirectory.open(null);
        var kafka = LocalKafka.start(data.path());
        var postgres = LocalPostgres.start(data.path());
        var topics = ClusterTopics.of(KafkaConfig.at(kafka.bootstrapServers()))) {
      topics.apply();
      return postgres.jdbcUrl().isEmpty() ? Hoinghi.FAILED : 0;
    }
  }
}
