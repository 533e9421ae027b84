package vn.hoinghi.service;

import static vn.hoinghi.service.ConfigException.check;

import java.util.Objects;

/**
 * Where an app can be watched.
 *
 * @param host address to bind; loopback unless said otherwise
 * @param port TCP port; 0 takes a free one, -1 opens none
 */
public record AdminConfig(String host, Integer port) {
  public AdminConfig {
    host = Objects.requireNonNullElse(host, "127.0.0.1");
    port = Objects.requireNonNullElse(port, 0);
    check(port >= -1 && port <= 65535, "admin.port", port, "-1 to 65535");
  }
}
