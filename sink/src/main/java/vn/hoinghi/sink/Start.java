package vn.hoinghi.sink;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.errors.RetriableException;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.ClusterTopics;
import vn.hoinghi.service.ConfigException;

/** What has to be there before a sink can begin: the topics and the database. */
final class Start {
  private final SinkConfig config;

  Start(SinkConfig config) {
    this.config = config;
  }

  /**
   * The topics are there and keep their contract.
   *
   * @throws ConfigException where one does not, or the brokers refuse
   */
  void topics() throws NotThereException {
    try {
      ClusterTopics.require(
          config.kafka(), List.of(Topics.EVENTS, Topics.EVENTS.deadLetters(), Topics.STORED));
    } catch (ConfigException e) {
      if (e.getCause() instanceof RetriableException) {
        throw new NotThereException(
            "no broker answers at %s (kafka.bootstrapServers)"
                .formatted(config.kafka().bootstrapServers()),
            e);
      }
      throw e;
    }
  }

  /**
   * The database lets this role in.
   *
   * @throws ConfigException where it refuses the role or does not know the database
   */
  void database() throws NotThereException {
    SinkConfig.Delivery sink = config.sink();
    var properties = new Properties();
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("loginTimeout", "10");
    properties.setProperty("socketTimeout", "10");
    properties.setProperty("targetServerType", "primary");
    if (sink.user() != null) {
      properties.setProperty("user", sink.user());
    }
    if (sink.password() != null) {
      properties.setProperty("password", sink.password());
    }
    try (Connection connection = DriverManager.getConnection(sink.jdbcUrl(), properties)) {
      connection.setReadOnly(true);
    } catch (SQLException e) {
      throw refusal(e);
    }
  }

  private NotThereException refusal(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    String where = address(config.sink().jdbcUrl());
    if (state.startsWith("28")) {
      throw new ConfigException(
          "the database at %s does not let %s in (sink.user, sink.password): %s"
              .formatted(where, config.sink().user(), e.getMessage()),
          e);
    }
    if (state.equals("3D000")) {
      throw new ConfigException(
          "there is no such database at %s (sink.jdbcUrl): %s".formatted(where, e.getMessage()), e);
    }
    return new NotThereException(
        "no database answers at %s (sink.jdbcUrl): %s"
            .formatted(where, DeadLetter.oneLine(e.getMessage())),
        e);
  }

  /** Host, port and name; what stands behind the question mark may be secret. */
  private static String address(String jdbcUrl) {
    String url = jdbcUrl.substring("jdbc:".length());
    int question = url.indexOf('?');
    String plain = question < 0 ? url : url.substring(0, question);
    try {
      URI uri = URI.create(plain);
      return uri.getAuthority() == null ? plain : uri.getAuthority() + uri.getPath();
    } catch (IllegalArgumentException e) {
      return plain;
    }
  }
}
