package vn.hoinghi.standalone.servers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Option;
import vn.hoinghi.service.ConfigException;
import vn.hoinghi.service.Settings;
import vn.hoinghi.sink.SinkConfig;
import vn.hoinghi.sink.Tables;

/** Which tables a command reads, for a command that has a configuration beside them. */
public final class TablesPlace {
  /** SQLSTATE of a table, a column and a function that is not there. */
  private static final Set<String> NOT_THERE = Set.of("42P01", "42703", "42883");

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

  /** What is done with a connection. */
  public interface Reading<T> {
    T with(Connection connection) throws Exception;
  }

  /** Whether the command line names any tables. */
  public boolean anyGiven() {
    return data != null || jdbc != null || user != null;
  }

  /**
   * Reads the tables that are named, else those of the configuration, else those of the run on this
   * machine.
   *
   * @param config file, or null
   * @throws ConfigException where there are none
   */
  public <T> T read(Path config, Reading<T> reading) throws Exception {
    if (data == null) {
      return read(named(config), reading);
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
      if (NOT_THERE.contains(e.getSQLState())) {
        throw new ConfigException(
            "the tables are not those of this version; a sink of this version brings them up: "
                + e.getMessage(),
            e);
      }
      throw e;
    }
  }

  private SinkConfig.Delivery named(Path config) {
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
