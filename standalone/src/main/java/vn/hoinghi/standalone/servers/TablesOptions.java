package vn.hoinghi.standalone.servers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Option;
import vn.hoinghi.service.ConfigException;
import vn.hoinghi.service.Settings;
import vn.hoinghi.sink.SinkConfig;
import vn.hoinghi.sink.Tables;

/** Which tables a command reads. */
public final class TablesOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Directory that 'hoinghi batch', 'demo' or 'run' kept, while none of them runs.")
  private Path data;

  @Option(
      names = "--jdbc",
      paramLabel = "URL",
      description = "jdbc:postgresql://host:port/database, instead of sink.jdbcUrl.")
  private String jdbc;

  @Option(
      names = "--user",
      paramLabel = "ROLE",
      description = "Instead of sink.user; the password comes from HOINGHI_SINK_PASSWORD[_FILE].")
  private String user;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "YAML file; its section 'sink' is read.")
  private Path config;

  /** What is done with a connection. */
  public interface Reading<T> {
    T with(Connection connection) throws Exception;
  }

  /**
   * Reads the tables that are named, or those of the run on this machine.
   *
   * @throws ConfigException where there are none
   */
  public <T> T read(Reading<T> reading) throws Exception {
    if (data == null) {
      return read(named(), reading);
    }
    if (jdbc != null || config != null || user != null) {
      throw new ConfigException("--data names the tables already: leave --jdbc, --user, --config");
    }
    if (!Files.isDirectory(data.resolve("postgres"))) {
      throw new ConfigException(data + " holds no database of hoinghi");
    }
    try (var directory = DataDirectory.open(data);
        var postgres = LocalPostgres.start(directory.path())) {
      var tables = SinkConfig.Delivery.to(postgres.jdbcUrl(), postgres.user(), postgres.password());
      Tables.bringUp(tables);
      return read(tables, reading);
    }
  }

  private static <T> T read(SinkConfig.Delivery tables, Reading<T> reading) throws Exception {
    try (Connection connection = Tables.connect(tables)) {
      return reading.with(connection);
    } catch (SQLException e) {
      if ("42P01".equals(e.getSQLState()) || "42703".equals(e.getSQLState())) {
        throw new ConfigException(
            "the tables are not those of this version; a sink of this version brings them up: "
                + e.getMessage(),
            e);
      }
      throw e;
    }
  }

  private SinkConfig.Delivery named() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    put(environment, "sink.jdbcUrl", jdbc);
    put(environment, "sink.user", user);
    return NamedTables.of(config, environment);
  }

  private static void put(Map<String, String> environment, String key, String value) {
    if (value != null) {
      environment.put(Settings.environmentName(key), value);
    }
  }
}
