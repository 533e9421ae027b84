package vn.hoinghi.standalone.servers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import vn.hoinghi.service.ConfigException;
import vn.hoinghi.sink.SinkConfig;

/**
 * A real PostgreSQL without an installation: its binaries come out of a jar and run as a child
 * process on loopback, as root or not. The data directory is kept, and kept safe: the settings that
 * its maker turns off for speed in tests are on here.
 */
public final class LocalPostgres implements AutoCloseable {
  private static final String USER = "postgres";
  private static final String DATABASE = "postgres";
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final EmbeddedPostgres server;

  private LocalPostgres(EmbeddedPostgres server) {
    this.server = server;
  }

  /** A server on a free port. */
  public static LocalPostgres start(Path dir) {
    return start(dir, 0);
  }

  /**
   * A server that keeps its data in {@code dir/postgres} and its log in {@code dir/postgres.log}.
   *
   * @param port TCP port on loopback; 0 takes a free one
   * @throws ConfigException when the port is taken, the platform has no binaries or it cannot start
   */
  public static LocalPostgres start(Path dir, int port) {
    Platform.requirePostgres();
    Path data = dir.resolve("postgres");
    try {
      Files.createDirectories(dir);
      OrphanPostgres.stop(data);
      LocalPorts.requireFree("standalone.postgresPort", port);
      Redirect log = Redirect.appendTo(dir.resolve("postgres.log").toFile());
      EmbeddedPostgres.Builder builder =
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setOverrideWorkingDirectory(Platform.cache().resolve("postgres").toFile())
              .setRegisterShutdownHook(false) // ours closes in drain order
              .setPGStartupWait(START_LIMIT)
              .setOutputRedirector(log)
              .setErrorRedirector(log)
              .setLocaleConfig("locale", "C.UTF-8")
              .setLocaleConfig("encoding", "UTF8")
              .setServerConfig("fsync", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("shared_buffers", "64MB")
              .setServerConfig("max_connections", "50")
              .setServerConfig("timezone", "UTC");
      if (port != 0) {
        builder.setPort(port);
      }
      return new LocalPostgres(builder.start());
    } catch (IOException | RuntimeException e) {
      if (e instanceof ConfigException known) {
        throw known;
      }
      throw new ConfigException(
          "the embedded PostgreSQL did not start in " + data + " (see postgres.log there): " + e,
          e);
    }
  }

  /** JDBC URL of the database that the sink writes. */
  public String jdbcUrl() {
    return jdbcUrl(server.getPort());
  }

  /** The database of the server on that port, for those who are no part of the run. */
  public static SinkConfig.Delivery at(int port) {
    return SinkConfig.Delivery.to(jdbcUrl(port), USER, USER);
  }

  private static String jdbcUrl(int port) {
    return "jdbc:postgresql://%s:%d/%s".formatted(LocalPorts.HOST, port, DATABASE);
  }

  /** Where it listens on loopback. */
  public int port() {
    return server.getPort();
  }

  /** Connections made anew for each question: for the few that the run itself asks. */
  public DataSource database() {
    return server.getPostgresDatabase();
  }

  public String user() {
    return USER;
  }

  /** Any: the server trusts loopback. */
  public String password() {
    return USER;
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the embedded PostgreSQL did not stop", e);
    }
  }
}
