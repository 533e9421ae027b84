package vn.hoinghi.sink;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.internal.exception.FlywaySqlException;

/**
 * Connections to the database, each bounded in time: a host that vanished costs 30 s, a lock 5 s,
 * and a sink that was frozen amid a transaction loses it after 10 s, so that its successor gets the
 * rows; where the server does not see that it was, the successor does ({@link EndSilentSessions}).
 */
final class Database {
  private static final String MIGRATIONS = "classpath:vn/hoinghi/sink/migrations";
  private static final String NOT_THIS_VERSION = "the tables are not those of this version: ";
  private static final String LIMITS =
      "SET lock_timeout = '5s'; SET statement_timeout = '30s';"
          + " SET idle_in_transaction_session_timeout = '10s'; SET TIME ZONE 'UTC'";

  private Database() {}

  /**
   * One for each thread and one for confirmations; opens without a connection, so that a database
   * that comes up late is no fault.
   */
  static HikariDataSource open(SinkConfig.Delivery config) {
    var pool = new HikariConfig();
    pool.setPoolName(config.groupId());
    pool.setJdbcUrl(config.jdbcUrl());
    pool.setUsername(config.user());
    pool.setPassword(config.password());
    pool.setMaximumPoolSize(1 + config.threads());
    pool.setMinimumIdle(1);
    pool.setAutoCommit(false);
    pool.setConnectionTimeout(5_000);
    pool.setValidationTimeout(2_000);
    pool.setInitializationFailTimeout(-1);
    pool.setConnectionInitSql(LIMITS);
    // commits the limits by themselves: else they would go with the first transaction that fails
    pool.setIsolateInternalQueries(true);
    pool.addDataSourceProperty("reWriteBatchedInserts", "true");
    pool.addDataSourceProperty("targetServerType", "primary");
    pool.addDataSourceProperty("ApplicationName", config.groupId());
    pool.addDataSourceProperty("connectTimeout", "5");
    pool.addDataSourceProperty("socketTimeout", "40");
    pool.addDataSourceProperty("tcpKeepAlive", "true");
    return new HikariDataSource(pool);
  }

  /**
   * Brings the tables to this version, or only checks that they are.
   *
   * @throws SinkException where they are not and may not be changed, or somebody else changed them
   */
  static void prepare(SinkConfig.Delivery config) {
    Flyway flyway =
        Flyway.configure()
            .dataSource(config.jdbcUrl(), config.user(), config.password())
            .locations(MIGRATIONS)
            .connectRetries(3)
            .connectRetriesInterval(2)
            .load();
    try (Connection connection = flyway.getConfiguration().getDataSource().getConnection()) {
      if (config.migrate()) {
        flyway.migrate();
        check(connection);
      } else {
        check(connection);
        flyway.validate();
      }
    } catch (FlywaySqlException e) {
      throw new SinkException(
          "the database went away while the tables were looked at: " + e.getMessage(), e);
    } catch (FlywayException e) {
      throw new SinkException(NOT_THIS_VERSION + e.getMessage(), e);
    } catch (SQLException e) {
      throw new SinkException("the tables cannot be looked at: " + e.getMessage(), e);
    }
  }

  private static void check(Connection connection) throws SQLException {
    List<String> differences = TableDrift.differences(connection);
    if (!differences.isEmpty()) {
      throw new SinkException(
          "%s%d differences in schema %s (- missing, ~ changed, + strange, ! forbidden):%n  %s"
              .formatted(
                  NOT_THIS_VERSION,
                  differences.size(),
                  connection.getSchema(),
                  String.join("\n  ", differences)));
    }
  }
}
