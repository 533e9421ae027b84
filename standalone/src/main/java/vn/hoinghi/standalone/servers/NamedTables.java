package vn.hoinghi.standalone.servers;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import vn.hoinghi.service.Settings;
import vn.hoinghi.sink.SinkConfig;

/** The tables of a configuration, or where it names none those of a standalone run. */
final class NamedTables {
  /** The part of a configuration that is read. */
  record Named(Where sink, StandaloneConfig.Ports standalone) {}

  /** A section that may be empty; keys as in {@link SinkConfig.Delivery}. */
  record Where(
      String jdbcUrl,
      String user,
      String password,
      String groupId,
      Integer batchRecords,
      Integer maxBackoffMillis,
      Boolean migrate,
      Integer startTimeoutSeconds) {}

  private NamedTables() {}

  static SinkConfig.Delivery of(Path config, Map<String, String> environment) {
    Named named = load(config, environment);
    return named(named).orElseGet(() -> LocalPostgres.at(named.standalone().postgresPort()));
  }

  /** Only those that are named. */
  static Optional<SinkConfig.Delivery> named(Path config, Map<String, String> environment) {
    return named(load(config, environment));
  }

  private static Named load(Path config, Map<String, String> environment) {
    return Settings.load(Named.class, config, environment);
  }

  private static Optional<SinkConfig.Delivery> named(Named named) {
    return Optional.ofNullable(named.sink())
        .filter(sink -> sink.jdbcUrl() != null)
        .map(sink -> SinkConfig.Delivery.to(sink.jdbcUrl(), sink.user(), sink.password()));
  }
}
