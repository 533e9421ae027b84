package vn.hoinghi.sink;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The sink against the brokers and the database that people run. */
class SinkContainerIT {
  private static KafkaContainer kafka;
  private static PostgreSQLContainer postgres;

  @BeforeAll
  static void start() {
    boolean docker = DockerClientFactory.instance().isDockerAvailable();
    if (!docker) {
      System.out.println("SKIPPED SinkContainerIT: no Docker engine answers here");
    }
    assumeTrue(docker, "no Docker engine answers here");
    kafka = new KafkaContainer(image("KAFKA_IMAGE", "apache/kafka:4.3.1", "apache/kafka"));
    postgres = new PostgreSQLContainer(image("POSTGRES_IMAGE", "postgres:17", "postgres"));
    kafka.start();
    postgres.start();
  }

  private static DockerImageName image(String variable, String otherwise, String standsFor) {
    String name = System.getenv().getOrDefault(variable, otherwise);
    return DockerImageName.parse(name).asCompatibleSubstituteFor(standsFor);
  }

  @AfterAll
  static void stop() {
    if (kafka != null) {
      kafka.stop();
    }
    if (postgres != null) {
      postgres.stop();
    }
  }

  @Test
  void eventsBecomeRowsAndASinkStartedAgainGoesOnWhereItWas() throws Exception {
    var database =
        SinkConfig.Delivery.to(
            postgres.getJdbcUrl(), postgres.getUsername(), postgres.getPassword());
    new SinkJourney(kafka.getBootstrapServers(), database).go();
  }
}
