package vn.hoinghi.standalone.servers;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import vn.hoinghi.service.Settings;

/**
 * The settings of the apps when they run beside embedded servers: what the user set, and over it
 * where those servers are. The apps cannot tell the difference, so nothing is written twice.
 */
public final class LocalSettings {
  private final Path file;
  private final Map<String, String> environment;

  /**
   * @param file YAML of the user, or null
   * @param environment of the process
   */
  public LocalSettings(Path file, Map<String, String> environment) {
    this.file = file;
    this.environment = new HashMap<>(environment);
  }

  /** Sets a key, whatever file and environment say. */
  public LocalSettings with(String key, Object value) {
    String name = Settings.environmentName(key);
    environment.put(name, value.toString());
    environment.remove(name + "_FILE");
    return this;
  }

  /** Points the apps to these servers, with their state in that directory. */
  public LocalSettings at(DataDirectory data, LocalKafka kafka, LocalPostgres postgres) {
    return with("kafka.bootstrapServers", kafka.bootstrapServers())
        .with("enrich.stateDir", data.state())
        .with("ingest.cacheDir", data.scratch().resolve("known-urls"))
        .with("sink.jdbcUrl", postgres.jdbcUrl())
        .with("sink.user", postgres.user())
        .with("sink.password", postgres.password());
  }

  /** The configuration of one app. */
  public <T extends Record> T load(Class<T> type) {
    return Settings.load(type, file, environment);
  }
}
