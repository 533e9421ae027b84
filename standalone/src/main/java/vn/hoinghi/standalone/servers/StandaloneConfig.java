package vn.hoinghi.standalone.servers;

import static vn.hoinghi.service.ConfigException.check;

import java.util.Objects;
import vn.hoinghi.service.AdminConfig;

/** What a standalone run is told beside the settings of the apps in it. */
public record StandaloneConfig(AdminConfig admin, Ports standalone) {
  public StandaloneConfig {
    admin = Objects.requireNonNullElseGet(admin, () -> new AdminConfig(null, null));
    standalone = Objects.requireNonNullElseGet(standalone, () -> new Ports(null, null));
  }

  /**
   * Where the embedded servers listen on loopback, so that others may read along. They stay the
   * same from run to run.
   *
   * @param kafkaPort TCP port (19092); 0 takes a free one
   * @param postgresPort TCP port (15432); 0 takes a free one
   */
  public record Ports(Integer kafkaPort, Integer postgresPort) {
    public Ports {
      kafkaPort = Objects.requireNonNullElse(kafkaPort, 19092);
      postgresPort = Objects.requireNonNullElse(postgresPort, 15432);
      allowed(kafkaPort, "standalone.kafkaPort");
      allowed(postgresPort, "standalone.postgresPort");
    }

    private static void allowed(int port, String key) {
      check(port >= 0 && port <= 65535, key, port, "0 to 65535");
    }
  }
}
